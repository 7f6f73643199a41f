import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { checkCodes } from "../codes";
import { isJson } from "../../../platform/json/isJson";
import { userMessageFor } from "../../../platform/words/userMessage";
import { commandIds } from "../../../manifest";
import { configurationDocuments, type CheckDiagnostics } from "./checkDiagnostics";
import { readLevels, switchOff } from "./checkSettings";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { DocumentSecrets } from "../../secrets/ui/documentSecrets";
import { runtimeIdAt } from "../../language/ui/outline";
import {
  schemaCommands,
  type SchemaCommandId,
  type SchemaParts,
} from "../../schema/ui/schemaCommands";

export interface CheckParts extends SchemaParts {
  readonly checks: Pick<CheckDiagnostics, "update">;
  readonly documentSecrets: Pick<DocumentSecrets, "refresh">;
}

type CheckCommandId =
  | SchemaCommandId
  | typeof commandIds.checkConfiguration
  | typeof commandIds.switchOffCheck
  | typeof commandIds.copyRuntimeFieldId;

/** The commands that help while a configuration is written. */
export function checkCommands(parts: CheckParts): Pick<CommandHandlers, CheckCommandId> {
  const { checks } = parts;
  return {
    ...schemaCommands(parts),
    [commandIds.checkConfiguration]: async (target) => {
      const document = await documentOf(target);
      if (!document) {
        void vscode.window.showInformationMessage(
          l10n.t("Open a connector’s configuration first."),
        );
        return;
      }
      const remark = await secretsRemark(parts, document.uri);
      const words = foundWords(document, checks.update(document).length);
      vscode.window.setStatusBarMessage([words, remark].filter(Boolean).join(" "), 8000);
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    },
    [commandIds.switchOffCheck]: async (given) => {
      const code = checkCodes.find((one) => one === given);
      if (code) {
        await switchOff(code);
      }
    },
    [commandIds.copyRuntimeFieldId]: async (given) => {
      const editor = vscode.window.activeTextEditor;
      const atCursor = editor && runtimeIdAt(editor.document, editor.selection.active);
      const id = typeof given === "string" ? given : atCursor;
      if (id === undefined) {
        void vscode.window.showInformationMessage(l10n.t("Put the cursor into a field first."));
        return;
      }
      await vscode.env.clipboard.writeText(id);
      vscode.window.setStatusBarMessage(l10n.t("Copied {0}", id), 3000);
    },
  };
}

function foundWords(document: vscode.TextDocument, count: number): string {
  if (!readLevels()) {
    return l10n.t("Checks are switched off: see the setting supermetrics.checks.enabled.");
  }
  if (!isJson(document.getText())) {
    return l10n.t("The document is not valid JSON: it can be checked when it is.");
  }
  return count === 0 ? l10n.t("The checks found nothing.") : l10n.t("Problems found: {0}.", count);
}

/** Has the secrets of the document's connector compared, too; says why they cannot be. */
async function secretsRemark({ documentSecrets }: CheckParts, uri: vscode.Uri): Promise<string> {
  try {
    await documentSecrets.refresh(uri);
    return "";
  } catch (error) {
    const context = { failed: l10n.t("Secrets were not compared."), right: "cb_secrets_read" };
    return userMessageFor(error, context, Date.now()).text;
  }
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
