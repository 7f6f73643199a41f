import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import {
  eventually,
  publishesWithoutAsking,
  requestedMethods,
  sandbox,
  startSignedIn,
} from "../support/stage";

const mine = '{"mine":1}';
const theirs = '{"them":1}';

describe("A conflict", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

  /** Edits, has a colleague publish, and saves. */
  async function meet(configurationText = theirs): Promise<vscode.TextDocument> {
    const document = await openOwn();
    await edit(document, mine);
    await sandbox.changeConnector(defaultTeam, own(), { configurationText });
    assert.isFalse(await saved(document));
    assert.isTrue(document.isDirty);
    return document;
  }

  it("keeps everything from being sent", async () => {
    await meet();
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
    assert.strictEqual(await published(), theirs);
  });

  it("is found where their text has the length of what was published", async () => {
    await meet('{"a":[2.0,"é"],"b":{}}');
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
  });

  it("goes on being one until the person decides", async () => {
    const document = await meet();
    assert.isFalse(await saved(document));
    assert.strictEqual(await published(), theirs);
  });

  it("ends with mine, where the person publishes it anyway", async () => {
    const document = await meet();
    await vscode.commands.executeCommand("supermetrics.publishMine", document.uri);
    assert.strictEqual(await published(), mine);
    assert.isFalse(document.isDirty);
    await edit(document, '{"next":1}');
    assert.isTrue(await saved(document));
  });

  it("is found again where they publish once more before mine goes over theirs", async () => {
    const document = await meet();
    await sandbox.changeConnector(defaultTeam, own(), { configurationText: '{"them":2}' });
    await vscode.commands.executeCommand("supermetrics.publishMine", document.uri);
    assert.strictEqual(await published(), '{"them":2}');
    assert.isTrue(document.isDirty);
  });

  it("ends with theirs, where the person uses it", async () => {
    const document = await meet();
    await vscode.commands.executeCommand("supermetrics.useTheirs", document.uri);
    await eventually(() => !document.isDirty);
    assert.strictEqual(document.getText(), '{\n  "them": 1\n}\n');
    assert.strictEqual(await published(), theirs);
    await edit(document, '{"next":1}');
    assert.isTrue(await saved(document));
  });

  it("changes no other document, where one becomes active while theirs is taken", async () => {
    const document = await meet();
    const { document: other } = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ content: "" }),
    );
    await edit(other, "kept");
    const taken = vscode.commands.executeCommand("supermetrics.useTheirs", document.uri);
    for (let times = 0; times < 20; times++) {
      // The editor refuses where it is opening theirs just then.
      await Promise.resolve(vscode.window.showTextDocument(other, { preview: false })).catch(
        () => undefined,
      );
    }
    await taken;
    assert.strictEqual(other.getText(), "kept");
    assert.strictEqual(document.getText(), '{\n  "them": 1\n}\n');
    assert.isFalse(document.isDirty);
  });

  it("is shown side by side", async () => {
    const document = await meet();
    await vscode.commands.executeCommand("supermetrics.compareConflict", document.uri);
    const tab = await eventually(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const left = await vscode.workspace.openTextDocument(tab.original);
    assert.strictEqual(left.getText(), '{\n  "them": 1\n}\n');
    assert.strictEqual(tab.modified.toString(), document.uri.toString());
  });

  it("that comes while mine is on its way is found by the read-back", async () => {
    const document = await openOwn();
    await edit(document, mine);
    const change = { configurationText: theirs };
    await sandbox.fault({
      method: "PUT",
      colleague: { when: "after", team: defaultTeam, identifier: own(), change },
    });
    assert.isFalse(await saved(document));
    assert.isTrue(document.isDirty);
    assert.strictEqual(await published(), theirs);
  });
});

describe("What the service stores in another form", () => {
  publishesWithoutAsking();

  it("is published, and does not change what the person sees", async () => {
    await startSignedIn();
    await sandbox.settings({ normalise: true });
    const document = await openOwn();
    const text = '{"b":1.0,"2":0,"1":0}';
    await edit(document, text);

    assert.isTrue(await saved(document));

    assert.strictEqual(document.getText(), text);
    assert.isFalse(document.isDirty);
    assert.strictEqual(await published(), '{"1":0,"2":0,"b":1}');
    await edit(document, '{"b":2.0}');
    assert.isTrue(await saved(document), "its own form is no conflict");
  });
});
