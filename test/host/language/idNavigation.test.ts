import { assert } from "chai";
import * as vscode from "vscode";
import { configurationWithIds } from "../../unit/support/configurationWithIds";
import { openOwn } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { refusal, startSignedIn } from "../support/stage";

const { executeCommand } = vscode.commands;

/** The place before the last character of a text in a document. */
function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.isAtLeast(offset, 0, text);
  return document.positionAt(offset + text.length - 1);
}

const lineOf = (document: vscode.TextDocument, range: vscode.Range) =>
  document.lineAt(range.start.line).text.trim();

async function definitionsAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    inside(document, text),
  );
  return found.map((one) => lineOf(document, "range" in one ? one.range : one.targetRange));
}

async function referencesAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await executeCommand<vscode.Location[]>(
    "vscode.executeReferenceProvider",
    document.uri,
    inside(document, text),
  );
  return found.map(({ range }) => lineOf(document, range));
}

const rename = (document: vscode.TextDocument, text: string, newName: string) =>
  executeCommand<vscode.WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    inside(document, text),
    newName,
  );

const opened = {
  "a configuration": () => openOwn(configurationWithIds),
  "a file": async () => {
    const uri = await writeFile("navigated.connector.json", configurationWithIds);
    return (await vscode.window.showTextDocument(uri)).document;
  },
};

for (const [kind, open] of Object.entries(opened)) {
  const test = kind === "a file" ? itWithFolder : it;
  describe(`IDs in ${kind}`, () => {
    before(startSignedIn);
    afterEach(() => executeCommand("workbench.action.files.revert"));

    test("lead to their definitions", async () => {
      const document = await open();
      assert.deepEqual(await definitionsAt(document, '"reportTypeId": "days'), ['"id": "days",']);
      assert.match((await definitionsAt(document, '"value": "token')).join(), /"id": "token"/);
      assert.match((await definitionsAt(document, "secrets.shop_key")).join(), /"id": "shop_key"/);
      assert.match((await definitionsAt(document, "user.access_token")).join(), /^"accessToken"/);
      assert.deepEqual(await definitionsAt(document, "sec_12ab34"), []);
    });

    test("have references, definitions among them", async () => {
      const document = await open();
      assert.deepEqual(await referencesAt(document, '"id": "days'), [
        '"id": "days",',
        '"reportTypeId": "days",',
      ]);
      assert.lengthOf(await referencesAt(document, "secrets.shop_key"), 3);
    });

    test("are highlighted", async () => {
      const document = await open();
      const found = await executeCommand<vscode.DocumentHighlight[]>(
        "vscode.executeDocumentHighlights",
        document.uri,
        inside(document, '"value": "token'),
      );
      const { Read, Write } = vscode.DocumentHighlightKind;
      assert.deepEqual(
        found.map((one) => one.kind),
        [Write, Read, Read],
      );
    });

    test("are renamed everywhere, and one undo takes it back", async () => {
      const document = await open();
      const before = document.getText();
      const edit = await rename(document, '"id": "days', "daily");
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), before.replaceAll('"days"', '"daily"'));
      await executeCommand("undo");
      assert.equal(document.getText(), before);
    });

    test("are refused a name that another one has, and placeholders any other name", async () => {
      const document = await open();
      const taken = await refusal(rename(document, '"id": "days', "weeks"));
      assert.include(taken.message, "Another report type");
      const made = await refusal(
        executeCommand("vscode.prepareRename", document.uri, inside(document, "sec_12ab34")),
      );
      assert.include(made.message, "Supermetrics assigned this placeholder");
    });
  });
}
