import * as vscode from "vscode";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import { namesSchema } from "../schemaNames";

/** Any JSON document may name the schema. */
export const schemaPropertyDocuments: vscode.DocumentSelector = [
  ...[configurationDocuments].flat(),
  { language: "json" },
  { language: "jsonc" },
];

/** Whether a document names the schema at its head. */
export function isSchemaNamed(document: vscode.TextDocument): boolean {
  const isJson = vscode.languages.match(schemaPropertyDocuments, document) > 0;
  // Where `$schema` stands by custom; the whole of a large document is too much for every key that is typed.
  return isJson && namesSchema(document.getText(new vscode.Range(0, 0, 20, 0)));
}

/** Tells when the document that is worked with names the schema, now or later, and again when it changes. */
export function onDidShowNamedSchema(tell: () => unknown): vscode.Disposable {
  const { window, workspace } = vscode;
  const look = () => {
    const document = window.activeTextEditor?.document;
    if (document && isSchemaNamed(document)) {
      tell();
    }
  };
  look();
  return vscode.Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidChangeTextDocument(
      ({ document }) => document === window.activeTextEditor?.document && look(),
    ),
  );
}
