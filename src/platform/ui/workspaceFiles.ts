import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { plainText } from "../words/plainText";
import { replaceText } from "./documentEdits";

/** The document of a file that is open with edits that aren't saved. */
export function editedDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && uri.toString() === file.toString(),
  );
}

/**
 * The text of a file as its editor shows it, edits that aren't saved included. Throws, in words for the
 * person, why it can't be read.
 * @param keepMark whether a byte order mark, which editors show nowhere, stays where the file has one
 */
export async function readText(file: vscode.Uri, keepMark = false): Promise<string> {
  const edited = editedDocument(file);
  if (edited) {
    return edited.getText();
  }
  const bytes = await vscode.workspace.fs.readFile(file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    throw new Error(
      l10n.t("{0} isn't encoded as UTF-8. Save the file with that encoding.", pathOf(file)),
    );
  }
}

/** Saves a file that is open with edits. Throws, in words for the person, where it isn't saved. */
export async function saveEdits(file: vscode.Uri): Promise<void> {
  const edited = editedDocument(file);
  if (edited && !(await edited.save()) && edited.isDirty) {
    throw new Error(l10n.t("Nothing was sent because {0} couldn't be saved.", pathOf(file)));
  }
}

/** Writes a file, and what its editor shows where it has edits. Throws why it can't be written. */
export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  if (!editedDocument(file)) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return;
  }
  const document = await replaceText(file, text);
  if (document.isDirty && !(await document.save())) {
    throw new Error(l10n.t("Couldn't save {0}.", pathOf(file)));
  }
}

/** A file's path as the workspace names it, fit for a notification. */
export function pathOf(file: vscode.Uri): string {
  return plainText(vscode.workspace.asRelativePath(file), 200);
}

/** A file in the folders that are open. */
export interface FoundFile {
  /** URI. */
  readonly uri: string;
  /** As the workspace names it. */
  readonly path: string;
}

/** Whoever asks waits for the files. Milliseconds. */
const maxWait = 2000;

/** The files of that name in the folders that are open, as far as the search finds them soon. */
export async function filesNamed(name: string): Promise<readonly FoundFile[]> {
  const found = await Promise.race([
    Promise.resolve(vscode.workspace.findFiles(`**/${name}`, undefined, 200)).catch(() => []),
    new Promise<vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), maxWait)),
  ]);
  return found
    .map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}
