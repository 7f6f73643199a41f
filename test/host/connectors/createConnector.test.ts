import { assert } from "chai";
import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";

describe("Create Connector", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sandbox.clearRequests();
  });

  it("creates with one request and opens the configuration that the answer brought", async () => {
    await person(
      { run: "Supermetrics: Create Connector…" },
      { answer: "  Räder & Söhne 🚲  ", to: "Connector name" },
      { answer: "=1+1&x", to: "Description" },
      { choose: "Default configuration", from: "Start from" },
    );

    const document = await activeConfiguration();
    const requests = await sandbox.requests();
    assert.deepStrictEqual(
      requests.map(({ method, path, body }) => ({ method, path, body })),
      [
        {
          method: "POST",
          path: `/v1/teams/${defaultTeam}/connector_builder/connectors`,
          body: new URLSearchParams({
            title: "Räder & Söhne 🚲",
            description: "=1+1&x",
          }).toString(),
        },
      ],
    );
    const [, , identifier] = document.uri.path.split("/");
    const stored = await sandbox.connector(defaultTeam, identifier ?? "");
    assert.strictEqual(stored.name, "Räder & Söhne 🚲");
    assert.strictEqual(
      document.uri.path.split("/").at(-1),
      `Räder & Söhne 🚲 (${identifier}).json`,
    );
    await eventually(() => document.languageId === "supermetrics-configuration");
    assert.deepStrictEqual(JSON.parse(document.getText()), JSON.parse(stored.configurationText));
    assert.match(document.getText(), /"label": "Station name – café"/);
  });

  it("duplicates a connector that was picked", async () => {
    await person(
      { run: "Supermetrics: Create Connector…" },
      { answer: "Numbers again", to: "Connector name" },
      { answer: "", to: "Description" },
      { choose: "NUM83", from: "Start from" },
    );

    const document = await activeConfiguration();
    const [request] = await sandbox.requests();
    assert.strictEqual(request?.body, "title=Numbers+again&connector_identifier=NUM83");
    assert.match(
      document.getText(),
      /^ {2}"2": 0,\n {2}"1": 0,\n {2}"big": 12345678901234567890,\n/m,
    );
    assert.match(document.getText(), /"ratio": 1\.0,\n {2}"twice": 1,\n {2}"twice": 2,/);
  });

  it("tries JSON once where the form is refused, and remembers it", async () => {
    await sandbox.settings({ createEncoding: "json" });
    for (const name of ["First", "Second"]) {
      await person(
        { run: "Supermetrics: Create Connector…" },
        { answer: name, to: "Connector name" },
        { answer: "", to: "Description" },
        { choose: "Default configuration", from: "Start from" },
      );
      await eventually(() => activeName()?.startsWith(name));
    }

    const types = (await sandbox.requests()).map(({ headers }) => headers["content-type"]);
    assert.deepStrictEqual(types, [
      "application/x-www-form-urlencoded;charset=UTF-8",
      "application/json",
      "application/json",
    ]);
  });

  it("finds out by one list when the answer is lost, and creates nothing twice", async () => {
    // Broken off after its headers: a connection that breaks before them, a browser resends by itself.
    await sandbox.fault({ method: "POST", apply: true, truncate: 10 });
    await person(
      { run: "Supermetrics: Create Connector…" },
      { answer: "Lost and found", to: "Connector name" },
      { answer: "", to: "Description" },
      { choose: "Default configuration", from: "Start from" },
      { waitForNotification: "although the connection broke" },
    );

    const methods = (await sandbox.requests()).map(({ method }) => method);
    assert.deepStrictEqual(methods, ["POST", "GET"]);
  });
});

function activeName(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.path.split("/").at(-1);
}

function activeConfiguration(): Promise<vscode.TextDocument> {
  return eventually(() => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === "supermetrics" ? document : undefined;
  });
}
