import { assert } from "chai";
import * as vscode from "vscode";
import { commandIds } from "../../src/manifest";

describe("The extension", () => {
  it("registers every command of its manifest once it is active", async () => {
    const extension = vscode.extensions.getExtension(
      "supermetrics-connector-builder.supermetrics-connector-builder",
    );
    await extension?.activate();

    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values(commandIds).filter((id) => !registered.has(id));
    assert.deepStrictEqual(missing, []);
  });

  it("exports nothing: what is not in the manifest is nobody's business", () => {
    const extension = vscode.extensions.getExtension(
      "supermetrics-connector-builder.supermetrics-connector-builder",
    );
    assert.strictEqual(extension?.exports, undefined);
  });
});
