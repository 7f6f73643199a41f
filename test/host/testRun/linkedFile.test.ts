import { assert } from "chai";
import * as vscode from "vscode";
import { versionId } from "../../../src/platform/json/tokens";
import { defaultTeam } from "../../sandbox/seed";
import { sourceConfiguration } from "../../source/configuration";
import { edit } from "../support/configurations";
import { at, describeWithFolder, writeFile } from "../support/folder";
import { rowsTabs } from "../support/rows";
import { sourceOrigin } from "../support/source";
import {
  eventually,
  person,
  publishesWithoutAsking,
  sandbox,
  sandboxOrigin,
  startSignedIn,
} from "../support/stage";
import {
  addRunnable,
  answers,
  calls,
  isQuery,
  questions,
  startTest,
  title,
} from "../support/testRuns";

const published = sourceConfiguration(sourceOrigin);
const edited = published.replace("Newsletters by day", "Letters by day");
const links = "supermetrics-connectors.json";

describeWithFolder("A test run of a file that is linked to a connector", () => {
  let made = 0;
  let name = "";
  let identifier = "";

  publishesWithoutAsking();
  beforeEach(async () => {
    await startSignedIn();
    // A name of its own: the editor keeps the document of a file that another test has deleted.
    name = `Linked${++made}.connector.json`;
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(at(name));
    await vscode.workspace.fs.delete(at(links));
  });

  /** Writes what Git brings with a file that somebody has published. */
  async function link(): Promise<void> {
    identifier = await addRunnable();
    await sandbox.clearRequests();
    const entry = {
      service: sandboxOrigin,
      teamId: defaultTeam,
      connectorIdentifier: identifier,
      version: versionId(published),
      schemaAdded: false,
    };
    await writeFile(links, JSON.stringify({ [name]: entry }));
  }

  async function open(text = published): Promise<vscode.TextDocument> {
    const file = await writeFile(name, text);
    const editor = await vscode.window.showTextDocument(file, { preview: false });
    const { document } = editor;
    const reportType = document.positionAt(text.indexOf('"newsletter_days"'));
    editor.revealRange(new vscode.Range(reportType, reportType));
    return document;
  }

  const storedText = async () =>
    (await sandbox.connector(defaultTeam, identifier)).configurationText;

  it("is offered above its report types as soon as it is linked, and no longer when it isn't", async () => {
    const { uri } = await open();
    await person({ waitForLens: "Preview" });
    const offered = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        uri,
        20,
      );
      return lenses
        .filter(({ command }) => command?.title === "Test Run")
        .map(({ command }) => command?.arguments?.[1]);
    };
    assert.deepEqual(await offered(), []);
    await link();
    await person({ waitForLens: "Test Run" }); // nobody has touched the editor
    assert.deepEqual(await offered(), ["newsletter_days", "visits"]);
  });

  it("runs the connector of the file in the active editor, and again without a question", async () => {
    const { uri } = await open();
    await link();
    await person(
      { run: "Supermetrics: Test Connector…" },
      ...answers.slice(0, 1),
      {
        choose: "Newsletters by day",
        from: questions.reportType,
      },
      ...answers.slice(1),
    );
    await eventually(() => rowsTabs().includes(title));
    assert.ok((await calls()).some(isQuery));

    await vscode.window.showTextDocument(uri);
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.runAgain");
    await eventually(async () => (await calls()).length >= 2);
    assert.ok((await calls()).every(isQuery));
  });

  it("says first that the file differs from what is published", async () => {
    const document = await open();
    await link();
    await edit(document, edited); // not saved, either
    const differs = `${name} differs from the published version. ${questions.unpublished}.`;
    const testing = startTest(document.uri);
    await person({ waitForQuestion: differs }, { press: "Escape" });
    await testing;
    assert.isFalse((await calls()).some(isQuery));

    const asPublished = startTest(document.uri);
    await person({ choose: "Test Published", from: questions.unpublished }, ...answers);
    await asPublished;
    await eventually(() => rowsTabs().includes(title));
    assert.equal(document.getText(), edited);
    assert.equal(await storedText(), published);
  });

  it("says so, too, where the file is what it was, and something newer is published", async () => {
    const { uri } = await open();
    await link();
    await sandbox.changeConnector(defaultTeam, identifier, { configurationText: edited });
    const testing = startTest(uri);
    await person({ waitForQuestion: `${name} differs from` }, { press: "Escape" });
    await testing;
  });

  it("publishes the file first where the person wants it", async () => {
    const document = await open();
    await link();
    await edit(document, edited);
    const testing = startTest(document.uri);
    await person({ choose: "Publish and Test", from: questions.unpublished }, ...answers);
    await testing;
    await eventually(() => rowsTabs().includes("Test run of Letters by day"));
    assert.isFalse(document.isDirty);
    assert.equal(await storedText(), edited);
  });

  it("is offered again after the file was published, and is the file's", async () => {
    const document = await open();
    await link();
    const testing = startTest(document.uri);
    await person(...answers);
    await testing;
    await eventually(() => rowsTabs().includes(title));
    await edit(document, edited);
    await vscode.commands.executeCommand("supermetrics.publishFile", document.uri);
    await edit(document, published);
    const ref = { origin: sandboxOrigin, teamId: defaultTeam, identifier };
    // What the offer in the status bar runs.
    const again = vscode.commands.executeCommand("supermetrics.testConnector", { again: ref });
    await person({ waitForQuestion: `${name} differs from` }, { press: "Escape" });
    await again;
  });
});
