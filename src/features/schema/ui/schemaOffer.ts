import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { SchemaState } from "../configurationSchema";
import type { Storage } from "../../../platform/storage/accountStorage";
import { commandIds } from "../../../manifest";

const key = "schemaOffer";

/**
 * Offers the extension's schema to somebody whose editor may fail to load the one that a document names. Once,
 * whatever the answer: the language status and the command go on offering it.
 */
export async function suggestExtensionSchema(
  storage: Pick<Storage, "get" | "update">,
  state: SchemaState,
): Promise<void> {
  if (storage.get(key) !== undefined || !isOutOfReach(state)) {
    return;
  }
  await storage.update(key, true);
  const use = l10n.t("Use the Extension’s");
  const chosen = await vscode.window.showInformationMessage(
    l10n.t(
      "This configuration names its schema by “$schema”, which VS Code may not be able to download here. The extension can provide it, by two entries in your settings.",
    ),
    use,
  );
  if (chosen === use) {
    await vscode.commands.executeCommand(commandIds.useExtensionSchema);
  }
}

/** A browser needs the service's leave to load it; and where the extension's own request failed, the editor's may. */
function isOutOfReach(state: SchemaState): boolean {
  const { uiKind, remoteName } = vscode.env;
  const isBrowserOnly = uiKind === vscode.UIKind.Web && remoteName === undefined;
  return isBrowserOnly || (state.kind === "failed" && state.hasCached);
}
