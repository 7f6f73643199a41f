import { assert } from "chai";
import * as vscode from "vscode";
import { locate } from "../../../src/platform/json/places";
import { openOwn } from "../support/configurations";
import { annotations, keywordCases, keywordSchema } from "../support/schemaKeywords";
import { eventually, sandbox, startSignedIn } from "../support/stage";

const bySchema = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== "Supermetrics");

const documentOf = (which: "wrong" | "right") =>
  openOwn(JSON.stringify(Object.fromEntries(keywordCases.map((one) => [one.keyword, one[which]]))));

/** What the editor says about a member of the root. */
function saidAbout(document: vscode.TextDocument, key: string): string[] {
  const [member] = locate(document.getText(), [[key]]);
  assert.ok(member?.key, key);
  const end = member.value.offset + member.value.length;
  const range = new vscode.Range(document.positionAt(member.key.offset), document.positionAt(end));
  return bySchema(document)
    .filter((one) => range.contains(one.range))
    .map(({ message }) => message);
}

describe("Schema keywords of draft 2019-09", () => {
  let wrong: vscode.TextDocument;

  before(async () => {
    await startSignedIn();
    await sandbox.fault({ path: "/schema/", status: 200, json: keywordSchema });
    await vscode.commands.executeCommand("supermetrics.reloadSchema");
    wrong = await documentOf("wrong");
    await eventually(() => bySchema(wrong)[0]);
  });

  after(() => vscode.commands.executeCommand("supermetrics.reloadSchema"));

  for (const { keyword } of keywordCases) {
    const isAnnotation = annotations.has(keyword);
    it(`${isAnnotation ? "does not enforce" : "validates"} ${keyword}`, () => {
      assert.lengthOf(saidAbout(wrong, keyword), isAnnotation ? 0 : 1);
    });
  }

  it("has nothing against what follows all of them, nor against the schema itself", async () => {
    const right = await documentOf("right");
    const change = new vscode.WorkspaceEdit();
    change.insert(right.uri, new vscode.Position(1, 0), '"last": 1,');
    await vscode.workspace.applyEdit(change);
    const [only, ...others] = await eventually(() =>
      bySchema(right).length > 0 ? bySchema(right) : undefined,
    );
    assert.strictEqual(only && right.getText(only.range), "1");
    assert.deepEqual(others, []);
  });
});
