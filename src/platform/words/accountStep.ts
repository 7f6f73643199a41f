import * as l10n from "@vscode/l10n";
import type { NextStep } from "./errorMeaning";

/** A step that leads to another account, and has a command of its own. */
export type AccountStep = Extract<NextStep, "signIn" | "replaceApiKey" | "selectTeam">;

/** Whether a step leads to another account. */
export function isAccountStep(step: NextStep): step is AccountStep {
  return step === "signIn" || step === "replaceApiKey" || step === "selectTeam";
}

/** What a button or a row that takes the step says. */
export function accountStepLabel(step: AccountStep): string {
  switch (step) {
    case "signIn":
      return l10n.t("Sign In…");
    case "replaceApiKey":
      return l10n.t("Replace API Key…");
    case "selectTeam":
      return l10n.t("Select Team…");
  }
}
