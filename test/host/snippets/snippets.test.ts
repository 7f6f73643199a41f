import { assert } from "chai";
import * as vscode from "vscode";
import { after, edit, openOwn } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { eventually, startSignedIn } from "../support/stage";

const reportType = (inside: string) =>
  `{\n  "reporting": {\n    "reportTypes": [\n      {\n        "id": "days",\n        ${inside}\n      }\n    ]\n  }\n}`;

async function snippetsAt(document: vscode.TextDocument, text: string) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    after(document, text),
    '"',
  );
  return items.filter(({ detail }) => detail === "Supermetrics snippet");
}

const labels = (items: readonly vscode.CompletionItem[]) => items.map(({ label }) => label);

/** As the suggestion widget does when a person accepts the item. */
async function accept({ range, insertText }: vscode.CompletionItem): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && insertText instanceof vscode.SnippetString);
  await editor.insertSnippet(insertText, range instanceof vscode.Range ? range : range?.replacing);
}

describe("Snippets", () => {
  before(startSignedIn);

  it("are offered where they belong, and nowhere else", async () => {
    const document = await openOwn(reportType('"fields": [], "title": "x"'));

    assert.deepEqual(labels(await snippetsAt(document, '"fields": [')), ["Field"]);
    assert.deepEqual(labels(await snippetsAt(document, '"title": "')), []);
    assert.includeMembers(labels(await snippetsAt(document, "{")), [
      "API key authentication",
      "Account fetcher",
    ]);
  });

  for (const [typed, cursor] of [
    ["[]", "["],
    ['[""]', '["'],
    ['["Fi"]', '["Fi'],
    ['["Fi]', '["Fi'],
    ['[{ "id": "x" }]', "}"],
    ['[{ "id": "x" },\n ""]', '\n "'],
  ] as const) {
    it(`are inserted as JSON, laid out as the rest: ${typed}`, async () => {
      const document = await openOwn("{}");
      await edit(document, reportType(`"fields": ${typed}`));
      const [field] = await snippetsAt(document, `"fields": ${typed.split(cursor)[0]}${cursor}`);
      assert.ok(field);

      await accept(field);

      const { reporting } = JSON.parse(document.getText());
      assert.deepInclude(reporting.reportTypes[0].fields.at(-1), {
        id: "field",
        value: { source: "jsonPath", value: "$.field" },
      });
      assert.notInclude(document.getText(), "\t");
    });
  }

  it("have what is typed at one stop at all places that mean the same", async () => {
    const document = await openOwn("{}");
    await edit(document, "{\n  \n}");
    const items = await snippetsAt(document, "{\n  ");
    const apiKey = items.find(({ label }) => label === "API key authentication");
    assert.ok(apiKey);
    await accept(apiKey);
    await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    await vscode.commands.executeCommand("type", { text: "mine" });

    const { authentication, dataSourceUser } = JSON.parse(document.getText());
    assert.strictEqual(authentication.userInputs[0].id, "mine");
    assert.strictEqual(dataSourceUser.userInfo.label.value, "mine");
    await vscode.commands.executeCommand("leaveSnippet");
  });

  itWithFolder("are there for files as well", async () => {
    const uri = await writeFile("snippets.connector.json", reportType('"fields": []'));
    const document = await vscode.workspace.openTextDocument(uri);
    await eventually(async () => (await snippetsAt(document, '"fields": ['))[0]);
    await vscode.workspace.fs.delete(uri);
  });
});
