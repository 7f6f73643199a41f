import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Place } from "../json/scan";

/**
 * Replaces all of a document's text; undo takes it back. Opens it where it is not open. Throws, in words
 * for the person, where the editor does not take the edit.
 */
export async function replaceText(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      l10n.t("Couldn't change the text in the editor, so nothing was replaced. Retry."),
    );
  }
  return document;
}

/** Makes an edit of a document whose text stays the same. The editor drops an edit that changes nothing. */
export async function touch(document: vscode.TextDocument): Promise<void> {
  const { end } = document.lineAt(document.lineCount - 1).range;
  const added = new vscode.Range(end, end.translate(0, 1));
  const there = new vscode.WorkspaceEdit();
  there.insert(document.uri, end, " ");
  const back = new vscode.WorkspaceEdit();
  back.delete(document.uri, added);
  if ((await vscode.workspace.applyEdit(there)) && document.getText(added) === " ") {
    await vscode.workspace.applyEdit(back);
  }
}

/** The range of a place that was found in a document's text. */
export function rangeOf(document: vscode.TextDocument, { offset, length }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
