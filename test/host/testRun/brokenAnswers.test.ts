import { assert } from "chai";
import * as vscode from "vscode";
import { settingIds } from "../../../src/manifest";
import { rowsTabs } from "../support/rows";
import { eventually, person, sandbox, startSignedIn } from "../support/stage";
import { answers, calls, isQuery, openRunnable, startTest, title } from "../support/testRuns";

const path = "/query/data/json";

describe("A test run whose rows don't arrive whole", () => {
  beforeEach(startSignedIn);
  afterEach(() => setPatience(undefined));

  const setPatience = (seconds: number | undefined) =>
    vscode.workspace
      .getConfiguration()
      .update(settingIds.requestTimeout, seconds, vscode.ConfigurationTarget.Global);

  async function test(uri: vscode.Uri): Promise<void> {
    const testing = startTest(uri);
    await person(...answers);
    await testing;
  }

  it("says that they are too large, reads no further, and asks once", async () => {
    const { document } = await openRunnable();
    await sandbox.fault({ path, blanks: {} });
    await test(document.uri);
    await person({
      waitForNotification:
        "The response is larger than 50 MB, so it wasn't read to the end. Ask for fewer rows, fields, accounts, or days.",
      buttons: ["Retry", "Show Logs Around This Time"],
    });
    assert.equal((await calls()).filter(isQuery).length, 1);
    assert.notInclude(rowsTabs(), title);

    await vscode.commands.executeCommand("supermetrics.runAgain");
    await eventually(() => rowsTabs().includes(title));
  });

  it("gives up what comes slowly and has no end", async () => {
    const { document } = await openRunnable();
    await setPatience(2);
    await sandbox.fault({ path, blanks: { everyMs: 50 } });
    await test(document.uri);
    await person({ waitForNotification: "Supermetrics didn't respond in time" });
    assert.notInclude(rowsTabs(), title);
  });

  it("takes no part of them for the whole", async () => {
    const { document } = await openRunnable();
    for (const fault of [{ truncate: 20 }, { cut: 20 }]) {
      await sandbox.fault({ path, ...fault });
      await test(document.uri);
      await person({ waitForNotification: 'Couldn\'t run "Harbour News".' });
      assert.notInclude(rowsTabs(), title);
    }
  });
});
