import { assert } from "chai";
import * as vscode from "vscode";
import { checkCodes } from "../../../src/features/checks/checkDefinitions";
import { edit, openOwn } from "../support/configurations";
import { saidBySchema } from "../support/schema";
import { asked } from "../support/secrets";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

const joined = JSON.stringify(
  {
    reporting: {
      reportTypes: [
        {
          id: "days",
          title: "By day",
          fields: [{ id: "opens", label: "Opens" }],
          decoration: { relations: [{ reportTypeId: "nowhere" }] },
        },
        { id: "lists", fields: [{ id: "name" }] },
      ],
    },
  },
  undefined,
  2,
);

const codeOf = ({ code }: vscode.Diagnostic) => Object(code).value as string;

const ours = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(
      (one) => one.source === "Supermetrics" && checkCodes.some((code) => code === codeOf(one)),
    );

const placeOf = (document: vscode.TextDocument, text: string) =>
  document.positionAt(document.getText().indexOf(text));

async function actionsAt(document: vscode.TextDocument, text: string) {
  const start = placeOf(document, text);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(start, start),
  );
}

async function setting(name: "enabled" | "levels", value?: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration("supermetrics.checks")
    .update(name, value, vscode.ConfigurationTarget.Global);
}

describe("Checks of a configuration", () => {
  beforeEach(startSignedIn);
  afterEach(async () => {
    await setting("levels");
    await setting("enabled");
  });

  it("speak up with a code, a page and a place, and cost no request", async () => {
    const document = await openOwn(joined);

    const [found] = await eventually(() => (ours(document).length ? ours(document) : undefined));

    assert.strictEqual(found && codeOf(found), "unknownReportType");
    assert.strictEqual(found && document.getText(found.range), '"nowhere"');
    assert.strictEqual(found?.severity, vscode.DiagnosticSeverity.Error);
    assert.include(String(Object(found?.code).target), "docs.supermetrics.com/docs/joining-data");
    assert.deepStrictEqual(await sandbox.requests(), []);
  });

  it("are mended by a quick fix, and silent then", async () => {
    const document = await openOwn(joined);
    await eventually(() => ours(document)[0]);

    const actions = await actionsAt(document, '"nowhere"');
    const mend = actions.find(({ title }) => title === 'Change to "lists"');
    assert.ok(mend?.edit && (await vscode.workspace.applyEdit(mend.edit)));

    assert.include(document.getText(), '"reportTypeId": "lists"');
    await eventually(() => (ours(document).length === 0 ? true : undefined));
  });

  it("add a property that is missing, laid out as the others", async () => {
    const adapters = {
      items: [{ type: "split_to_rows", config: { dataPath: "$", keyName: "a" } }],
    };
    const document = await openOwn(JSON.stringify({ r: { dataAdapters: adapters } }, undefined, 2));
    await eventually(() => ours(document).find((one) => codeOf(one) === "adapterProperty"));

    const actions = await actionsAt(document, '"split_to_rows"');
    const mend = actions.find(({ title }) => title === 'Add "separator"');
    assert.ok(mend?.edit && (await vscode.workspace.applyEdit(mend.edit)));

    assert.match(document.getText(), /\n( +)"separator": "",\n\1"dataPath"/);
  });

  it("keep what was said while the text is no JSON, and follow it when it is again", async () => {
    const document = await openOwn(joined);
    await eventually(() => ours(document)[0]);

    await edit(document, `${joined},`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.strictEqual(ours(document).length, 1);
    await edit(document, joined.replace("nowhere", "lists"));

    await eventually(() => (ours(document).length === 0 ? true : undefined));
  });

  it("are switched off one by one, by a quick fix", async () => {
    const document = await openOwn(joined);
    await eventually(() => ours(document)[0]);

    const actions = await actionsAt(document, '"nowhere"');
    const off = actions.find(({ title }) => title.includes("Disable"))?.command;
    assert.ok(off);
    await vscode.commands.executeCommand(off.command, ...(off.arguments ?? []));

    await eventually(() => (ours(document).length === 0 ? true : undefined));
    const levels = vscode.workspace.getConfiguration().get("supermetrics.checks.levels");
    assert.deepStrictEqual(levels, { unknownReportType: "off" });
  });

  it("come last among the fixes with what switches them off, whatever else is found there", async () => {
    const url = '{"request":{"url":"http://a/{{x/2024-01-01"}}';
    const document = await openOwn(`{"reporting":{"reportTypes":[${url}]}}`);
    await eventually(() => ours(document).length > 2);
    const { QuickFix } = vscode.CodeActionKind;
    const actions = (await actionsAt(document, "{{x")).filter(
      ({ kind }) => kind && QuickFix.contains(kind),
    );
    const isOff = actions.map(({ title }) => title.startsWith("Disable"));
    assert.isAtLeast(isOff.filter(Boolean).length, 2);
    assert.notInclude(isOff.slice(isOff.indexOf(true)), false);
    assert.isTrue(actions.every((one, index) => !isOff[index] || !one.diagnostics?.length));
  });

  it("are counted once where the schema finds the same, and mended all the same", async () => {
    const document = await openOwn(
      '{"reporting":{"reportTypes":[{"id":"d ays","fields":[{"id":"a"}]}]}}',
    );
    await saidBySchema(document, "pattern");
    await eventually(() => ours(document).length === 0);
    const mend = (await actionsAt(document, '"d ays"')).find(({ title }) =>
      title.includes("d_ays"),
    );
    assert.ok(mend?.edit && (await vscode.workspace.applyEdit(mend.edit)));
    await eventually(() => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it("are run by a command, which compares the secrets too and opens the problems", async () => {
    const document = await openOwn(joined);
    await eventually(() => ours(document)[0]);
    await vscode.commands.executeCommand("workbench.action.closePanel");
    assert.deepStrictEqual(await asked(), []);

    await person(
      { run: "Supermetrics: Check Configuration" },
      { waitForPanel: "workbench.panel.markers" },
    );

    assert.deepStrictEqual(await asked(), [{ call: "GET secrets", body: "" }]);
  });

  it("are silent while the person wants none, and speak up again", async () => {
    const document = await openOwn(joined);
    await eventually(() => ours(document)[0]);

    await setting("enabled", false);
    await eventually(() => (ours(document).length === 0 ? true : undefined));
    await edit(document, joined.replace("nowhere", "elsewhere"));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepStrictEqual(ours(document), []);

    await setting("enabled", true);
    const [found] = await eventually(() => (ours(document).length ? ours(document) : undefined));
    assert.strictEqual(found && document.getText(found.range), '"elsewhere"');
  });

  it("show the runtime ID of a field on hover, and copy it", async () => {
    const document = await openOwn(joined);

    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      placeOf(document, '"opens"').translate(0, 2),
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => Object(one).value ?? one));
    assert.ok(texts.some((text) => String(text).includes("days_opens")));

    await vscode.commands.executeCommand("supermetrics.copyRuntimeFieldId", "days_opens");
    assert.strictEqual(await vscode.env.clipboard.readText(), "days_opens");
  });

  it("name report types and fields in the outline", async () => {
    const document = await openOwn(joined);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const days = symbols.find(({ name }) => name === "days");
    assert.strictEqual(days?.detail, "By day");
    assert.deepStrictEqual(
      days?.children.map(({ name, detail }) => [name, detail]),
      [["opens", "Opens"]],
    );
  });
});
