import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";

/** Throws where the setting `files.encoding` makes the editor write something that is not UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw vscode.FileSystemError.Unavailable(
      l10n.t("A configuration is published as UTF-8: see the setting files.encoding."),
    );
  }
}

/** A text as it is in UTF-8, which has U+FFFD for each half of a surrogate pair that stands alone. */
export function asWritten(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/**
 * What was typed in a document, of which the editor writes no more than UTF-8 can carry.
 * @param written the text that the editor writes
 */
export function typedText(uri: vscode.Uri, written: string): string {
  const typed = vscode.workspace.textDocuments
    .find((one) => one.uri.toString() === uri.toString())
    ?.getText();
  return typed !== undefined && asWritten(typed) === written ? typed : written;
}

/**
 * Replaces all of a document's text; undo takes it back. Opens it where it is not open. Throws, in words
 * for the person, where the editor does not take the edit.
 */
export async function replaceText(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(l10n.t("The editor didn't change the text. Nothing was replaced. Try again."));
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

/** Says what is wrong, and shows where; gives the words. */
export async function revealProblem(
  uri: vscode.Uri,
  { offset, text }: { readonly offset: number; readonly text: string },
): Promise<string> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position));
  const { line, character } = position;
  const where = l10n.t("Line {0}, column {1}", line + 1, character + 1);
  const words = l10n.t("Nothing was sent: the document is not valid. {0}: {1}", where, text);
  vscode.window.setStatusBarMessage(words, 10_000);
  return words;
}
