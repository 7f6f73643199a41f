import { assert } from "chai";
import * as vscode from "vscode";
import { defaultKey, defaultTeam } from "../../sandbox/seed";
import { person, sandbox, setBaseUrl, signIn, startOver } from "../support/stage";

describe("Sign In", () => {
  beforeEach(startOver);

  it("checks key and team with one list and the team's name, and stores the team as text", async () => {
    await signIn();

    const requests = await sandbox.requests();
    assert.deepStrictEqual(requests.map(({ method, path }) => `${method} ${path}`).toSorted(), [
      `GET /v1/teams/${defaultTeam}`,
      `GET /v1/teams/${defaultTeam}/connector_builder/connectors`,
    ]);
    assert.ok(requests.every(({ headers }) => headers["authorization"] === `Bearer ${defaultKey}`));
    const team = vscode.workspace.getConfiguration().get("supermetrics.teamId");
    assert.strictEqual(team, defaultTeam);
  });

  it("keeps the key out of every setting", async () => {
    await signIn();

    const settings = JSON.stringify(vscode.workspace.getConfiguration().inspect("supermetrics"));
    assert.ok(!settings.includes(defaultKey));
  });

  it("never sends a key to another origin than the one it was stored for", async () => {
    await signIn();
    await sandbox.clearRequests();

    // The same sandbox by another name is another origin.
    const origin = (await sandboxByOtherName()).toString();
    await setBaseUrl(origin);
    await person({ run: "View: Show Supermetrics" }, { run: "Supermetrics: Refresh Connectors" });
    await person({ press: "Escape" });

    assert.deepStrictEqual(await sandbox.requests(), []);
  });
});

async function sandboxByOtherName(): Promise<URL> {
  const current = vscode.workspace.getConfiguration().get<string>("supermetrics.apiBaseUrl");
  const url = new URL(current ?? "");
  url.hostname = "localhost";
  return url;
}
