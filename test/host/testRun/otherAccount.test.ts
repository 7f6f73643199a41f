import { assert } from "chai";
import * as vscode from "vscode";
import { allRights, defaultKey, defaultTeam, otherTeam } from "../../sandbox/seed";
import { rowsTabs } from "../support/rows";
import { eventually, person, sandbox, signOut, startSignedIn } from "../support/stage";
import { answers, calls, isQuery, openRunnable, startTest, title } from "../support/testRuns";

const otherKey = `api_${"other".repeat(12)}`;

/** What a person may do, here or elsewhere, while a test is under way. */
const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
  "another team is selected": () =>
    person(
      { run: "Supermetrics: Select Team…" },
      { choose: "Enter a team ID…", from: "Select a team" },
      { answer: otherTeam, to: "team ID" },
      { waitForStatus: "" },
    ),
  "the setting names another team": async () =>
    vscode.workspace
      .getConfiguration()
      .update("supermetrics.teamId", otherTeam, vscode.ConfigurationTarget.Global),
  "the API key is replaced": () =>
    person(
      { run: "Supermetrics: Replace API Key…" },
      { answer: otherKey, to: "API key" },
      { waitForStatus: "" },
    ),
  "the person signs out": signOut,
};

const ended = 'Ended the test of "Harbour News"';

describe("A test run under way", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sandbox.addKey({
      key: otherKey,
      teams: [defaultTeam, otherTeam],
      rights: allRights,
      state: "active",
    });
  });
  afterEach(signOut);

  /** Calls of test runs that were made with another key than the one that the test began with. */
  const withOtherKey = async () =>
    (await sandbox.requests()).filter(
      ({ path, headers }) =>
        /\/(query|ds|datasource)\//.test(path) &&
        headers["authorization"] !== `Bearer ${defaultKey}`,
    );

  for (const [what, change] of Object.entries(deeds)) {
    it(`ends when ${what}, and nothing of it is asked any more`, async () => {
      await sandbox.settings({ queryStates: ["RUNNING"], queryMs: 600_000 });
      const { document } = await openRunnable();
      const testing = startTest(document.uri);
      await person(...answers);
      await eventually(async () => (await calls()).filter(isQuery).length > 1);
      await change();
      await testing;
      await person({ waitForNotification: ended });
      const before = (await calls()).filter(isQuery).length;
      await new Promise((resolve) => setTimeout(resolve, 2500)); // it would have been asked for again
      assert.equal((await calls()).filter(isQuery).length, before);
      assert.deepEqual(await withOtherKey(), []);
      assert.notInclude(rowsTabs(), title);
    });

    it(`has its login link closed, with the key that made it, when ${what}`, async () => {
      const { document } = await openRunnable({ isLoggedIn: false });
      const testing = startTest(document.uri);
      await person({ choose: "Create a New Login…", from: "A test run needs a login" });
      await eventually(async () => (await sandbox.loginLinks())[0]);
      await change();
      await testing;
      await eventually(async () => (await sandbox.loginLinks())[0]?.state === "CLOSED");
      await person({ waitForNotification: ended });
      assert.deepEqual(await withOtherKey(), []);
    });
  }
});
