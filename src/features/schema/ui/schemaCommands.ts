import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationSchema } from "../configurationSchema";
import type { schemaCommands } from "../../../manifest";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { setExtensionSchema } from "./schemaSetting";
import type { Notifier } from "../../../platform/ui/notifier";

/** What the commands need. */
export interface SchemaCommandParts {
  readonly schema: Pick<ConfigurationSchema, "reload">;
  readonly notifier: Notifier;
  /** Where the user's settings are, as far as this host has them. */
  readonly settingsFile: vscode.Uri;
}

/** The commands about the JSON Schema. */
export function schemaHandlers(parts: SchemaCommandParts): CommandHandlers<typeof schemaCommands> {
  const reloadSchema = async () => {
    try {
      const title = l10n.t("Loading the configuration schema");
      const location = vscode.ProgressLocation.Window;
      await vscode.window.withProgress({ location, title }, () => parts.schema.reload());
      vscode.window.setStatusBarMessage(l10n.t("Configuration schema loaded"), 5000);
    } catch (error) {
      const failed = l10n.t("Couldn't load the configuration schema.");
      parts.notifier.failed(error, { context: { failed }, tryAgain: reloadSchema });
    }
  };
  return {
    reloadSchema: reloadSchema,
    useExtensionSchema: async () => {
      if (!(await setExtensionSchema(parts.settingsFile, true))) {
        return;
      }
      const undo = l10n.t("Undo");
      const message = l10n.t(
        "Your configurations now use the extension's schema (json.schemas in your settings).",
      );
      void vscode.window.showInformationMessage(message, undo).then(async (chosen) => {
        if (chosen === undo) {
          await setExtensionSchema(parts.settingsFile, false);
        }
      });
    },
    stopUsingExtensionSchema: async () => {
      if (await setExtensionSchema(parts.settingsFile, false)) {
        vscode.window.setStatusBarMessage(l10n.t('VS Code loads "$schema"'), 5000);
      }
    },
  };
}
