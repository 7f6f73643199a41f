import { assert } from "chai";
import * as vscode from "vscode";
import { after, edit, openOwn } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import {
  bySchema,
  completionsAt,
  followsSchema,
  reportType,
  saidBySchema,
} from "../support/schema";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

describe("Schema of configurations", () => {
  before(async () => {
    await startSignedIn();
    await vscode.commands.executeCommand("supermetrics.reloadSchema");
  });
  afterEach(() => sandbox.clearFaults());

  it("completes keys and values", async () => {
    const document = await openOwn(reportType('"request": { "method": "" }'));

    await eventually(async () =>
      (await completionsAt(document, after(document, '"method": "'))).includes('"DELETE"'),
    );
    await edit(document, reportType('"request": { "method": "GET", "" }'));
    const keys = await eventually(async () => {
      const found = await completionsAt(document, after(document, '"GET", "'));
      return found.includes("url") ? found : undefined;
    });
    assert.includeMembers(keys, ["headers", "parameters"]);
    assert.notInclude(keys, "method");
  });

  it("shows the documentation's own texts on hover", async () => {
    const document = await openOwn(reportType('"title": "By day"'));

    const texts = await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        after(document, '"tit'),
      );
      const found = hovers.flatMap(({ contents }) => contents.map((one) => Object(one).value));
      return found.length > 0 ? found : undefined;
    });
    assert.include(texts.join(), "The name that users see");
  });

  for (const [keyword, wrong, words] of [
    ["enum", reportType('"request": { "method": "FETCH" }'), "not accepted"],
    ["$ref into $defs", reportType('"request": { "url": 1 }'), 'Expected "string"'],
    ["required", '{"reporting":{"reportTypes":[{"title":"x"}]}}', 'Missing property "id"'],
    ["pattern", '{"reporting":{"reportTypes":[{"id":"A B"}]}}', "pattern"],
    ["if and then", '{"authentication":{"type":"user_input"}}', 'Missing property "userInputs"'],
    ["dependentRequired", '{"secrets":{"items":[{"id":"a","source":"static"}]}}', "value"],
    ["minItems", '{"authentication":{"userInputs":[]}}', "too few items"],
  ] as const) {
    it(`validates ${keyword}`, async () => {
      const document = await openOwn(wrong);
      await saidBySchema(document, words);
    });
  }

  it("has nothing against what a new connector has but its URL", async () => {
    const document = await openOwn(reportType('"title": ""'));
    await edit(document, reportType('"title": 1'));
    await eventually(() => bySchema(document)[0]);
    await edit(document, reportType('"title": "x", "more": {}'));
    await eventually(() => (bySchema(document).length === 0 ? true : undefined));
  });

  it("is taken over by the editor when it has changed", async () => {
    await followsSchema(await openOwn(reportType('"title": 1')));
  });

  itWithFolder("counts for files as well", async () => {
    const uri = await writeFile("schema.connector.json", reportType('"title": 1'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await saidBySchema(document, "string");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(uri);
  });

  it("is loaded anew by a command, which says why it could not", async () => {
    await sandbox.fault({ path: "/schema/", status: 503, errorCode: "SERVICE_UNAVAILABLE" });
    await person(
      { run: "Supermetrics: Reload Configuration Schema" },
      { waitForNotification: "Couldn't load the configuration schema." },
    );
    const document = await openOwn(reportType('"title": 1'));
    await eventually(() => bySchema(document)[0]);
  });
});
