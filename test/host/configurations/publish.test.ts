import { assert } from "chai";
import * as vscode from "vscode";
import { edit, openOwn, published, saved } from "../support/configurations";
import {
  eventually,
  person,
  publishesWithoutAsking,
  refusal,
  requestedMethods,
  sandbox,
  startSignedIn,
} from "../support/stage";

describe("Saving a configuration", () => {
  publishesWithoutAsking();
  beforeEach(startSignedIn);

  it("publishes what was typed, as it was typed, with three requests", async () => {
    const document = await openOwn();
    const text = '{ "b": 1.0,\t"a": [12345678901234567890, "é \\u00e9 / \\/"],"a":{} }';
    await edit(document, text);

    assert.isTrue(await saved(document));

    assert.strictEqual(await published(), text);
    assert.deepStrictEqual(await requestedMethods(), ["GET", "PUT", "GET"]);
    assert.isFalse(document.isDirty);
    assert.strictEqual(document.getText(), text);
  });

  it("goes on from its own version: publishes follow each other without a conflict", async () => {
    const document = await openOwn();
    for (const text of ['{"first":1}', '{"second":2}', '{"third":3}']) {
      await edit(document, text);
      assert.isTrue(await saved(document));
      assert.strictEqual(await published(), text);
    }
  });

  it("does the same by command", async () => {
    const document = await openOwn();
    await edit(document, '{"by":"command"}');

    await vscode.commands.executeCommand("supermetrics.publish");

    assert.strictEqual(await published(), '{"by":"command"}');
    assert.deepStrictEqual(await requestedMethods(), ["GET", "PUT", "GET"]);
    assert.isFalse(document.isDirty);
  });

  it("keeps what is typed while a publish is on its way, as an edit of what was published", async () => {
    const document = await openOwn();
    await edit(document, '{"by":"command"}');
    await sandbox.fault({ method: "PUT", delayMs: 1500 });
    const publishing = vscode.commands.executeCommand("supermetrics.publish");
    await eventually(async () => (await requestedMethods()).includes("PUT"));
    await edit(document, '{"typed":"on"}');
    await publishing;

    assert.strictEqual(await published(), '{"by":"command"}');
    assert.isTrue(document.isDirty);
    assert.strictEqual(document.getText(), '{"typed":"on"}');
    assert.isTrue(await saved(document));
    assert.strictEqual(await published(), '{"typed":"on"}');
  });

  it("never sends what is not valid, and shows where", async () => {
    const document = await openOwn();
    await edit(document, '{\n  "a": 1,\n}');

    assert.isFalse(await saved(document));

    assert.isTrue(document.isDirty);
    assert.deepStrictEqual(await requestedMethods(), []);
    assert.strictEqual(vscode.window.activeTextEditor?.selection.active.line, 2);

    await vscode.commands.executeCommand("cursorTop");
    await person({ pressOn: "because the configuration isn't valid.", button: "Go to Error" });
    await eventually(() => vscode.window.activeTextEditor?.selection.active.line === 2);
  });

  it("sends nothing where only the layout differs", async () => {
    const document = await openOwn();
    await edit(document, document.getText().replace(/\n\s*/g, ""));

    assert.isTrue(await saved(document));

    assert.isFalse(document.isDirty);
    assert.deepStrictEqual(await requestedMethods(), []);
  });

  it("is refused where nobody saves from an editor", async () => {
    const { uri } = await openOwn();
    const bytes = new TextEncoder().encode('{"a":1}');
    await refusal(vscode.workspace.fs.writeFile(uri, bytes));
    assert.notStrictEqual(await published(), '{"a":1}');
  });

  it("is left to the person where auto-save is on", async () => {
    await autoSave("afterDelay");
    try {
      const document = await openOwn();
      const before = await published();
      await edit(document, '{"typed":1}');
      await new Promise((resolve) => setTimeout(resolve, 2500)); // auto-save comes after one second
      assert.isTrue(document.isDirty);
      assert.deepStrictEqual(await requestedMethods(), []);
      assert.strictEqual(await published(), before);
    } finally {
      await autoSave(undefined);
    }
  });

  it("happens by Save without Formatting, as by any save of a person", async () => {
    const document = await openOwn();
    await edit(document, '{"typed":1}');
    await vscode.commands.executeCommand("workbench.action.files.saveWithoutFormatting");
    assert.strictEqual(await published(), '{"typed":1}');
    assert.isFalse(document.isDirty);
  });

  it("never happens by auto-save, even where the person wants it for configurations", async () => {
    const languageId = "supermetrics-configuration";
    await autoSave("afterDelay", languageId);
    try {
      const document = await openOwn();
      const before = await published();
      await edit(document, '{"typed":1}');
      await person({ waitForNotification: "Auto Save doesn't publish" });
      assert.isTrue(document.isDirty);
      assert.strictEqual(await published(), before);
      assert.isTrue(await saved(document));
      assert.strictEqual(await published(), '{"typed":1}');
    } finally {
      await autoSave(undefined, languageId);
    }
  });

  it("says what the service refused, at the place that it names", async () => {
    const document = await openOwn();
    await edit(document, '{\n  "reporting": { "reportTypes": [ { "id": "a" } ] }\n}');
    await sandbox.fault({
      method: "PUT",
      status: 422,
      errorCode: "UNPROCESSABLE_ENTITY",
      errorMessage: "Validation failed.",
      errorDescription: "reporting.reportTypes[0].id is too short",
    });

    assert.isFalse(await saved(document));

    assert.isTrue(document.isDirty);
    const problem = await eventually(() =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(({ code }) => code === "UNPROCESSABLE_ENTITY"),
    );
    assert.strictEqual(document.getText(problem.range), '"id": "a"');
    assert.strictEqual(
      problem.message,
      "Validation failed. reporting.reportTypes[0].id is too short",
    );
    await person({ waitForNotification: 'Couldn\'t publish "Own".' });
  });

  it("resolves a lost answer by reading: it was published", async () => {
    const document = await openOwn();
    await edit(document, '{"lost":1}');
    await sandbox.fault({ method: "PUT", reset: true, apply: true });

    assert.isTrue(await saved(document));
    assert.isFalse(document.isDirty);
    assert.strictEqual(await published(), '{"lost":1}');
  });

  it("resolves a lost answer by reading: it was not", async () => {
    const document = await openOwn();
    await edit(document, '{"lost":1}');
    await sandbox.fault({ method: "PUT", status: 502, body: "<html>Bad gateway</html>" });

    assert.isFalse(await saved(document));
    assert.isTrue(document.isDirty);
    await person({ waitForNotification: 'Couldn\'t publish "Own".' });
  });

  it("says where it cannot be known", async () => {
    const document = await openOwn();
    await edit(document, '{"lost":1}');
    // Always: a browser itself sends a PUT again when the connection breaks.
    await sandbox.fault({ method: "PUT", reset: true, apply: true, times: 0 });
    await sandbox.fault({ method: "GET", skip: 1, status: 503, errorCode: "SERVICE_UNAVAILABLE" });

    assert.isFalse(await saved(document));
    assert.isTrue(document.isDirty);
    await person({ waitForNotification: 'Couldn\'t confirm that "Own" was published.' });
    await sandbox.clearFaults();
    await sandbox.clearRequests();
    assert.isTrue(await saved(document));
    assert.deepStrictEqual(await requestedMethods(), ["GET"], "the service has it already");
  });
});

async function autoSave(when: string | undefined, languageId?: string): Promise<void> {
  await vscode.workspace
    .getConfiguration("files", languageId ? { languageId } : undefined)
    .update("autoSave", when, vscode.ConfigurationTarget.Global, languageId !== undefined);
}
