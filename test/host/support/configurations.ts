import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { sandbox, sandboxOrigin } from "./stage";

export function uriOf(identifier: string, team = defaultTeam): vscode.Uri {
  const authority = `http+${new URL(sandboxOrigin).host}`;
  const path = `/${team}/${identifier}/Any name (${identifier}).json`;
  return vscode.Uri.from({ scheme: "supermetrics", authority, path });
}

let made = 0;
let identifier = "";

/** The connector of this test. */
export const own = () => identifier;

/**
 * Opens a connector that no other test has seen: the editor keeps documents for a while after their tab
 * was closed, and would show them to the next test.
 */
export async function openOwn(
  configurationText = '{"a":[1.0,"é"],"b":{}}',
): Promise<vscode.TextDocument> {
  identifier = `OWN${++made}`;
  await sandbox.addConnector(defaultTeam, { identifier, name: "Own", configurationText });
  const document = (await vscode.window.showTextDocument(uriOf(identifier), { preview: false }))
    .document;
  await sandbox.clearRequests();
  return document;
}

/** The text that the service has. */
export async function published(): Promise<string> {
  return (await sandbox.connector(defaultTeam, identifier)).configurationText;
}

/** Replaces the whole text, as a person who pastes does. */
export async function edit(document: vscode.TextDocument, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(change);
}

/** Saves as the editor does when a person saves; tells whether it was saved. */
export function saved(document: vscode.TextDocument): Promise<boolean> {
  return Promise.resolve(document.save()).catch(() => false);
}

/** The place behind a text in a document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}
