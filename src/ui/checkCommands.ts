import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { checkCodes } from "../core/checks/codes";
import type { ConfigurationSchema } from "../core/configurationSchema";
import { commandIds } from "../manifest";
import { configurationDocuments, type CheckDiagnostics } from "./checkDiagnostics";
import { switchOff } from "./checkSettings";
import type { CommandHandlers } from "./commands";
import { useKeptSchema } from "./keptSchema";
import type { Notifier } from "./notifier";
import { runtimeIdAt } from "./reportTypeSymbols";

export interface CheckParts {
  readonly checks: Pick<CheckDiagnostics, "update">;
  readonly schema: Pick<ConfigurationSchema, "reload">;
  readonly notifier: Notifier;
}

type CheckCommandId =
  | typeof commandIds.reloadSchema
  | typeof commandIds.useKeptSchema
  | typeof commandIds.checkConfiguration
  | typeof commandIds.switchOffCheck
  | typeof commandIds.copyRuntimeFieldId;

/** The commands that help while a configuration is written. */
export function checkCommands(parts: CheckParts): Pick<CommandHandlers, CheckCommandId> {
  const { checks } = parts;
  const reloadSchema = async () => {
    try {
      const title = l10n.t("Loading the configuration schema");
      const location = vscode.ProgressLocation.Window;
      await vscode.window.withProgress({ location, title }, () => parts.schema.reload());
      vscode.window.setStatusBarMessage(l10n.t("Loaded the configuration schema"), 5000);
    } catch (error) {
      const failed = l10n.t("The configuration schema could not be loaded.");
      parts.notifier.failed(error, { context: { failed }, tryAgain: reloadSchema });
    }
  };
  return {
    [commandIds.reloadSchema]: reloadSchema,
    [commandIds.useKeptSchema]: async () => {
      await useKeptSchema();
      vscode.window.setStatusBarMessage(
        l10n.t("Set json.schemas: “$schema” means the schema that the extension keeps."),
        5000,
      );
    },
    [commandIds.checkConfiguration]: async (target) => {
      const document = await documentOf(target);
      if (!document) {
        void vscode.window.showInformationMessage(
          l10n.t("Open a connector’s configuration first."),
        );
        return;
      }
      const { length } = checks.update(document);
      vscode.window.setStatusBarMessage(
        length === 0
          ? l10n.t("The checks found nothing.")
          : l10n.t("The checks found {0}.", length),
        5000,
      );
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
