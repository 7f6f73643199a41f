import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { openOwn, own, uriOf } from "../support/configurations";
import { asked, declaring, ownNode, register } from "../support/secrets";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

describe("Secrets of a connector", () => {
  before(startSignedIn);
  afterEach(() => sandbox.clearFaults());

  it("are registered with their value, which goes there alone", async () => {
    await openOwn(declaring("client_id"));
    await register("client_id", "v4lue & more");
    assert.deepStrictEqual(await asked(), [
      { call: "GET secrets", body: "" },
      {
        call: "POST secrets",
        body: { secret_name: "client_id", secret_value: "v4lue & more" },
      },
      // The service may have written into the configuration that is open.
      { call: `GET ${own()}`, body: "" },
    ]);
  });

  it("bring along what the service writes into an open configuration", async () => {
    const document = await openOwn('{"a":1}');
    await sandbox.fault({
      method: "POST",
      path: "/secrets$",
      apply: true,
      colleague: {
        when: "after",
        team: defaultTeam,
        identifier: own(),
        change: { configurationText: '{"a":1,"secrets":{"items":[]}}' },
      },
    });
    await register("client_id");
    await eventually(() => document.getText().includes('"secrets"'));
    assert.isFalse(document.isDirty);
  });

  it("can be registered by a key that may not list them", async () => {
    await openOwn();
    await sandbox.fault({ method: "GET", path: "/secrets$", status: 403, errorCode: "FORBIDDEN" });
    await register("client_id");
    assert.include(
      (await asked()).map(({ call }) => call),
      "POST secrets",
    );
  });

  it("go back to the name where somebody was faster", async () => {
    await openOwn();
    await sandbox.fault({
      method: "POST",
      path: "/secrets$",
      status: 409,
      errorCode: "CONFLICT_ERROR",
    });
    const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
    await person(
      { answer: "client_id", to: "Secret name" },
      { answer: "v4lue", to: 'Value for "client_id"' },
      { answer: "client_id_2", to: "already exists" },
      { answer: "v4lue", to: 'Value for "client_id_2"' },
    );
    await done;
    const posts = (await asked()).filter(({ call }) => call === "POST secrets");
    assert.strictEqual(posts.length, 2);
  });

  it("are sent once, however often Enter is pressed", async () => {
    await openOwn();
    await sandbox.fault({ method: "POST", path: "/secrets$", answerDelayMs: 1500 });
    const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
    await person(
      { answer: "client_id", to: "Secret name" },
      { answer: "v4lue", to: "Value for" },
      { press: "Enter" },
      { press: "Enter" },
    );
    await done;
    const posts = (await asked()).filter(({ call }) => call === "POST secrets");
    assert.strictEqual(posts.length, 1);
  });

  it("say what the service refused, and keep the box for another try", async () => {
    await openOwn();
    await sandbox.fault({
      method: "POST",
      path: "/secrets$",
      status: 422,
      errorCode: "UNPROCESSABLE_ENTITY",
      errorMessage: "Too simple: v4lue.",
    });
    const done = vscode.commands.executeCommand("supermetrics.registerSecret", ownNode());
    await person(
      { answer: "client_id", to: "Secret name" },
      { answer: "v4lue", to: "Value for" },
      { answer: "better", to: "Too simple: •••." },
    );
    await done;
    await person({ waitForNotification: "Too simple: •••." });
  });

  it("get another value, without any being shown", async () => {
    await openOwn();
    await register("client_id");
    await sandbox.clearRequests();
    const done = vscode.commands.executeCommand("supermetrics.replaceSecret", ownNode());
    await person(
      { choose: "client_id", from: "Select a secret" },
      { answer: "new", to: "Value for" },
    );
    await done;
    const [listed, put] = await asked();
    assert.strictEqual(listed?.call, "GET secrets");
    assert.match(put?.call ?? "", /^PUT sec_/);
    assert.deepStrictEqual(put?.body, { secret_value: "new" });
  });

  it("put a reference where the cursor is, as a string or into one", async () => {
    const document = await openOwn('{\n  "a": "x",\n  "b": 1\n}');
    await register("client_id");
    const editor = await vscode.window.showTextDocument(document);
    for (const [selection, expected] of [
      [new vscode.Selection(1, 9, 1, 9), /"a": "x\{\{ secrets\.sec_\w+ \}\}"/],
      [new vscode.Selection(2, 7, 2, 8), /"b": "\{\{ secrets\.sec_\w+ \}\}"/],
    ] as const) {
      editor.selection = selection;
      const done = vscode.commands.executeCommand(
        "supermetrics.insertSecretPlaceholder",
        ownNode(),
      );
      await person({ choose: "client_id", from: "Select a secret" });
      await done;
      assert.match(document.getText(), expected);
    }
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("ask for no secret where the cursor is in no configuration", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.insertSecretPlaceholder");
    await person({ waitForNotification: "Place the cursor in a connector configuration first" });
    assert.deepStrictEqual(await asked(), []);
  });

  it("are copied by their placeholder", async () => {
    const secret = { name: "client_id", placeholder: "sec_123" };
    const given = { ...ownNode(), kind: "secret", secret };
    await vscode.commands.executeCommand("supermetrics.copySecretPlaceholder", given);
    assert.strictEqual(await vscode.env.clipboard.readText(), "{{ secrets.sec_123 }}");
  });

  it("belong to the team that is signed in", async () => {
    await sandbox.clearRequests();
    const done = vscode.commands.executeCommand(
      "supermetrics.registerSecret",
      uriOf("T3S70", "4242"),
    );
    await done;
    await person({ waitForNotification: "belongs to team 4242" });
    assert.deepStrictEqual(await asked(), []);
  });
});
