import { assert } from "chai";
import * as vscode from "vscode";
import { allRights, defaultTeam } from "../sandbox/seed";
import { edit, openOwn, own, published, saved } from "./support/configurations";
import {
  publishesWithoutAsking,
  eventually,
  requestedMethods,
  sandbox,
  signIn,
  startOver,
} from "./support/stage";

const theirs = { configurationText: '{"theirs":1}' };

describe("What is published elsewhere", () => {
  publishesWithoutAsking();
  beforeEach(async () => {
    await startOver();
    await signIn();
  });

  it("comes with a refresh where the document holds no edit, with one request each", async () => {
    const document = await openOwn();
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the service's clock counts seconds
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("supermetrics.refresh");
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
    assert.isFalse(document.isDirty);
    assert.deepStrictEqual(await requestedMethods(), ["GET", "GET"]);
    await edit(document, '{"mine":1}');
    assert.isTrue(await saved(document), "it goes on from their version");
  });

  it("leaves an edit alone, which then is a conflict", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("supermetrics.refresh");
    assert.strictEqual(document.getText(), '{"mine":1}');
    assert.isFalse(await saved(document));
    assert.strictEqual(await published(), theirs.configurationText);
  });

  it("costs no request where nothing was", async () => {
    await openOwn();
    await vscode.commands.executeCommand("supermetrics.refresh");
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
  });
});

describe("A configuration that cannot be published now", () => {
  publishesWithoutAsking();
  beforeEach(startOver);

  const isWritable = async (document: vscode.TextDocument) =>
    (await vscode.workspace.fs.stat(document.uri)).permissions === undefined;

  it("keeps an edit through a sign-out, and goes on after the next sign-in", async () => {
    await signIn();
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await vscode.commands.executeCommand("supermetrics.signOut");
    assert.isTrue(await isWritable(document));
    assert.isFalse(await saved(document));
    assert.strictEqual(document.getText(), '{"mine":1}');
    await signIn();
    await sandbox.clearRequests();
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"mine":1}');
  });

  it("is read-only while nobody is signed in", async () => {
    await signIn();
    const document = await openOwn();
    assert.isTrue(await isWritable(document));
    await vscode.commands.executeCommand("supermetrics.signOut");
    assert.isFalse(await isWritable(document));
    await signIn();
    assert.isTrue(await isWritable(document));
  });

  it("is read-only once the key may not write, until somebody tries again", async () => {
    const key = "api_reader";
    const rights = allRights.filter((right) => right !== "cb_connectors_write");
    await sandbox.addKey({ key, teams: [defaultTeam], rights, state: "active" });
    await signIn(key);
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    assert.isFalse(await saved(document));
    assert.isTrue(await isWritable(document), "what was typed stays within reach");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await eventually(async () => !(await isWritable(document)));
    await vscode.commands.executeCommand("supermetrics.refresh");
    assert.isTrue(await isWritable(document));
  });
});
