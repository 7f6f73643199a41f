import * as l10n from "@vscode/l10n";
import { commandIds } from "../../../manifest";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { plainText } from "../../../platform/words/plainText";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Configurations } from "../configurations";
import type { PublishStates } from "../publishStates";
import { openDocument } from "./configurationDocuments";

interface ChangeParts {
  readonly configurations: Pick<Configurations, "loaded" | "read">;
  readonly states: PublishStates;
  readonly notifier: Pick<Notifier, "ask">;
}

/** Says that somebody else has published what is being edited, as soon as that is known, and offers what can be done. */
export function tellChangedElsewhere(parts: ChangeParts, ref: ConnectorRef): void {
  const { configurations, notifier } = parts;
  const name = plainText(configurations.loaded(ref)?.connector.name ?? ref.identifier, 80);
  const text = l10n.t('"{0}" was changed by someone else while you were editing.', name);
  const choice = (label: string, command: string) => ({
    label,
    run: () => decide(parts, ref, command),
  });
  notifier.ask("warning", text, [
    choice(l10n.t("Compare"), commandIds.compareConflict),
    choice(l10n.t("Merge"), commandIds.mergeConflict),
    choice(l10n.t("Discard My Changes"), commandIds.useTheirs),
  ]);
}

/** The list tells that there is another version: to decide about it, it has to be read. */
async function decide(
  { configurations, states }: ChangeParts,
  ref: ConnectorRef,
  command: string,
): Promise<void> {
  const document = openDocument(ref);
  if (!document?.isDirty) {
    return; // the changes were published or given up meanwhile
  }
  if (!states.conflict(ref)) {
    const theirs = await configurations.read(ref);
    states.set(ref, { kind: "conflict", theirs, wasSent: false, isMerged: false });
  }
  await vscode.commands.executeCommand(command, document.uri);
}
