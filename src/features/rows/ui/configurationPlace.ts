import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { isJson } from "../../../platform/json/parsedValue";
import { locatePointers, parsePointer } from "../../../platform/json/pointers";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { shownColumn } from "./shownColumn";

/**
 * Opens a configuration at a JSON Pointer, or at what is nearest around it: it may have been edited since the run.
 * @param document URI of the configuration
 */
export async function openConfigurationPlace(
  document: string,
  pointer: string | undefined,
): Promise<void> {
  const uri = vscode.Uri.parse(document, true);
  const opened = await vscode.workspace.openTextDocument(uri);
  const range = rangeIn(opened, pointer);
  await vscode.window.showTextDocument(opened, {
    viewColumn: shownColumn(uri) ?? vscode.ViewColumn.One,
    ...(range && { selection: range }),
  });
  if (!range) {
    const message = l10n.t("The place wasn't found in the configuration.");
    vscode.window.setStatusBarMessage(message, 5000);
  }
}

/** @returns undefined where the text is no JSON just now */
function rangeIn(document: vscode.TextDocument, pointer: string | undefined) {
  const text = document.getText();
  if (pointer === undefined || !isJson(text)) {
    return undefined;
  }
  const [located] = locatePointers(text, [parsePointer(pointer)]);
  return located && rangeOf(document, located.value);
}
