import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { checkCodes } from "../checkDefinitions";
import { isJson } from "../../../platform/json/parsedValue";
import type { checkCommands } from "../../../manifest";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import { askToOpenConfiguration } from "../../configurations/ui/openConfiguration";
import type { CheckDiagnostics } from "./checkDiagnostics";
import { readLevels, switchOffCheck } from "./checkSettings";
import type { CommandHandlers } from "../../../platform/ui/commands";

/** The commands that check configurations. */
export function checkHandlers(checks: CheckDiagnostics): CommandHandlers<typeof checkCommands> {
  return {
    checkConfiguration: async (target) => {
      const document = await documentOf(target);
      if (!document) {
        void askToOpenConfiguration();
        return;
      }
      const remarks = await checks.refresh(document.uri);
      await checks.update(document);
      const outcome = resultText(document);
      vscode.window.setStatusBarMessage([outcome, ...remarks].join(" "), 8000);
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    },
    switchOffCheck: async (given) => {
      const code = checkCodes.find((one) => one === given);
      if (code) {
        await switchOffCheck(code);
      }
    },
  };
}

function resultText(document: vscode.TextDocument): string {
  if (!readLevels()) {
    return l10n.t("Checks are turned off in the setting supermetrics.checks.enabled.");
  }
  if (!isJson(document.getText())) {
    return l10n.t("Correct the JSON syntax errors before you check the configuration.");
  }
  const count = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length;
  return count === 0 ? l10n.t("No problems found.") : l10n.t("Problems found: {0}.", count);
}

/** The tab's toolbar hands over its URI, the palette nothing. */
async function documentOf(target: unknown): Promise<vscode.TextDocument | undefined> {
  const document =
    target instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(target)
      : vscode.window.activeTextEditor?.document;
  return document && vscode.languages.match(configurationDocuments, document) > 0
    ? document
    : undefined;
}
