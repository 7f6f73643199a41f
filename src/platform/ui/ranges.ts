import * as vscode from "vscode";
import type { Place } from "../json/scan";

/** The range of a place that was found in a document's text. */
export function rangeOf(document: vscode.TextDocument, { offset, length }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
