import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";

/** Throws where the setting `files.encoding` makes the editor write something that is not UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw vscode.FileSystemError.Unavailable(
      l10n.t("Configurations are published as UTF-8. Check the setting files.encoding."),
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
  const words = l10n.t(
    "Your changes weren't published because the configuration isn't valid. {0}: {1}",
    where,
    text,
  );
  vscode.window.setStatusBarMessage(words, 10_000);
  return words;
}
