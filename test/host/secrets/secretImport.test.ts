import { assert } from "chai";
import * as vscode from "vscode";
import { after, edit, openOwn, own } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { asked, declaring, ownNode, register } from "../support/secrets";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

const pem = "-----BEGIN KEY-----\nabc\n-----END KEY-----\n";

const valuesSent = async () =>
  (await asked()).flatMap(({ body }) => Object(body).secret_value ?? []) as unknown[];

describe("Secrets that have several lines, or come from a file", () => {
  before(startSignedIn);

  it("are taken from the clipboard as they are", async () => {
    await openOwn();
    await vscode.env.clipboard.writeText(pem);
    const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
    await person(
      { answer: "private_key", to: "Secret name" },
      { pressBeside: "Value for", button: "Paste from Clipboard" },
    );
    await done;
    assert.deepStrictEqual(await valuesSent(), [pem]);
  });

  it("go from the clipboard once more by Enter, where they were refused", async () => {
    await openOwn();
    await vscode.env.clipboard.writeText(pem);
    await sandbox.fault({
      method: "POST",
      path: "/secrets$",
      status: 422,
      errorCode: "UNPROCESSABLE_ENTITY",
      errorMessage: "Not now.",
    });
    const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
    await person(
      { answer: "private_key", to: "Secret name" },
      { pressBeside: "Value for", button: "Paste from Clipboard" },
      { accept: "Not now." },
    );
    await done;
    assert.deepStrictEqual(await valuesSent(), [pem, pem]);
  });

  it("are made of a value in the configuration with its line breaks", async () => {
    const item = { id: "private_key", classification: "secret", source: "static", value: pem };
    const document = await openOwn(JSON.stringify({ secrets: { items: [item] } }, undefined, 2));
    const offset = document.getText().indexOf('"static"');
    const done = vscode.commands.executeCommand("supermetrics.makeSecret", document.uri, offset);
    await person({ accept: "Secret name" }, { accept: "starts or ends with a space" });
    await done;
    assert.deepStrictEqual(await valuesSent(), [pem]);
    await person({ waitForNotification: 'the secret "private_key"' });
  });

  it("are put in a value's place, and taken back, where the document was closed meanwhile", async () => {
    const credential = "Bearer 0123456789abcdef0123456789abcdef";
    const headers = [{ name: "Authorization", value: credential }];
    const document = await openOwn(
      JSON.stringify({
        reporting: { reportTypes: [{ id: "a", request: { url: "https://x.test/", headers } }] },
      }),
    );
    const { uri } = document;
    const at = after(document, "Bearer 0123");
    const action = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        uri,
        new vscode.Range(at, at),
      );
      return actions.find(({ command }) => command?.command === "supermetrics.makeSecret");
    });
    const [, offset] = action.command?.arguments ?? [];
    const done = vscode.commands.executeCommand("supermetrics.makeSecret", uri, offset);
    await person({ waitForQuestion: "Secret name" });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await person({ answer: "moved_key", to: "Secret name" }, { accept: "Value for" });
    await done;
    const shown = () => vscode.window.activeTextEditor?.document.getText() ?? "";
    await eventually(() => /Bearer \{\{ secrets\.\w+ \}\}/.test(shown()));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await person({ pressOn: 'Moved to the secret "moved_key"', button: "Undo" });
    await eventually(() => shown().includes(credential));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  itWithFolder("become a connector's, those that are picked", async () => {
    await openOwn(declaring("NEW", "OLD"));
    await register("OLD", "1");
    await sandbox.clearRequests();
    const file = await writeFile(".env", 'NEW="two\nlines"\nOLD=changed\nUNUSED=2\n# X=1\nEMPTY=');
    // As the explorer does, for the connector of the active editor; the oldest server finds no files.
    const done = vscode.commands.executeCommand("supermetrics.importSecrets", file);
    // What a filter hides is named in the last question.
    await person(
      { answer: "UNUSED", to: "Select secrets to register" },
      { answer: "Import", to: "Import 1 secret into" },
    );
    await done;
    assert.deepStrictEqual(
      (await asked()).flatMap(({ body }) => (body ? [body] : [])),
      [{ secret_name: "NEW", secret_value: "two\nlines" }],
    );
    await vscode.workspace.fs.delete(file);
  });

  itWithFolder("are read as their file's editor shows them", async () => {
    await openOwn(declaring("NEW"));
    const file = await writeFile(".env", "OLD=saved");
    const document = await vscode.workspace.openTextDocument(file);
    await edit(document, "NEW=typed");
    const done = vscode.commands.executeCommand("supermetrics.importSecrets", file);
    await person(
      { answer: "", to: "Select secrets to register" },
      { answer: "Import", to: "Import 1 secret into" },
    );
    await done;
    assert.deepStrictEqual(await valuesSent(), ["typed"]);
    await document.save();
    await vscode.workspace.fs.delete(file);
  });

  itWithFolder("go to another connector where the person selects one", async () => {
    await openOwn(declaring("NEW"));
    const other = own();
    await openOwn(declaring("NEW"));
    await vscode.commands.executeCommand("supermetrics.refresh");
    await sandbox.clearRequests();
    const file = await writeFile(".env", "NEW=1");
    const done = vscode.commands.executeCommand("supermetrics.importSecrets", file);
    await person(
      { answer: "", to: "Select secrets to register" },
      { answer: "Select Another Connector", to: "Import 1 secret" },
      { choose: other, from: "Select a connector" },
      { answer: "", to: "Select secrets to register" },
      { answer: "Import", to: "Import 1 secret" },
    );
    await done;
    const posted = (await sandbox.requests()).find(({ method }) => method === "POST");
    assert.include(posted?.path, `/${other}/`);
    await vscode.workspace.fs.delete(file);
  });

  itWithFolder("come from no file in another encoding: values would be wrong", async () => {
    await openOwn();
    const file = await writeFile(".env", Uint8Array.of(0x41, 0x3d, 0xe4));
    const done = vscode.commands.executeCommand("supermetrics.importSecrets", file);
    await person({ waitForNotification: "isn't encoded as UTF-8" });
    await done;
    assert.deepStrictEqual(await valuesSent(), []);
    await vscode.workspace.fs.delete(file);
  });
});
