import type * as vscode from "vscode";

/**
 * Keeps what was read from a document until its text changes: texts are long, and the editor asks with each move of
 * the cursor or the mouse.
 * @param read what reads it; what it throws is thrown
 */
export function oncePerVersion<T>(
  read: (document: vscode.TextDocument) => T,
): (document: vscode.TextDocument) => T {
  const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly value: T }>();
  return (document) => {
    const { version } = document;
    const kept = known.get(document);
    if (kept?.version === version) {
      return kept.value;
    }
    const value = read(document);
    known.set(document, { version, value });
    return value;
  };
}
