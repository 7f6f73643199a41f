import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { plainText } from "../words/plainText";
import type { Place } from "../json/scan";

/**
 * Throws, in words for the person, where nobody can type in a document: the editor takes an extension's edit of it all the
 * same, and shows a text that is nowhere else.
 */
export async function requireWritable(uri: vscode.Uri): Promise<void> {
  if (await isReadOnly(uri)) {
    const name = plainText(uri.path.split("/").at(-1) ?? "", 200);
    throw new Error(l10n.t('"{0}" is read-only, so nothing was changed.', name));
  }
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  if (fs.isWritableFileSystem(uri.scheme) === false) {
    return true;
  }
  try {
    const { permissions = 0 } = await fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // of what isn't in a file there is no telling
  }
}

/**
 * Makes an edit of a document. Throws, in words for the person, where it is read-only, or the editor doesn't take the edit.
 */
export async function applyEdit(uri: vscode.Uri, edit: vscode.WorkspaceEdit): Promise<void> {
  await requireWritable(uri);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      l10n.t("Couldn't change the text in the editor, so nothing was replaced. Retry."),
    );
  }
}

/**
 * Replaces all of a document's text; undo takes it back. Opens it where it is not open. Throws, in words
 * for the person, where that can't be done.
 */
export async function replaceText(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await applyEdit(uri, edit);
  return document;
}

/**
 * Makes an edit of a document whose text stays the same. The editor drops an edit that changes nothing.
 * @returns whether the editor took it
 */
export async function touch(document: vscode.TextDocument): Promise<boolean> {
  const { end } = document.lineAt(document.lineCount - 1).range;
  const added = new vscode.Range(end, end.translate(0, 1));
  const there = new vscode.WorkspaceEdit();
  there.insert(document.uri, end, " ");
  const back = new vscode.WorkspaceEdit();
  back.delete(document.uri, added);
  return (
    (await vscode.workspace.applyEdit(there)) &&
    document.getText(added) === " " &&
    (await vscode.workspace.applyEdit(back))
  );
}

/** The range of a place that was found in a document's text. */
export function rangeOf(document: vscode.TextDocument, { offset, length }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
