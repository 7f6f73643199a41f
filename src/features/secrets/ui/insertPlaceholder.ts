import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { requireWritable } from "../../../platform/ui/documentEdits";
import { stringAt } from "../../../platform/json/stringAt";
import { secretReference } from "../../checks/secretReferences";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";

/** The configuration that has the cursor, if any; tells the person where there is none. */
export function editorOfConfiguration(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && vscode.languages.match(configurationDocuments, editor.document) > 0) {
    return editor;
  }
  void vscode.window.showInformationMessage(
    l10n.t("Place the cursor in a connector configuration first."),
  );
  return undefined;
}

/**
 * Writes a reference to a secret where the cursor is, in place of what is selected: as a JSON string of its
 * own, or as a part of the string that the cursor is in.
 * @param placeholder as the service made it
 */
export async function insertPlaceholder(placeholder: string): Promise<void> {
  const editor = editorOfConfiguration();
  if (!editor) {
    return;
  }
  const { document, selections } = editor;
  await requireWritable(document.uri);
  const json = JSON.stringify(secretReference(placeholder));
  const isDone = await editor.edit((edit) => {
    for (const selection of selections) {
      const offset = document.offsetAt(selection.start);
      const isInside = stringAt(document.getText(), offset) !== undefined;
      edit.replace(selection, isInside ? json.slice(1, -1) : json);
    }
  });
  if (isDone) {
    await vscode.window.showTextDocument(document, editor.viewColumn);
  } else {
    void vscode.window.showInformationMessage(l10n.t("This document can't be edited right now."));
  }
}
