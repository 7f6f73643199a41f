import * as vscode from "vscode";
import {
  configurationLanguage,
  configurationScheme,
  mergeScheme,
  versionScheme,
} from "../../../manifest";

const ownSchemes: readonly string[] = [configurationScheme, mergeScheme, versionScheme];

/**
 * Gives documents of other schemes back to JSON. A manifest can tell the editor by the path alone which documents
 * have a language, and `/2024/app/package.json` on a disk has a path like a configuration's.
 */
export function giveBackForeignDocuments(): vscode.Disposable {
  vscode.workspace.textDocuments.forEach(giveBack);
  return vscode.workspace.onDidOpenTextDocument(giveBack);
}

function giveBack(document: vscode.TextDocument): void {
  const { languageId, uri } = document;
  if (languageId === configurationLanguage && !ownSchemes.includes(uri.scheme)) {
    void vscode.languages.setTextDocumentLanguage(document, "json");
  }
}
