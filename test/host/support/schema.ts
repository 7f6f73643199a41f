import * as vscode from "vscode";
import { schemaDocument } from "../../sandbox/schema/document";
import { eventually, sandbox } from "./stage";

/** A configuration with one report type. */
export const reportType = (inside: string) =>
  `{\n  "reporting": {\n    "reportTypes": [\n      {\n        "id": "days",\n        ${inside}\n      }\n    ]\n  }\n}`;

/** What the editor says of a document, besides the extension itself. */
export const bySchema = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source !== "Supermetrics")
    .map(({ message }) => message);

export async function completionsAt(document: vscode.TextDocument, position: vscode.Position) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Waits until the editor says this of a document. */
export async function saidBySchema(document: vscode.TextDocument, words: string): Promise<void> {
  await eventually(() => bySchema(document).find((message) => message.includes(words)));
}

/** Waits until what is said of a title that is a number follows the schema, there and back. */
export async function followsSchema(document: vscode.TextDocument): Promise<void> {
  await saidBySchema(document, "string");
  await reloadChanged();
  await saidBySchema(document, "boolean");
  await vscode.commands.executeCommand("supermetrics.reloadSchema");
  await saidBySchema(document, "string");
}

/** The schema changes at the service, and is loaded anew. */
async function reloadChanged(): Promise<void> {
  const changed = JSON.stringify(schemaDocument).replace(
    '"title":{"type":"string"',
    '"title":{"type":"boolean"',
  );
  await sandbox.fault({ path: "/schema/", status: 200, json: JSON.parse(changed) });
  await vscode.commands.executeCommand("supermetrics.reloadSchema");
}
