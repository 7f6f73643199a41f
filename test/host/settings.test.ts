import assert from "node:assert/strict";
import * as vscode from "vscode";
import { person, sandbox, sandboxOrigin, setBaseUrl, signIn, startOver } from "./support/stage";

describe("Settings", () => {
  beforeEach(startOver);
  afterEach(() => setBaseUrl(sandboxOrigin));

  it("has a base URL that no workspace and no folder can set", () => {
    const properties = vscode.extensions.getExtension(
      "supermetrics-connector-builder.supermetrics-connector-builder",
    )?.packageJSON.contributes.configuration.properties;

    assert.equal(properties["supermetrics.apiBaseUrl"].scope, "application");
    const update = vscode.workspace
      .getConfiguration()
      .update("supermetrics.apiBaseUrl", "https://evil.example", vscode.ConfigurationTarget.Workspace);
    return assert.rejects(Promise.resolve(update));
  });

  for (const refused of ["http://api.example.com", "ftp://127.0.0.1", "nonsense"]) {
    it(`refuses ${refused} with words and without a request`, async () => {
      await signIn();
      await sandbox.clearRequests();
      await setBaseUrl(refused);

      await person(
        { run: "Supermetrics: Refresh Connectors" },
        { waitForNotification: "supermetrics.apiBaseUrl" },
      );

      assert.deepEqual(await sandbox.requests(), []);
    });
  }
});
