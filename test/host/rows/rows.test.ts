import { assert } from "chai";
import * as vscode from "vscode";
import { responseScheme } from "../../../src/manifest";
import type { RunResult } from "../../../src/features/rows/runResult";
import { openConfigurationPlace } from "../../../src/features/rows/ui/configurationPlace";
import { ResponseDocuments } from "../../../src/features/rows/ui/responseDocuments";
import { rowsHandlers } from "../../../src/features/rows/ui/rowsCommands";
import { RowsView } from "../../../src/features/rows/ui/rowsView";
import { runWith } from "../../workbench/rows/runs";
import { writeFile } from "../support/folder";
import { rowsTabs } from "../support/rows";
import { eventually, person } from "../support/stage";

describe("The view of rows", () => {
  const failures: unknown[] = [];
  let responses: ResponseDocuments;
  let view: RowsView;
  let registered: vscode.Disposable;

  before(() => {
    const id = "supermetrics-connector-builder.supermetrics-connector-builder";
    const extension = vscode.extensions.getExtension(id)?.extensionUri;
    assert.isDefined(extension);
    responses = new ResponseDocuments();
    view = new RowsView({
      extension: extension ?? vscode.Uri.file("/"),
      responses,
      notifier: { failed: (error) => failures.push(error) },
    });
    registered = vscode.workspace.registerTextDocumentContentProvider(responseScheme, responses);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    assert.deepStrictEqual(failures, []);
  });

  after(() => {
    registered.dispose();
    view.dispose();
    responses.dispose();
  });

  const show = async (result: RunResult) => {
    view.show(result);
    await eventually(() => rowsTabs().length === 1);
    return rowsHandlers({
      view: {
        active: view.panelOf(result.key),
        askAgain: (key) => view.askAgain(key),
        askAgainFor: (document) => view.askAgainFor(document),
      },
      responses,
    });
  };

  it("opens one panel for a key, and shows the next run in it", async () => {
    await show(runWith(10));
    await show(runWith(12, { title: "Another title" }));
    await eventually(() => rowsTabs()[0] === "Another title");
    assert.strictEqual(view.latest(runWith(0).key)?.rows.length, 12);
  });

  it("copies the rows in the format that is chosen", async () => {
    const { copyRows } = await show(runWith(3));
    const done = copyRows();
    await person({ choose: "CSV", from: "Format to copy 3 rows in" });
    await done;
    const text = await vscode.env.clipboard.readText();
    assert.strictEqual(text.split("\r\n")[1], "2026-01-01,Harbour News,0,0,");
  });

  it("copies the request for a shell, with names in the place of credentials", async () => {
    const { copyAsCurl } = await show(runWith(1));
    await copyAsCurl();
    assert.include(
      await vscode.env.clipboard.readText(),
      `'Authorization: Bearer '"$ACCESS_TOKEN"`,
    );
  });

  it("opens the response as a document that is laid out, and goes to a cell in it", async () => {
    const result = runWith(5);
    const { openResponse } = await show(result);
    await openResponse();
    const editor = await eventually(() => vscode.window.activeTextEditor);
    assert.strictEqual(editor.document.languageId, "json");
    assert.include(editor.document.getText(), '"newsletter": "Harbour News"');

    await responses.openCell(result, 1, 2);
    const selected = await eventually(() => vscode.window.activeTextEditor);
    assert.strictEqual(selected.document.getText(selected.selection), "37");
  });

  it("has the document follow the next run", async () => {
    const { openResponse } = await show(runWith(1));
    await openResponse();
    const document = vscode.window.activeTextEditor?.document;
    view.show(runWith(2));
    await eventually(() => document?.getText().includes("Harbour Weekly"));
  });

  it("shows a response that is no JSON as text", async () => {
    const response = {
      status: 502,
      headers: [],
      body: "<h1>Bad gateway</h1>",
      bytes: 20,
      milliseconds: 1,
    };
    const { openResponse } = await show(runWith(0, { response }));
    await openResponse();
    const document = vscode.window.activeTextEditor?.document;
    assert.deepStrictEqual(
      [document?.languageId, document?.getText()],
      ["plaintext", response.body],
    );
  });

  it("goes to a place in the configuration, or to what is nearest around it", async () => {
    const uri = await writeFile("rows.connector.json", '{"a": [{"b": 1}], "c": 2}');
    const selected = () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection);
    };
    await openConfigurationPlace(uri.toString(), "/a/0/b");
    assert.strictEqual(selected(), "1");
    await openConfigurationPlace(uri.toString(), "/a/0/gone");
    assert.strictEqual(selected(), '{"b": 1}');
  });

  it("asks for another run of the key", async () => {
    const asked: string[] = [];
    const listening = view.onDidAskAgain((key) => asked.push(key));
    const { runAgain } = await show(runWith(1));
    await runAgain();
    listening.dispose();
    assert.deepStrictEqual(asked, [runWith(1).key]);
  });
});
