import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import {
  eventually,
  person,
  publishesWithoutAsking,
  refusal,
  sandbox,
  startSignedIn,
} from "../support/stage";

const mine = '{"mine":1}';
const theirs = '{\n  "them": 1\n}\n';

describe("A merge", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);
  afterEach(() => autoSave(undefined));

  const mergeTab = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => typeof input === "object" && input !== null && "result" in input);
  /** Of this test's connector: the editor keeps those of others for a while. */
  const result = () =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === "supermetrics-merge" && uri.path.includes(`/${own()}/`),
    );

  /** Saves the merge editor's result, however soon that holds an edit again. */
  async function saveResult(): Promise<void> {
    let isSaved = false;
    const listening = vscode.workspace.onDidSaveTextDocument((document) => {
      isSaved ||= document === result();
    });
    await eventually(async () => {
      await vscode.commands.executeCommand("workbench.action.files.save");
      return isSaved;
    });
    listening.dispose();
  }

  /** Meets a conflict in a configuration, opens the merge editor, and takes their side of all. */
  async function mergeWithTheirs(): Promise<vscode.TextDocument> {
    const document = await openOwn();
    await edit(document, mine);
    await sandbox.changeConnector(defaultTeam, own(), { configurationText: '{"them":1}' });
    assert.isFalse(await saved(document));
    await vscode.commands.executeCommand("supermetrics.mergeConflict", document.uri);
    await takeTheirs();
    return document;
  }

  async function takeTheirs(): Promise<void> {
    await eventually(() => mergeTab()?.isActive);
    await eventually(async () => {
      await vscode.commands.executeCommand("merge.acceptAllInput1");
      return result()?.getText().trim() === theirs.trim();
    });
  }

  it("is complete when the person completes it, and changes nothing before", async () => {
    const document = await mergeWithTheirs();
    assert.strictEqual(document.getText(), mine);

    await vscode.commands.executeCommand("mergeEditor.acceptMerge");

    await eventually(() => document.getText() === theirs);
    assert.isUndefined(mergeTab());
    assert.strictEqual(await published(), '{"them":1}');
  });

  it("is not completed by a save in the middle", async () => {
    const document = await mergeWithTheirs();
    await saveResult();
    await eventually(() => result()?.isDirty && result()?.getText() === theirs);
    assert.strictEqual(document.getText(), mine);
    assert.isTrue(mergeTab()?.isActive);

    await vscode.commands.executeCommand("mergeEditor.acceptMerge");
    await eventually(() => document.getText() === theirs);
  });

  it("is not complete where it is closed with conflicts in it, and goes on from there", async () => {
    const document = await openOwn('{"a":1}');
    const changed = '{\n  "a": 2\n}\n';
    await edit(document, changed);
    await sandbox.changeConnector(defaultTeam, own(), { configurationText: '{"a":3}' });
    assert.isFalse(await saved(document));
    await vscode.commands.executeCommand("supermetrics.mergeConflict", document.uri);
    // The merge editor shows what both began from instead of the markers that it was given.
    await eventually(() => mergeTab()?.isActive && result()?.getText().includes('"a": 1'));
    await saveResult();
    const unresolved = result()?.getText();
    const tab = mergeTab();
    assert.ok(tab);
    await vscode.window.tabGroups.close(tab);
    await person({ pressOn: "still has conflicts", button: "Merge Again" });
    await eventually(() => mergeTab()?.isActive && result()?.getText() === unresolved);
    assert.strictEqual(document.getText(), changed);
  });

  it("whose sides are not kept any more says so, and where the edit is", async () => {
    const { uri } = await openOwn();
    const gone = uri.with({ scheme: "supermetrics-merge", query: "supermetrics a b" });
    const { message } = await refusal(vscode.workspace.fs.readFile(gone));
    assert.include(message, "Your changes are still in Any name");
  });

  it("is not completed by auto-save", async () => {
    await autoSave("afterDelay");
    const document = await mergeWithTheirs();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.strictEqual(document.getText(), mine);
    assert.isTrue(mergeTab()?.isActive);

    await vscode.commands.executeCommand("mergeEditor.acceptMerge");
    await eventually(() => document.getText() === theirs);
  });
});

async function autoSave(value: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update("files.autoSave", value, vscode.ConfigurationTarget.Global);
}
