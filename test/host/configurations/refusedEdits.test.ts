import { assert } from "chai";
import * as vscode from "vscode";
import { replaceText, touch } from "../../../src/platform/ui/documentEdits";
import { defaultTeam, otherTeam } from "../../sandbox/seed";
import { sourceConfiguration } from "../../source/configuration";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import { sourceOrigin } from "../support/source";
import {
  eventually,
  person,
  publishesWithoutAsking,
  refusal,
  sandbox,
  signOut,
  startSignedIn,
} from "../support/stage";

/** Selects a team elsewhere. What is open of the other one can't be typed in then. */
async function useTeam(team: string, document: vscode.TextDocument): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.teamId", team, vscode.ConfigurationTarget.Global);
  const wanted = team === defaultTeam ? undefined : vscode.FilePermission.Readonly;
  await eventually(
    async () => (await vscode.workspace.fs.stat(document.uri)).permissions === wanted,
  );
}

describe("An edit of a document that nobody can type in", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);
  afterEach(signOut);

  const readOnly = async (text: string) => {
    const document = await openOwn(text);
    await useTeam(otherTeam, document);
    return document;
  };

  it("is refused in words, and the text stays", async () => {
    const document = await readOnly('{"a":1}');
    const text = document.getText();
    const { message } = await refusal(replaceText(document.uri, "{}"));
    assert.match(message, /^"Any name \(OWN\d+\)\.json" is read-only, so nothing was changed\.$/);
    assert.deepEqual([document.getText(), document.isDirty], [text, false]);
  });

  it("is refused before fields for it are chosen", async () => {
    const document = await readOnly(sourceConfiguration(sourceOrigin));
    const text = document.getText();
    await vscode.commands.executeCommand(
      "supermetrics.addFieldsFromResponse",
      document.uri,
      "reportType newsletter_days",
    );
    await person({ waitForNotification: "is read-only, so nothing was changed." });
    assert.equal(document.getText(), text);
  });

  it("is none of a merge: its result is offered until it can be taken over", async () => {
    const document = await openOwn();
    await edit(document, '{"mine":1}');
    const theirs = '{\n  "them": 1\n}\n';
    await sandbox.changeConnector(defaultTeam, own(), { configurationText: '{"them":1}' });
    assert.isFalse(await saved(document));
    await vscode.commands.executeCommand("supermetrics.mergeConflict", document.uri);
    const result = () =>
      vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === "supermetrics-merge" && uri.path.includes(`/${own()}/`),
      );
    await eventually(async () => {
      await vscode.commands.executeCommand("merge.acceptAllInput1");
      return result()?.getText().trim() === theirs.trim();
    });
    // The edit is given up in the meantime, and another team selected.
    const merge = vscode.window.tabGroups.activeTabGroup.activeTab;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await eventually(() => !document.isDirty);
    await useTeam(otherTeam, document);
    const text = document.getText();
    assert.ok(merge);
    await eventually(async () => {
      await vscode.commands.executeCommand("workbench.action.previousEditor");
      return vscode.window.tabGroups.activeTabGroup.activeTab?.label === merge.label;
    });
    await vscode.commands.executeCommand("mergeEditor.acceptMerge");
    await person({
      waitForNotification: 'The merge result of "Own" wasn\'t applied.',
      buttons: ["Use Merge Result"],
    });
    assert.equal(document.getText(), text);
    assert.equal(await published(), '{"them":1}');
  });
});

describe("An edit that the editor doesn't take", () => {
  it("is told to who keeps a document changed", async () => {
    const files = new Map([["/a.json", "{}"]]);
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const read = ({ path }: vscode.Uri) => {
      const text = files.get(path);
      if (text === undefined) {
        throw vscode.FileSystemError.FileNotFound(path);
      }
      return new TextEncoder().encode(text);
    };
    const registered = vscode.workspace.registerFileSystemProvider("vanishing", {
      onDidChangeFile: changed.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: (uri) => ({
        type: vscode.FileType.File,
        ctime: 0,
        mtime: 0,
        size: read(uri).byteLength,
      }),
      readFile: read,
      readDirectory: () => [],
      createDirectory: () => undefined,
      writeFile: () => undefined,
      delete: () => undefined,
      rename: () => undefined,
    });
    try {
      const uri = vscode.Uri.from({ scheme: "vanishing", path: "/a.json" });
      // Of a document that an extension has opened, the editor keeps the text for minutes.
      await vscode.commands.executeCommand("vscode.open", uri);
      const document = await eventually(() =>
        vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()),
      );
      assert.isTrue(await touch(document));
      assert.deepEqual([document.getText(), document.isDirty], ["{}", true]);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      files.clear();
      await eventually(() => document.isClosed);
      assert.isFalse(await touch(document));
    } finally {
      registered.dispose();
      changed.dispose();
    }
  });
});
