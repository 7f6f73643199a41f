import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { edit, openOwn, own } from "../support/configurations";
import { itWithFolder, writeFile } from "../support/folder";
import { asked, declaring, register } from "../support/secrets";
import { eventually, person, sandbox, sandboxOrigin, startSignedIn } from "../support/stage";

const writtenOut = `{
  "reporting": { "reportTypes": [ {
    "id": "days",
    "request": { "headers": [ { "name": "Authorization", "value": "Bearer abc123" } ] },
    "fields": [ { "id": "opens" } ]
  }, {
    "id": "weeks",
    "request": { "headers": [ { "name": "Authorization", "value": "Bearer abc123" } ] },
    "fields": [ { "id": "opens" } ]
  } ] }
}`;

const codes = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).map(({ code }) => String(Object(code).value));

/** Where the text stands last. */
async function actionsAt(document: vscode.TextDocument, text: string) {
  const position = document.positionAt(document.getText().lastIndexOf(text) + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(position, position),
  );
}

async function fixAt(document: vscode.TextDocument, text: string, title: string) {
  const fix = (await actionsAt(document, text)).find((one) => one.title === title)?.command;
  assert.ok(fix, title);
  return { done: vscode.commands.executeCommand(fix.command, ...(fix.arguments ?? [])) };
}

const isAboutCredentials = (code: string) =>
  ["credentialWrittenOut", "bareSecretPlaceholder", "unknownSecretReference"].includes(code);

