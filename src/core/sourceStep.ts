import * as l10n from "@vscode/l10n";
import type { Connector } from "../api/connectors";
import { recentFirst } from "./connectorOrder";
import type { CreateSource, DraftInHand } from "./createDraft";
import type { PickItem, Prompts } from "./prompts";
import type { Step } from "./steps";
import { userMessageFor } from "./userMessage";

/** Where the connectors to duplicate come from. */
export interface SourceList {
  /** The team's connectors; throws when they cannot be listed. */
  readonly connectors: () => Promise<readonly Connector[]>;
  /** Those known without asking, e.g. created here when the key may not list. */
  readonly known: () => readonly Connector[];
  /** Identifiers, most recently used first. */
  readonly recent: () => readonly string[];
}

type Choice = CreateSource | { readonly kind: "retry" };

/** Start from the service's default configuration, or duplicate a connector. */
export function sourceStep(
  title: string,
  prompts: Prompts,
  draft: DraftInHand,
  sources: SourceList,
): Step {
  const step: Step = {
    ask: (position) =>
      prompts.pick<Choice>({
        title,
        position,
        placeholder: l10n.t("Start from the default configuration, or a connector to duplicate"),
        items: around([]),
        later: connectorItems(sources).then(around),
        isActive: (choice) => isSame(choice, draft.value.source),
        accept: (choice) => {
          if (choice.kind === "retry") {
            return step;
          }
          if (!(choice.kind === "typed" && draft.value.source.kind === "typed")) {
            draft.change({ source: choice });
          }
          return "next";
        },
      }),
  };
  return step;
}

/** What is always offered stands last: a filter leaves it there, and Enter takes the first match. */
function around(connectors: readonly PickItem<Choice>[]): PickItem<Choice>[] {
  return [
    {
      label: l10n.t("Default configuration"),
      description: l10n.t("a valid template of the service"),
      icon: "new-file",
      value: { kind: "default" },
    },
    ...connectors,
    {
      label: l10n.t("Enter an identifier…"),
      description: l10n.t("of a connector to duplicate"),
      icon: "edit",
      alwaysShow: true,
      group: l10n.t("Another connector"),
      value: { kind: "typed", identifier: "" },
    },
  ];
}

async function connectorItems(sources: SourceList): Promise<PickItem<Choice>[]> {
  try {
    return toItems(await sources.connectors(), sources.recent());
  } catch (error) {
    const failed = l10n.t("The connectors could not be listed.");
    const { text } = userMessageFor(error, { failed, right: "cb_connectors_read" }, Date.now());
    const problem: PickItem<Choice> = {
      label: l10n.t("List again"),
      detail: text,
      icon: "error",
      alwaysShow: true,
      value: { kind: "retry" },
    };
    return [problem, ...toItems(sources.known(), sources.recent())];
  }
}

function toItems(connectors: readonly Connector[], recent: readonly string[]): PickItem<Choice>[] {
  return recentFirst(connectors, recent).map(({ identifier, name, description }) => ({
    label: name,
    description: identifier,
    detail: description,
    icon: "plug",
    group: l10n.t("Duplicate a connector"),
    value: { kind: "connector", identifier },
  }));
}

function isSame(choice: Choice, source: CreateSource): boolean {
  return (
    choice.kind === source.kind &&
    (choice.kind !== "connector" ||
      (source.kind === "connector" && choice.identifier === source.identifier))
  );
}
