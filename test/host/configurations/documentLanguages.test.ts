import { assert } from "chai";
import * as vscode from "vscode";
import { after as behind, edit, openOwn } from "../support/configurations";
import { eventually, requestedMethods, startSignedIn } from "../support/stage";

const ours = "supermetrics-configuration";

async function settings(values: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
  }
}

describe("The language of documents", () => {
  before(startSignedIn);

  it("is JSON for files of other file systems whose paths look like a configuration's", async () => {
    const other = vscode.workspace.registerTextDocumentContentProvider("other", {
      provideTextDocumentContent: () => "{}",
    });
    for (const path of ["/2024/app/package.json", "/1/a/b.json", "/2024/app/data (1).json"]) {
      const uri = vscode.Uri.from({ scheme: "other", path });
      await vscode.workspace.openTextDocument(uri);
      await eventually(() =>
        vscode.workspace.textDocuments.some(
          (one) => one.uri.toString() === uri.toString() && one.languageId === "json",
        ),
      );
    }
    other.dispose();
  });

  it("is ours for a configuration whatever the settings say about JSON, so that no auto-save saves it", async () => {
    await settings({
      "files.associations": { "*.json": "jsonc" },
      "files.autoSave": "afterDelay",
      "files.autoSaveDelay": 200,
    });
    const saves: vscode.TextDocument[] = [];
    const listening = vscode.workspace.onWillSaveTextDocument((event) =>
      saves.push(event.document),
    );
    try {
      const { uri } = await openOwn('{"reporting": {"reportTypes": [{"request": {"url": "x"}}]}}');
      const document = await eventually(() =>
        vscode.workspace.textDocuments.find(
          (one) => one.uri.toString() === uri.toString() && one.languageId === ours,
        ),
      );
      await edit(document, document.getText().replace('"x"', '"{{"'));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepStrictEqual([saves.length, document.isDirty], [0, true]);
      assert.notInclude(await requestedMethods(), "PUT");
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        uri,
        behind(document, "{{"),
      );
      assert.isAbove(items.length, 0);
      await eventually(() => vscode.languages.getDiagnostics(uri).length > 0);
      await settings({ "files.associations": { "*.json": "json5" } });
      await settings({ "files.associations": undefined });
      await eventually(() => document.languageId === ours || undefined);
    } finally {
      listening.dispose();
      await settings({
        "files.associations": undefined,
        "files.autoSave": undefined,
        "files.autoSaveDelay": undefined,
      });
    }
  });
});
