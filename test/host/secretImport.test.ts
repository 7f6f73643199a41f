import { assert } from "chai";
import * as vscode from "vscode";
import { openOwn } from "./support/configurations";
import { itWithFolder, writeFile } from "./support/folder";
import { asked, register } from "./support/secrets";
import { person, sandbox, signIn, startOver } from "./support/stage";

describe("Secrets of an .env file", () => {
  before(async () => {
    await startOver();
    await signIn();
  });

  itWithFolder("become a connector's, those that are picked", async () => {
    await openOwn();
    await register("OLD", "1");
    await sandbox.clearRequests();
    const file = await writeFile(".env", 'NEW="two\nlines"\nOLD=changed\n# X=1\nEMPTY=');
    // As the explorer does, for the connector of the active editor; the oldest server finds no files.
    const done = vscode.commands.executeCommand("supermetrics.importSecrets", file);
    await person({ answer: "", to: "Secrets to register" });
    await done;
    assert.deepStrictEqual(
      (await asked()).flatMap(({ body }) => (body ? [body] : [])),
      [{ secret_name: "NEW", secret_value: "two\nlines" }],
    );
    await vscode.workspace.fs.delete(file);
  });
});