describe("Checks of a configuration's secrets", () => {
  before(startSignedIn);
  afterEach(() => sandbox.clearFaults());

  it("compare them with what is registered, and register what is missing by a quick fix", async () => {
    const document = await openOwn(declaring("client_id"));
    await vscode.commands.executeCommand("supermetrics.checkConfiguration", document.uri);
    await eventually(() => codes(document).includes("secretNotRegistered"));

    const { done } = await fixAt(document, '"client_id"', 'Register Secret "client_id"…');
    await person({ answer: "client_id", to: "Secret name" }, { answer: "x", to: "Value" });
    await done;

    await eventually(() => !codes(document).includes("secretNotRegistered"));
  });

  it("compare with what was registered elsewhere since, when they are asked for again", async () => {
    const document = await openOwn(declaring("client_id"));
    const check = () =>
      vscode.commands.executeCommand("supermetrics.checkConfiguration", document.uri);
    await check();
    await eventually(() => codes(document).includes("secretNotRegistered"));
    const elsewhere = [{ secret_placeholder: "sec_1", secret_name: "client_id" }];
    await sandbox.fault({ path: "/secrets$", status: 200, json: { count: 1, secrets: elsewhere } });
    await check();
    await eventually(() => !codes(document).includes("secretNotRegistered"));
    assert.deepStrictEqual(
      (await asked()).map(({ call }) => call),
      ["GET secrets", "GET secrets"],
    );
  });

  it("tell what is registered and not used, and copy the reference to it", async () => {
    const document = await openOwn(declaring("client_id"));
    await register("other");
    await eventually(() => codes(document).includes("secretNotUsed"));
    const actions = await actionsAt(document, '"secrets"');
    const copy = actions.find(({ title }) => title.startsWith("Copy {{ secrets.sec_"))?.command;
    assert.ok(copy);
    await vscode.commands.executeCommand(copy.command, ...(copy.arguments ?? []));
    assert.strictEqual(`Copy ${await vscode.env.clipboard.readText()}`, copy.title);
  });

  it("put braces around a placeholder that stands alone, and know what a reference names", async () => {
    const document = await openOwn(declaring());
    await register("shop_key");
    const [, placeholder = ""] =
      /(sec_\w+)/.exec((await actionsAt(document, '"secrets"')).map(({ title }) => title).join()) ??
      [];
    await edit(document, JSON.stringify({ a: `x ${placeholder}` }, undefined, 2));
    await eventually(() => codes(document).includes("bareSecretPlaceholder"));
    const [fix] = await actionsAt(document, `"x ${placeholder}"`);
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.include(document.getText(), `"x {{ secrets.${placeholder} }}"`);
    await eventually(() => !codes(document).some((code) => /secret/i.test(code)));

    await edit(document, JSON.stringify({ a: "{{ secrets.shop_key }}" }, undefined, 2));
    await eventually(() => codes(document).includes("unknownSecretReference"));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  itWithFolder("know a file's connector, and take a reference for no credential", async () => {
    await openOwn(declaring());
    const connector = { service: sandboxOrigin, teamId: defaultTeam, connectorIdentifier: own() };
    const link = { ...connector, version: "", schemaAdded: false };
    const links = await writeFile(
      "supermetrics-connectors.json",
      JSON.stringify({ "checked.connector.json": link }),
    );
    const header = (value: string) => ({ name: "Authorization", value });
    const headers = [header("Bearer {{ secrets.sec_1 }}"), header("{{ secrets.sec_gone9 }}")];
    const reportTypes = [{ id: "days", request: { headers }, fields: [{ id: "opens" }] }];
    const text = JSON.stringify({ reporting: { reportTypes } }, undefined, 2);
    const uri = await writeFile("checked.connector.json", text);
    const { document } = await vscode.window.showTextDocument(uri);
    const elsewhere = [{ secret_placeholder: "sec_1", secret_name: "shop_key" }];
    await sandbox.fault({ path: "/secrets$", status: 200, json: { count: 1, secrets: elsewhere } });
    await vscode.commands.executeCommand("supermetrics.checkConfiguration", uri);
    await eventually(() => codes(document).includes("unknownSecretReference"));
    assert.deepStrictEqual(codes(document).filter(isAboutCredentials), ["unknownSecretReference"]);
    const titles = (await actionsAt(document, "secrets.sec_gone9")).map(({ title }) => title);
    assert.include(titles, 'Use the secret "shop_key"');
    await vscode.workspace.fs.delete(links);
  });

  it("say nothing of what the key may not see", async () => {
    const document = await openOwn(declaring("client_id"));
    await sandbox.fault({ path: "/secrets$", status: 403, errorCode: "FORBIDDEN" });
    await vscode.commands.executeCommand("supermetrics.checkConfiguration", document.uri);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.notInclude(codes(document), "secretNotRegistered");
  });

  it("make one of what is written out, there and not elsewhere, by a quick fix that can be undone", async () => {
    const document = await openOwn(writtenOut);
    await eventually(() => codes(document).includes("credentialWrittenOut"));
    const { done } = await fixAt(document, '"Bearer abc123"', "Move to Secret…");
    await person({ answer: "auth", to: "Secret name" }, { accept: 'Value for "auth"' });
    await done;
    const [post] = (await asked()).filter(({ call }) => call === "POST secrets");
    assert.deepStrictEqual(post?.body, { secret_name: "auth", secret_value: "abc123" });
    await eventually(() =>
      /Bearer abc123"[^]*"value": "Bearer \{\{ secrets\.sec_\w+ \}\}"/.test(document.getText()),
    );
    await eventually(() => codes(document).filter(isAboutCredentials).length === 1);
    await person({ pressOn: "Moved to the secret", button: "Undo" });
    await eventually(() => document.getText().split('"Bearer abc123"').length === 3);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("put no placeholder over a secret's source, though the value may be a part of that word", async () => {
    const item = { id: "token", classification: "secret", source: "static", value: "stat" };
    const document = await openOwn(JSON.stringify({ secrets: { items: [item] } }, undefined, 2));
    await eventually(() => codes(document).includes("secretInPlainText"));
    const { done } = await fixAt(document, '"static"', "Move to Secret…");
    await person({ accept: "Secret name" }, { accept: 'Value for "token"' });
    await done;
    await person({ waitForNotification: 'Registered the secret "token"' });
    assert.include(document.getText(), '"value": "stat"');
  });
});
