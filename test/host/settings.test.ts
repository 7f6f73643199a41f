import { assert } from "chai";
import * as vscode from "vscode";
import {
  person,
  refusal,
  sandbox,
  sandboxOrigin,
  setBaseUrl,
  signIn,
  startOver,
} from "./support/stage";

describe("Settings", () => {
  beforeEach(startOver);
  afterEach(() => setBaseUrl(sandboxOrigin));

  it("has a base URL that no workspace and no folder can set", async () => {
    const properties = vscode.extensions.getExtension(
      "supermetrics-connector-builder.supermetrics-connector-builder",
    )?.packageJSON.contributes.configuration.properties;

    assert.strictEqual(properties["supermetrics.apiBaseUrl"].scope, "application");
    const configuration = vscode.workspace.getConfiguration();
    const { Workspace } = vscode.ConfigurationTarget;
    await refusal(
      configuration.update("supermetrics.apiBaseUrl", "https://evil.example", Workspace),
    );
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

      assert.deepStrictEqual(await sandbox.requests(), []);
    });
  }
});
