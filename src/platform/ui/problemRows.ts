import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../manifest";
import { accountStepLabel, isAccountStep, type AccountStep } from "../words/accountStep";
import type { NextStep } from "../words/errorMeaning";
import type { UserMessage } from "../words/userMessage";

/** A row of a view that couldn't load what it shows: why, a step to another account, or another try. */
export type ProblemNode =
  | { readonly kind: "problem"; readonly message: UserMessage }
  | { readonly kind: "step"; readonly step: AccountStep }
  | { readonly kind: "retry" };

/** Has the command that tries again say in full why it fails, in a notification. */
export const explainProblem = "explain";

const stepIcons = {
  signIn: "sign-in",
  replaceApiKey: "key",
  selectTeam: "organization",
} as const satisfies Record<AccountStep, string>;

/** The rows that say why a view couldn't load what it shows, and what can be done. */
export function problemNodes(message: UserMessage): ProblemNode[] {
  const steps = message.steps.filter(isAccountStep);
  return [
    { kind: "problem", message },
    ...steps.map((step) => ({ kind: "step", step }) as const),
    { kind: "retry" },
  ];
}

/** Whether these rows offer all of the steps: a notification would say the same again. */
export function hasRowsFor(steps: readonly NextStep[]): boolean {
  return steps.every((step) => step === "tryAgain" || isAccountStep(step));
}

/**
 * One of these rows. Opening the first one tries again, which says in full what can be done.
 * @param failed says what couldn't be loaded
 * @param retry id of the command that tries again; gets `explainProblem` where it is to explain
 */
export function problemItem(node: ProblemNode, failed: string, retry: string): vscode.TreeItem {
  switch (node.kind) {
    case "problem": {
      const { text } = node.message;
      const item = actionItem("problem", failed, "error", retry, explainProblem);
      item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
      item.description = text;
      item.tooltip = text;
      item.accessibilityInformation = { label: `${failed}: ${text}` };
      return item;
    }
    case "step":
      return actionItem(
        node.step,
        accountStepLabel(node.step),
        stepIcons[node.step],
        commandIds[node.step],
      );
    case "retry":
      return actionItem("retry", l10n.t("Retry"), "refresh", retry);
  }
}

/** A row that runs a command. @param icon name of a product icon */
export function actionItem(
  id: string,
  label: string,
  icon: string,
  command: string,
  ...args: readonly string[]
): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.command = { command, title: label, arguments: [...args] };
  return item;
}
