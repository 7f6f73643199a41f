import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import {
  eventually,
  person,
  publishesWithoutAsking,
  sandbox,
  startSignedIn,
} from "../support/stage";

describe("A connector whose name has changed since its tab was opened", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

  const renamed = (uri: vscode.Uri) =>
    uri.with({ path: uri.path.replace(/[^/]+$/, `Renamed (${own()}).json`) });
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .map(({ input }) =>
        input instanceof vscode.TabInputText ? input.uri.toString() : String(input),
      );
  const isOnly = (uri: vscode.Uri) =>
    eventually(() => tabs().length === 1 && tabs()[0] === uri.toString());

  it("opens in the tab that it has", async () => {
    const document = await openOwn();
    await sandbox.changeConnector(defaultTeam, own(), { name: "Renamed" });
    await vscode.commands.executeCommand("supermetrics.openConfiguration", document.uri);
    await isOnly(document.uri);
  });

  it("has its new name in the tab that shows it, where it is renamed here", async () => {
    const document = await openOwn();
    await vscode.commands.executeCommand("supermetrics.refresh");
    const renaming = vscode.commands.executeCommand("supermetrics.rename", document.uri);
    await person({ answer: "Renamed", to: "Connector name" });
    await renaming;
    await isOnly(renamed(document.uri));
    await sandbox.clearRequests();
    const { document: again } = await vscode.window.showTextDocument(renamed(document.uri));
    await edit(again, '{"mine":1}');
    assert.isTrue(await saved(again));
    assert.strictEqual(await published(), '{"mine":1}');
  });

  it("has one tab when another one comes back under the new name: the one that holds the edit", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await vscode.commands.executeCommand("vscode.open", renamed(document.uri));
    await isOnly(document.uri);
    assert.strictEqual(document.getText(), '{"mine":1}');
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"mine":1}');
  });

  it("has one side of a comparison under the name that is open", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    const other = renamed(document.uri);
    await vscode.commands.executeCommand("vscode.diff", document.uri, other, "Comparison");
    await eventually(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return (
        input instanceof vscode.TabInputTextDiff &&
        input.modified.toString() === document.uri.toString()
      );
    });
  });

  it("shows what was published in a document that is open without a tab as well", async () => {
    const document = await openOwn();
    const other = await vscode.workspace.openTextDocument(renamed(document.uri));
    await edit(document, '{"mine":1}');
    assert.isTrue(await saved(document));
    await eventually(() => other.getText() === '{"mine":1}');
    await edit(document, '{"mine":2}');
    assert.isTrue(await saved(document), "it goes on from its own version");
    await eventually(() => other.getText() === '{"mine":2}');
  });

  it("is not published from one of two tabs with different edits, and loses neither", async () => {
    const document = await openOwn();
    const other = await vscode.workspace.openTextDocument(renamed(document.uri));
    await edit(document, '{"mine":1}');
    await edit(other, '{"mine":2}');
    assert.isFalse(await saved(document));
    assert.isFalse(await saved(other));
    assert.deepStrictEqual([document.getText(), other.getText()], ['{"mine":1}', '{"mine":2}']);
    assert.strictEqual(await published(), '{"a":[1.0,"é"],"b":{}}');
    await vscode.window.showTextDocument(other);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await isOnly(document.uri);
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"mine":1}');
  });
});
