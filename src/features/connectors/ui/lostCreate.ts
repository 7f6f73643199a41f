import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import type { Connector } from "../connectorsApi";
import { findLostCreate, type CreateOutcome, type CreationParts } from "../createConnector";
import { userMessageFor } from "../../../platform/words/userMessage";
import type { Choice, Notifier } from "../../../platform/ui/notifier";
import { withLateCancel } from "../../../platform/ui/progress";

/** What the search for a lost create needs. */
export interface LostCreateParts extends Pick<CreationParts, "send" | "store"> {
  readonly notifier: Notifier;
  /** Takes the flow up again with everything filled in. */
  readonly tryAgain: () => unknown;
  /** The connector has been found for certain: what was typed is no longer needed. */
  readonly found: () => void;
}

/**
 * After a create without a certain answer: looks whether it was carried out, and says what was found.
 * Nothing is sent again by itself.
 * @param title the connector's name, in quotes, fit for a notification
 */
export async function investigateLostCreate(
  parts: LostCreateParts,
  { error, trace }: Extract<CreateOutcome, { kind: "lost" }>,
  title: string,
): Promise<void> {
  const context = { failed: l10n.t("Couldn't confirm that {0} was created.", title) };
  const { requestId, text } = userMessageFor(error, context, Date.now());
  const again = { label: l10n.t("Retry"), run: parts.tryAgain };
  const check = {
    label: l10n.t("Check Again"),
    run: () => investigateLostCreate(parts, { kind: "lost", error, trace }, title),
  };
  const show = (words: string, choices: readonly Choice[]) =>
    parts.notifier.show({ severity: "warning", text: words, steps: [], requestId }, choices);
  const say = (verdict: string, ...choices: Choice[]) => show(`${verdict} ${text}`, choices);

  let found: readonly Connector[];
  try {
    // Late: the editor drops toasts that come fast one after another, and the verdict must not be one of them.
    found = await withLateCancel(l10n.t("Checking whether {0} was created…", title), (signal) =>
      findLostCreate(parts, trace, signal),
    );
  } catch (problem) {
    const why = userMessageFor(problem, { failed: "", right: "cb_connectors_read" }, Date.now());
    say(l10n.t("Couldn't check whether {0} was created. {1}", title, why.text), check, again);
    return;
  }
  const [first] = found;
  if (!first) {
    say(l10n.t("{0} isn't in the list of connectors.", title), again, check);
    return;
  }
  const { identifier } = first;
  const open = { label: l10n.t("Open"), run: () => openCreated(first) };
  if (trace.known && found.length === 1) {
    parts.found();
    show(
      l10n.t(
        "{0} was created ({1}), although the connection broke before Supermetrics confirmed it.",
        title,
        identifier,
      ),
      [open],
    );
  } else {
    say(
      l10n.t("Found a connector named {0} ({1}), which might be the new one.", title, identifier),
      open,
      again,
    );
  }
}

/** As a click on the connector's row does. */
async function openCreated(connector: Connector): Promise<void> {
  await vscode.commands.executeCommand(commandIds.openConfiguration, {
    kind: "connector",
    connector,
  });
}
