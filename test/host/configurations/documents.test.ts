import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam, otherTeam } from "../../sandbox/seed";
import { edit, openOwn, uriOf } from "../support/configurations";
import { eventually, refusal, sandbox, startSignedIn } from "../support/stage";

describe("Configurations as documents", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sandbox.clearRequests();
  });

  it("opens with one request, and with one more after it was closed", async () => {
    const identifier = "CLOS1"; // one that no other test has opened: the editor may still keep its document
    await sandbox.addConnector(defaultTeam, { identifier, name: "Closed" });
    const uri = uriOf(identifier);
    await vscode.commands.executeCommand("vscode.open", uri);
    assert.strictEqual((await sandbox.requests()).length, 1);

    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const isKept = (one: vscode.TextDocument) => one.uri.toString() === uri.toString();
    await eventually(() => !vscode.workspace.textDocuments.some(isKept));
    await vscode.commands.executeCommand("vscode.open", uri);
    assert.strictEqual((await sandbox.requests()).length, 2);
  });

  it("takes its times from the server", async () => {
    const stat = await vscode.workspace.fs.stat(uriOf("T3S70"));

    assert.strictEqual(stat.mtime, Date.parse("2026-10-02T16:45:12Z"));
    assert.strictEqual(stat.ctime, Date.parse("2026-01-15T08:30:00Z"));
    assert.isUndefined(stat.permissions);
  });

  it("keeps every token, whatever escapes the service uses", async () => {
    const configurationText =
      '{"z":[1e400,-0,0.10,12345678901234567890],"a":"\\ud83d\\ude00 \\u00e9 \\/ \\u2028 \\ud800","a":{}}';
    await sandbox.addConnector(defaultTeam, {
      identifier: "ESC01",
      name: "Escapes",
      configurationText,
    });

    const document = await vscode.workspace.openTextDocument(uriOf("ESC01"));

    assert.strictEqual(
      document.getText(),
      '{\n  "z": [\n    1e400,\n    -0,\n    0.10,\n    12345678901234567890\n  ],\n' +
        '  "a": "😀 é / \\u2028 \\ud800",\n  "a": {}\n}\n',
    );
  });

  it("has what the editor does for JSON: folding, symbols, and errors while typing", async () => {
    const document = await vscode.workspace.openTextDocument(uriOf("T3S70"));
    const ask = <T>(command: string) => vscode.commands.executeCommand<T>(command, document.uri);
    await eventually(async () => {
      const folds = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider");
      return folds?.some(({ start, end }) => start === 0 && end > 10);
    });
    const symbols = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider");
    assert.include(
      symbols.map(({ name }) => name),
      "reporting",
    );
    const own = await openOwn();
    await edit(own, '{"a":1,,}');
    await eventually(() => vscode.languages.getDiagnostics(own.uri).length > 0);
  });

  it("says why a connector cannot be opened", async () => {
    const { message } = await refusal(vscode.workspace.openTextDocument(uriOf("NONE1")));
    assert.match(message, /no longer exists/);
  });

  it("sends nothing for a document of another team", async () => {
    const { message } = await refusal(vscode.workspace.openTextDocument(uriOf("T3S70", otherTeam)));
    assert.match(message, /belongs to team 4242/);
    assert.deepStrictEqual(await sandbox.requests(), []);
  });
});
