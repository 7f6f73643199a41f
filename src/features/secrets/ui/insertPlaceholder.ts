import * as l10n from "@vscode/l10n";
import { getLocation } from "jsonc-parser";
import * as vscode from "vscode";
import { configurationDocuments } from "../../configurations/ui/documents";

/** The configuration that has the cursor, if any; tells the person where there is none. */
export function editorOfConfiguration(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && vscode.languages.match(configurationDocuments, editor.document) > 0) {
    return editor;
  }
  void vscode.window.showInformationMessage(
    l10n.t("Put the cursor into a connector’s configuration first."),
  );
  return undefined;
}

/**
 * Writes a secret's placeholder where the cursor is, in place of what is selected: as a JSON string of its
 * own, or as a part of the string that the cursor is in.
 */
export async function insertPlaceholder(placeholder: string): Promise<void> {
  const editor = editorOfConfiguration();
  if (!editor) {
    return;
  }
  const { document, selections } = editor;
  const json = JSON.stringify(placeholder);
  const isDone = await editor.edit((edit) => {
    for (const selection of selections) {
      const offset = document.offsetAt(selection.start);
      const isInside = isInString(document.getText(), offset);
      edit.replace(selection, isInside ? json.slice(1, -1) : json);
    }
  });
  if (isDone) {
    await vscode.window.showTextDocument(document, editor.viewColumn);
  } else {
    void vscode.window.showInformationMessage(l10n.t("This document cannot be edited now."));
  }
}

/** Whether a position is between the quotes of a string; one that is being typed may have no second quote yet. */
function isInString(text: string, position: number): boolean {
  const { previousNode } = getLocation(text, position);
  if (previousNode?.type !== "string" && previousNode?.type !== "property") {
    return false;
  }
  const { offset, length } = previousNode;
  const isClosed = length > 1 && text[offset + length - 1] === '"';
  return position > offset && position <= offset + length - (isClosed ? 1 : 0);
}
