import { assert } from "chai";
import * as vscode from "vscode";
import { allRights, defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import {
  confirmPublish,
  eventually,
  publishesWithoutAsking,
  person,
  requestedMethods,
  sandbox,
  signIn,
  signOut,
  startOver,
  startSignedIn,
} from "../support/stage";

const theirs = { configurationText: '{"theirs":1}' };

describe("What is published elsewhere", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

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
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the service's clock counts seconds
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("supermetrics.refresh");
    assert.strictEqual(document.getText(), '{"mine":1}');
    await person({ pressOn: "was changed elsewhere while you were editing", button: "Compare" });
    await eventually(
      () =>
        vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    assert.isFalse(await saved(document));
    assert.strictEqual(await published(), theirs.configurationText);
  });

  it("is no conflict where only the connector's name was changed, and nobody is blamed", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the service's clock counts seconds
    await sandbox.changeConnector(defaultTeam, own(), { name: "Renamed by a colleague" });
    await vscode.commands.executeCommand("supermetrics.refresh");
    await person(
      { pressOn: "was changed elsewhere while you were editing", button: "Compare" },
      { waitForNotification: "is still the one you started from." },
    );
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"mine":1}');
  });

  it("that is known is decided about before anything else is asked", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the service's clock counts seconds
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("supermetrics.refresh");
    await sandbox.clearRequests();
    await confirmPublish(true);
    try {
      assert.isFalse(await saved(document));
    } finally {
      await confirmPublish(false);
    }
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
    await vscode.commands.executeCommand("supermetrics.useTheirs", document.uri);
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
  });

  it("is what a document shows whose edit is given up", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
    assert.isFalse(document.isDirty);
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
    await edit(document, '{"mine":2}');
    assert.isTrue(await saved(document), "it goes on from their version");
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
  });

  it("is what a document shows whose conflict is given up, and is no conflict any more", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    assert.isFalse(await saved(document));
    await vscode.commands.executeCommand("undo");
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
    await edit(document, '{"mine":2}');
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"mine":2}');
  });

  it("leaves what an edit is based on alone when it is compared with what is saved", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("workbench.files.action.compareWithSaved");
    await eventually(async () => (await requestedMethods()).length > 0);
    assert.strictEqual(document.getText(), '{"mine":1}');
    assert.isFalse(await saved(document));
    assert.strictEqual(await published(), theirs.configurationText);
  });

  it("is what opens after the tab was closed, where the editor keeps the document", async () => {
    const document = await openOwn();
    await vscode.workspace.openTextDocument(document.uri); // as a quick fix does
    for (const open of [
      () => vscode.commands.executeCommand("supermetrics.openConfiguration", document.uri),
      () => vscode.commands.executeCommand("vscode.open", document.uri),
    ]) {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      assert.isFalse(document.isClosed, "the editor keeps it");
      const configurationText = `{"theirs":"${Math.random()}"}`;
      await sandbox.changeConnector(defaultTeam, own(), { configurationText });
      await sandbox.clearRequests();
      await open();
      const text = `${JSON.stringify(JSON.parse(configurationText), undefined, 2)}\n`;
      await eventually(() => document.getText() === text);
      assert.deepStrictEqual(await requestedMethods(), ["GET"]);
    }
    await edit(document, '{"mine":1}');
    assert.isTrue(await saved(document), "it goes on from their version");
  });

  for (const keepsDocument of [false, true]) {
    it(`is what opens at once after an edit was closed${keepsDocument ? ", where the editor keeps the document" : ""}`, async () => {
      const document = await openOwn();
      if (keepsDocument) {
        await vscode.workspace.openTextDocument(document.uri);
      }
      await edit(document, '{"mine":1}');
      await sandbox.changeConnector(defaultTeam, own(), theirs);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.commands.executeCommand("supermetrics.openConfiguration", document.uri);
      const shown = () => vscode.window.activeTextEditor?.document;
      await eventually(() => shown()?.getText() === '{\n  "theirs": 1\n}\n');
      const again = shown();
      assert.isFalse(again?.isDirty);
      assert.ok(again);
      await edit(again, '{"mine":2}');
      assert.isTrue(await saved(again), "it goes on from their version");
    });
  }

  it("opens where a document was only loaded in the background", async () => {
    const { uri } = await openOwn();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const other = uri.with({ path: uri.path.replace("Any name", "Its name") });
    const document = await vscode.workspace.openTextDocument(other);
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await vscode.commands.executeCommand("supermetrics.openConfiguration", other);
    await eventually(() => document.getText() === '{\n  "theirs": 1\n}\n');
    await eventually(
      () => vscode.window.activeTextEditor?.document.getText() === document.getText(),
    );
  });

  it("costs no request where nothing was", async () => {
    await openOwn();
    await vscode.commands.executeCommand("supermetrics.refresh");
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
  });
});

async function setTeam(team: string): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.teamId", team, vscode.ConfigurationTarget.Global);
}

describe("A configuration that cannot be published now", () => {
  publishesWithoutAsking();
  beforeEach(startOver);

  const isWritable = async (document: vscode.TextDocument) =>
    (await vscode.workspace.fs.stat(document.uri)).permissions === undefined;

  it("keeps an edit through a sign-out, and goes on after the next sign-in", async () => {
    await signIn();
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    await signOut();
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
    await signOut();
    assert.isFalse(await isWritable(document));
    await signIn();
    assert.isTrue(await isWritable(document));
  });

  it("that belongs to another team is read-only, offers to switch to it, and asks nothing before", async () => {
    await signIn();
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    const other = "1000000000000000777";
    await setTeam(other);
    assert.isTrue(await isWritable(document), "what was typed stays within reach");
    await sandbox.clearRequests();
    assert.isFalse(await saved(document));
    // The view may list the other team's connectors meanwhile.
    const asked = (await sandbox.requests()).filter(({ path }) => path.includes(own()));
    assert.deepStrictEqual(asked, []);
    await person({
      pressOn: "Switch to that team to publish your changes.",
      button: "Switch to Harbour Agency",
    });
    await eventually(async () => (await published()) === '{"mine":1}');
    await eventually(() => !document.isDirty);

    await setTeam(other);
    await eventually(async () => !(await isWritable(document)));
    await vscode.commands.executeCommand("supermetrics.switchTeam", document.uri);
    await eventually(() => isWritable(document));
  });

  it("that nobody may ask for is the version that was published last, and follows after the sign-in", async () => {
    await signIn();
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    assert.isTrue(await saved(document));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await signOut();
    const other = document.uri.with({ path: document.uri.path.replace("Any name", "Its name") });
    const { document: kept } = await vscode.window.showTextDocument(other);
    assert.deepStrictEqual(JSON.parse(kept.getText()), { mine: 1 });
    assert.isFalse(await isWritable(kept));
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await signIn();
    await eventually(() => kept.getText() === '{\n  "theirs": 1\n}\n');
    assert.isTrue(await isWritable(kept));
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
