import * as l10n from "@vscode/l10n";
import { plainText } from "../../platform/words/plainText";
import type { Prompts } from "../../platform/flow/prompts";
import { runSteps, type Position, type Step } from "../../platform/flow/steps";
import {
  candidateItem,
  isSelectedAtFirst,
  type FoundSecrets,
  type SecretCandidate,
} from "./secretImport";

/** What a person decided about the variables of an `.env` file. */
export type ImportChoice =
  | { readonly kind: "import"; readonly chosen: readonly SecretCandidate[] }
  /** They belong to another connector. */
  | { readonly kind: "otherConnector" }
  /** None was selected. */
  | { readonly kind: "none" }
  | { readonly kind: "cancelled" };

/** What an import asks about. */
export interface ImportQuestion {
  readonly fileName: string;
  readonly connectorName: string;
  readonly found: FoundSecrets;
}

/** Asks which variables of a file to register, and then again, with their names and the connector's. */
export async function askForImport(
  prompts: Prompts,
  { fileName, connectorName, found }: ImportQuestion,
): Promise<ImportChoice> {
  const name = plainText(connectorName, 80);
  const title = l10n.t("Import Secrets from {0} for {1}", plainText(fileName, 80), name);
  let chosen: readonly SecretCandidate[] = found.candidates.filter(isSelectedAtFirst);
  let isOther = false;
  const select: Step = {
    ask: (position) =>
      prompts.pickMany<SecretCandidate>({
        title,
        position,
        placeholder: selectText(found),
        items: found.candidates.map(candidateItem),
        isPicked: (candidate) => chosen.includes(candidate),
        accept: (picked) => {
          chosen = picked;
          return "next";
        },
      }),
  };
  // A list that is filtered hides what is selected.
  const confirm: Step = {
    applies: () => chosen.length > 0,
    ask: (position: Position) =>
      prompts.pick<boolean>({
        title,
        position,
        placeholder:
          chosen.length === 1
            ? l10n.t('Import 1 secret into "{0}"?', name)
            : l10n.t('Import {0} secrets into "{1}"?', chosen.length, name),
        items: [
          {
            label: l10n.t("Import"),
            description: listOf(chosen),
            icon: "key",
            value: false,
          },
          { label: l10n.t("Select Another Connector…"), icon: "plug", value: true },
        ],
        accept: (wantsOther) => {
          isOther = wantsOther;
          return "next";
        },
      }),
  };
  if (!(await runSteps([select, confirm]))) {
    return { kind: "cancelled" };
  }
  if (isOther) {
    return { kind: "otherConnector" };
  }
  return chosen.length > 0 ? { kind: "import", chosen } : { kind: "none" };
}

function selectText({ candidates, unfit, incomplete }: FoundSecrets): string {
  return [
    candidates.length > 0
      ? l10n.t("Select secrets to register (values are hidden)")
      : l10n.t("No variables in this file can be registered as secrets"),
    unfit.length > 0 ? l10n.t("empty or too long: {0}", plainText(unfit.join(", "), 100)) : "",
    incomplete.length > 0
      ? l10n.t("keys without an END line: {0}", plainText(incomplete.join(", "), 100))
      : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** Names, those first whose values would be lost. */
function listOf(chosen: readonly SecretCandidate[]): string {
  const replacing = chosen.filter(({ replaces }) => replaces);
  const added = chosen.filter(({ replaces }) => !replaces);
  return [
    replacing.length > 0 && l10n.t("replaces {0}", namesOf(replacing)),
    added.length > 0 && namesOf(added),
  ]
    .filter(Boolean)
    .join(" · ");
}

function namesOf(candidates: readonly SecretCandidate[]): string {
  return plainText(candidates.map(({ name }) => name).join(", "), 200);
}
