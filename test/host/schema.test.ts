import { assert } from "chai";
import * as vscode from "vscode";
import { schemaUrls } from "../../src/core/schemaMember";
import { schemaDocument } from "../sandbox/schema/document";
import { after, edit, openOwn } from "./support/configurations";
import { itWithFolder, writeFile } from "./support/folder";
import { eventually, person, sandbox, signIn, startOver } from "./support/stage";

const reportType = (inside: string) =>
  `{\n  "reporting": {\n    "reportTypes": [\n      {\n        "id": "days",\n        ${inside}\n      }\n    ]\n  }\n}`;

const bySchema = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source !== "Supermetrics")
    .map(({ message }) => message);

async function completionsAt(document: vscode.TextDocument, position: vscode.Position) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** The schema changes at the service, and is loaded anew. */
async function reloadChanged(): Promise<void> {
  const changed = JSON.stringify(schemaDocument).replace(
    '"title":{"type":"string"',
    '"title":{"type":"boolean"',
  );
  await sandbox.fault({ path: "/schema/", status: 200, json: JSON.parse(changed) });
  await vscode.commands.executeCommand("supermetrics.reloadSchema");
}

describe("Schema of configurations", () => {
  before(async () => {
    await startOver();
    await signIn();
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
      await eventually(() => bySchema(document).find((message) => message.includes(words)));
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
    const document = await openOwn(reportType('"title": 1'));
    await eventually(() => bySchema(document).find((message) => message.includes("string")));

    await reloadChanged();

    await eventually(() => bySchema(document).find((message) => message.includes("boolean")));
    await vscode.commands.executeCommand("supermetrics.reloadSchema");
    await eventually(() => bySchema(document).find((message) => message.includes("string")));
  });

  describe("where “$schema” names it", () => {
    const wanted = "Use the Extension’s Schema for “$schema” (User Settings)";
    const setting = () => vscode.workspace.getConfiguration().inspect("json.schemas")?.globalValue;
    const titlesAt = async (document: vscode.TextDocument, text: string) => {
      const at = after(document, text);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(at, at),
      );
      return actions.map(({ title }) => title);
    };
    const set = (value: unknown) =>
      vscode.workspace
        .getConfiguration()
        .update("json.schemas", value, vscode.ConfigurationTarget.Global);
    afterEach(() => set(undefined));

    for (const url of schemaUrls) {
      it(`counts once the person wants that, and when it has changed: ${url}`, async () => {
        await vscode.commands.executeCommand("supermetrics.useKeptSchema");
        const named = reportType('"title": 1').replace("{", `{"$schema":"${url}",`);
        const document = await openOwn(named);
        await eventually(() => bySchema(document).find((message) => message.includes("string")));

        await reloadChanged();

        await eventually(() => bySchema(document).find((message) => message.includes("boolean")));
        await vscode.commands.executeCommand("supermetrics.reloadSchema");
        await eventually(() => bySchema(document).find((message) => message.includes("string")));
      });
    }

    it("is offered there, and nowhere else, until it is so", async () => {
      const [url] = schemaUrls;
      const document = await openOwn(`{"a":1,"$schema":"${url}"}`);
      assert.include(await titlesAt(document, '"$sch'), wanted);
      assert.notInclude(await titlesAt(document, '"a"'), wanted);
      await vscode.commands.executeCommand("supermetrics.useKeptSchema");
      assert.notInclude(await titlesAt(document, '"$sch'), wanted);
      assert.notInclude(await titlesAt(await openOwn('{"$schema":"x:y"}'), '"$sch'), wanted);
    });

    it("leaves the person's other schemas alone, and goes when it is no longer wanted", async () => {
      const own = [{ fileMatch: ["/x.json"], url: "./x.json" }];
      await set(own);
      await vscode.commands.executeCommand("supermetrics.useKeptSchema");
      assert.lengthOf(setting() as unknown[], 3);
      await vscode.commands.executeCommand("supermetrics.dropKeptSchema");
      assert.deepEqual(setting(), own);
    });
  });

  itWithFolder("counts for files as well", async () => {
    const uri = await writeFile("schema.connector.json", reportType('"title": 1'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await eventually(() => bySchema(document).find((message) => message.includes("string")));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(uri);
  });

  it("is loaded anew by a command, which says why it could not", async () => {
    await sandbox.fault({ path: "/schema/", status: 503, errorCode: "SERVICE_UNAVAILABLE" });
    await person(
      { run: "Supermetrics: Reload Configuration Schema" },
      { waitForNotification: "The configuration schema could not be loaded." },
    );
    const document = await openOwn(reportType('"title": 1'));
    await eventually(() => bySchema(document)[0]);
  });
});
