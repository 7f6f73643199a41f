import assert from "node:assert/strict";
import * as vscode from "vscode";
import { defaultTeam, otherTeam } from "../sandbox/seed";
import { eventually, sandbox, sandboxOrigin, signIn, startOver } from "./support/stage";

describe("Configurations as documents", () => {
  beforeEach(async () => {
    await startOver();
    await signIn();
    await sandbox.clearRequests();
  });

  it("opens with one request, and with one more after it was closed", async () => {
    const uri = uriOf(defaultTeam, "T3S70");
    await vscode.window.showTextDocument(uri);
    assert.equal((await sandbox.requests()).length, 1);

    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await eventually(() => !vscode.workspace.textDocuments.some((one) => one.uri.scheme === uri.scheme));
    await vscode.window.showTextDocument(uri);
    assert.equal((await sandbox.requests()).length, 2);
  });

  it("takes its times from the server and cannot be written", async () => {
    const stat = await vscode.workspace.fs.stat(uriOf(defaultTeam, "T3S70"));

    assert.equal(stat.mtime, Date.parse("2026-10-02T16:45:12Z"));
    assert.equal(stat.ctime, Date.parse("2026-01-15T08:30:00Z"));
    assert.equal(stat.permissions, vscode.FilePermission.Readonly);
    const write = vscode.workspace.fs.writeFile(uriOf(defaultTeam, "T3S70"), new Uint8Array());
    await assert.rejects(Promise.resolve(write));
  });

  it("keeps every token, whatever escapes the service uses", async () => {
    const configurationText =
      '{"z":[1e400,-0,0.10,12345678901234567890],"a":"\\ud83d\\ude00 \\u00e9 \\/ \\u2028 \\ud800","a":{}}';
    await sandbox.addConnector(defaultTeam, { identifier: "ESC01", name: "Escapes", configurationText });

    const document = await vscode.workspace.openTextDocument(uriOf(defaultTeam, "ESC01"));

    assert.equal(
      document.getText(),
      '{\n  "z": [\n    1e400,\n    -0,\n    0.10,\n    12345678901234567890\n  ],\n' +
        '  "a": "😀 é / \\u2028 \\ud800",\n  "a": {}\n}\n',
    );
  });

  it("says why a connector cannot be opened", async () => {
    await assert.rejects(
      Promise.resolve(vscode.workspace.openTextDocument(uriOf(defaultTeam, "NONE1"))),
      /does not exist any more/,
    );
  });

  it("sends nothing for a document of another team", async () => {
    await assert.rejects(
      Promise.resolve(vscode.workspace.openTextDocument(uriOf(otherTeam, "T3S70"))),
      /belongs to team 4242/,
    );
    assert.deepEqual(await sandbox.requests(), []);
  });
});

function uriOf(team: string, identifier: string): vscode.Uri {
  const authority = `http+${new URL(sandboxOrigin).host}`;
  const path = `/${team}/${identifier}/Any name (${identifier}).json`;
  return vscode.Uri.from({ scheme: "supermetrics", authority, path });
}
