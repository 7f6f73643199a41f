import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own, published, saved } from "../support/configurations";
import { at, describeWithFolder, writeFile } from "../support/folder";
import {
  eventually,
  person,
  publishesWithoutAsking,
  requestedMethods,
  sandbox,
  startSignedIn,
} from "../support/stage";

const name = "Mine.connector.json";

describeWithFolder("A file with a connector configuration", () => {
  const links = at("supermetrics-connectors.json");
  const file = at(name);
  const read = async (uri: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const link = async () =>
    (JSON.parse(await read(links).catch(() => "{}")) as Record<string, Record<string, unknown>>)[
      name
    ];
  const remove = (uri: vscode.Uri) =>
    Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);

  publishesWithoutAsking();
  beforeEach(async () => {
    await startSignedIn();
    await remove(links);
  });
  afterEach(async () => {
    await remove(links);
    await remove(file);
  });

  /** Publishes a file that belongs to no connector yet, to the one that the person picks. */
  async function publishFirst(text: string): Promise<void> {
    await openOwn();
    await vscode.commands.executeCommand("supermetrics.refresh");
    await writeFile(name, text);
    const publishing = vscode.commands.executeCommand("supermetrics.publishFile", file);
    await person({ choose: own(), from: "Select a connector" });
    await publishing;
  }

  it("is asked for by the name of the job where none is open", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const [command, title] of [
      ["publishFile", "Select a file to publish to a connector"],
      ["compareFile", "Select a file to compare with a connector"],
      ["createFromFile", "Select a file to create a connector from"],
    ]) {
      const done = vscode.commands.executeCommand(`supermetrics.${command}`);
      await person({ waitForQuestion: title ?? "" }, { press: "Escape" });
      await done;
    }
  });

  it("is published to a connector that is picked once, and remembered", async () => {
    await publishFirst('{ "a": 1.0 }');
    assert.strictEqual(await published(), '{ "a": 1.0 }');
    assert.deepInclude(await link(), { teamId: defaultTeam, connectorIdentifier: own() });

    await writeFile(name, '{ "a": 2.0 }');
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.publishFile", file);
    assert.strictEqual(await published(), '{ "a": 2.0 }');
    assert.deepStrictEqual(await requestedMethods(), ["GET", "PUT", "GET"]);
  });

  it("brings an open document along", async () => {
    await publishFirst('{"a":3}');
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes(own()));
    await eventually(() => document?.getText() === '{\n  "a": 3\n}\n');
  });

  it("is named where it overtakes an edit of its connector's document", async () => {
    await publishFirst('{"a":1}');
    const document = await eventually(() =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.path.includes(own()) && one.getText().includes('"a": 1'),
      ),
    );
    await edit(document, '{"mine":1}');
    await writeFile(name, '{"a":2}');
    await vscode.commands.executeCommand("supermetrics.publishFile", file);
    await vscode.commands.executeCommand("supermetrics.connectors.focus");
    await person({ waitForRow: `changed by you, from ${name}` });
    assert.isFalse(await saved(document));
    await person({ waitForRow: `${own()} · conflict: changed by you, from ${name}` });
    assert.strictEqual(await published(), '{"a":2}');
  });

  it("is not published over a colleague's version", async () => {
    await publishFirst('{"a":1}');
    const theirs = { configurationText: '{"theirs":1}' };
    await sandbox.changeConnector(defaultTeam, own(), theirs);
    await writeFile(name, '{"a":2}');
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.publishFile", file);
    assert.deepStrictEqual(await requestedMethods(), ["GET"]);
    assert.strictEqual(await published(), theirs.configurationText);
  });

  it("is published with all that are selected", async () => {
    await publishFirst('{"a":1}');
    const first = own();
    await openOwn();
    await vscode.commands.executeCommand("supermetrics.refresh");
    const second = await writeFile("Second.connector.json", '{"b":1}');
    await writeFile(name, '{"a":2}');
    const selected = [file, second, at("package.json")];
    const publishing = vscode.commands.executeCommand("supermetrics.publishFile", file, selected);
    await person({ choose: own(), from: "Select the connector for Second" });
    await publishing;
    const stored = async (identifier: string) =>
      (await sandbox.connector(defaultTeam, identifier)).configurationText;
    assert.deepStrictEqual([await stored(first), await stored(own())], ['{"a":2}', '{"b":1}']);
    assert.deepStrictEqual(Object.keys(JSON.parse(await read(links)) as object), [
      name,
      "Second.connector.json",
    ]);
    await remove(second);
  });

  it("keeps its connector where it is renamed, and a new file of the old name has none", async () => {
    await publishFirst('{"a":1}');
    const renamed = at("Renamed.connector.json");
    const renaming = new vscode.WorkspaceEdit();
    renaming.renameFile(file, renamed);
    await vscode.workspace.applyEdit(renaming);
    await eventually(async () => !(await link()));
    await writeFile("Renamed.connector.json", '{"a":2}');
    await vscode.commands.executeCommand("supermetrics.publishFile", renamed);
    assert.strictEqual(await published(), '{"a":2}');

    await writeFile(name, '{"unrelated":1}');
    const publishing = vscode.commands.executeCommand("supermetrics.publishFile", file);
    await person({ waitForQuestion: "Select the connector for Mine" }, { press: "Escape" });
    await publishing;
    assert.strictEqual(await published(), '{"a":2}');
    await remove(renamed);
  });

  it("whose links are in the middle of a Git merge is not published, and they stay", async () => {
    await publishFirst('{"a":1}');
    const merging = '{\n<<<<<<< HEAD\n"a":{}\n=======\n"b":{}\n>>>>>>> theirs\n}\n';
    await writeFile("supermetrics-connectors.json", merging);
    await writeFile(name, '{"a":2}');
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.publishFile", file);
    await person({
      waitForNotification: "The file has Git conflict markers.",
      buttons: ["Open File", "Show Extension Log"],
    });
    assert.deepStrictEqual(await requestedMethods(), []);
    assert.strictEqual(await read(links), merging);
  });

  it("that is not valid is never sent", async () => {
    await publishFirst('{"a":1}');
    await writeFile(name, '{"a":');
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.publishFile", file);
    assert.deepStrictEqual(await requestedMethods(), []);
    await person({ waitForNotification: "Nothing was published because the file isn't valid." });
  });

  it("becomes a connector as its editor shows it, and is saved", async () => {
    // A name of its own: the editor keeps the document of a file that another test has deleted.
    const shown = await writeFile("Shown.connector.json", '{"saved":1}');
    const document = await vscode.workspace.openTextDocument(shown);
    await edit(document, '{"typed":1}');
    const creating = vscode.commands.executeCommand("supermetrics.createFromFile", shown);
    await person(
      { answer: "As it is shown", to: "Connector name" },
      { answer: "", to: "Description" },
    );
    await creating;
    const put = (await sandbox.requests()).find(({ method }) => method === "PUT");
    assert.include(put?.body, "typed");
    assert.deepStrictEqual([document.isDirty, await read(shown)], [false, '{"typed":1}']);
    await remove(shown);
  });

  it("becomes a connector; where its second half fails, that half is tried again alone", async () => {
    await writeFile(name, '{ "mine": 1.0 }');
    await sandbox.fault({ method: "PUT", status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    const creating = vscode.commands.executeCommand("supermetrics.createFromFile", file);
    await person(
      { answer: "Start from a file", to: "Connector name" },
      { answer: "", to: "Description" },
    );
    await creating;
    const posts = async () =>
      (await sandbox.requests()).filter(({ method }) => method === "POST").length;
    assert.strictEqual(await posts(), 1);
    // What was created opens beside the notification, and takes the focus from what a person does at that moment.
    await eventually(() =>
      vscode.window.activeTextEditor?.document.uri.path.includes("Start from a file"),
    );
    await person({
      pressOn: "with the default configuration. Your configuration wasn't published",
      button: "Publish Again",
    });
    const made = await eventually(async () =>
      (await sandbox.requests()).find(({ method, status }) => method === "PUT" && status === 204),
    );
    assert.strictEqual(await posts(), 1);
    const identifier = made.path.split("/").at(-1) ?? "";
    const { configurationText, name: title } = await sandbox.connector(defaultTeam, identifier);
    assert.deepStrictEqual([title, configurationText], ["Start from a file", '{ "mine": 1.0 }']);
    await eventually(async () => (await link())?.["connectorIdentifier"] === identifier);
  });
});
