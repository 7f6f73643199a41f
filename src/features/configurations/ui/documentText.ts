import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Choice } from "../../../platform/ui/notifier";
import { findTextProblem, type TextProblem } from "../textProblem";

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

/**
 * Shows where a text is wrong.
 * @param offset in UTF-16 code units from the text's beginning
 * @returns the place in words
 */
export async function revealPlace(uri: vscode.Uri, offset: number): Promise<string> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position));
  const { line, character } = position;
  return l10n.t("Line {0}, column {1}", line + 1, character + 1);
}

/** Shows where the text of a document can't be a configuration: it may be another place than the one that is known. */
async function revealProblem(uri: vscode.Uri, known: TextProblem): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await revealPlace(uri, (findTextProblem(document.getText()) ?? known).offset);
}

/** Offers to go where a text can't be a configuration, in a notification. */
export function goToProblem(uri: vscode.Uri, problem: TextProblem): Choice {
  return { label: l10n.t("Go to Error"), run: () => revealProblem(uri, problem) };
}
