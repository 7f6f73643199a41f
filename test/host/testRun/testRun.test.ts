import { assert } from "chai";
import * as vscode from "vscode";
import { allRights, defaultKey, defaultTeam } from "../../sandbox/seed";
import { edit, uriOf } from "../support/configurations";
import { rowsTabs } from "../support/rows";
import { sourceOrigin, sourceRequests } from "../support/source";
import {
  confirmPublish,
  eventually,
  person,
  sandbox,
  sandboxOrigin,
  signOut,
  startSignedIn,
} from "../support/stage";
import {
  answers,
  calls,
  isQuery,
  openRunnable,
  questions,
  startTest,
  title,
} from "../support/testRuns";

/** Opens a connector of this test's own that fetches from the source. */
const open = async (options?: { readonly isLoggedIn: boolean }) =>
  (await openRunnable(options)).document;

/** Has the connector tested from its document. */
const start = ({ uri }: vscode.TextDocument) => startTest(uri);

/** The rows that are shown, as CSV; undefined where none are. */
async function rows(): Promise<string[]> {
  await eventually(() => rowsTabs().includes(title));
  // Asks once the panel has the focus, which the page of a login may have taken.
  let copying: Thenable<unknown> = Promise.resolve();
  await eventually(async () => {
    await vscode.commands.executeCommand("workbench.action.focusSecondEditorGroup");
    copying = vscode.commands.executeCommand("supermetrics.copyRows");
    const asked = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 500));
    return Promise.race([copying.then(() => false), asked]);
  });
  await person({ choose: "CSV", from: "Format to copy" });
  await copying;
  return (await vscode.env.clipboard.readText()).split("\r\n").filter(Boolean);
}

async function testAll(document: vscode.TextDocument): Promise<void> {
  const testing = start(document);
  await person(...answers);
  await testing;
}

const rights = (...lacking: readonly string[]) =>
  sandbox.addKey({
    key: defaultKey,
    teams: [defaultTeam],
    rights: allRights.filter((right) => !lacking.includes(right)),
    state: "active",
  });

describe("A test run", () => {
  beforeEach(async () => {
    await startSignedIn();
    await sourceRequests("DELETE");
  });

  it("fetches what was chosen, and again without a question", async () => {
    const { document, identifier } = await openRunnable();
    await testAll(document);
    const [head, ...all] = await rows();
    assert.equal(head, "Day,Campaign,Opens,Revenue");
    assert.isAbove(all.length, 5);
    const first = await calls();
    assert.deepEqual(
      first.filter((call) => !isQuery(call)).map((call) => call.replace(defaultTeam, "…")),
      [
        `GET /teams/…/datasource/${identifier}`,
        "GET /v2/ds/logins",
        "GET /v2/query/accounts",
        "GET /v2/query/fields",
      ],
    );
    assert.isAtLeast(first.filter(isQuery).length, 2);

    // From the view of rows, which has the focus.
    await sandbox.clearRequests();
    await vscode.commands.executeCommand("supermetrics.runAgain");
    await eventually(async () => (await calls()).length >= 2);
    assert.ok((await calls()).every(isQuery));

    // And from the editor of the connector.
    await eventually(async () => {
      await vscode.window.showTextDocument(document);
      await sandbox.clearRequests();
      await vscode.commands.executeCommand("supermetrics.runAgain");
      return (await calls()).length > 0;
    });
    assert.ok((await calls()).every(isQuery));
  });

  it("is offered above each report type of a connector's document", async () => {
    const document = await open();
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        20,
      );
      const own = found.filter(({ command }) => command?.command === "supermetrics.testConnector");
      return own.length > 0 ? own : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.arguments?.[1]]),
      [
        ["Test Run", "newsletter_days"],
        ["Test Run", "visits"],
      ],
    );
  });

  it("has a login made where there is none, closes its link, and goes on", async () => {
    const document = await open({ isLoggedIn: false });
    const testing = start(document);
    await person({ choose: "Create a New Login…", from: "A test run needs a login" });
    const link = await eventually(async () => (await sandbox.loginLinks())[0]);
    assert.equal(link.state, "OPEN");
    await sandbox.logInOn(`${sandboxOrigin}/login/${link.id}`);
    await person(...answers.slice(1));
    await testing;
    assert.isAbove((await rows()).length, 5);
    await eventually(async () => (await sandbox.loginLinks())[0]?.state === "CLOSED");
  });

  it("ends without a word when the wait for a login is canceled, and closes the link", async () => {
    const document = await open({ isLoggedIn: false });
    const testing = start(document);
    await person({ choose: "Create a New Login…", from: "A test run needs a login" });
    await eventually(async () => (await sandbox.loginLinks())[0]);
    await person({ pressOn: "Waiting for the login…", button: "Cancel" });
    await testing;
    await eventually(async () => (await sandbox.loginLinks())[0]?.state === "CLOSED");
    assert.isFalse((await calls()).some(isQuery));
  });

  it("says that a login link expired", async () => {
    const document = await open({ isLoggedIn: false });
    const testing = start(document);
    await person({ choose: "Create a New Login…", from: "A test run needs a login" });
    const { id } = await eventually(async () => (await sandbox.loginLinks())[0]);
    await sandbox.expireLoginLink(id);
    await testing;
    await person({ waitForNotification: "The login link expired before anybody logged in." });
  });

  it("is waited for no longer when it is canceled", async () => {
    await sandbox.settings({ queryStates: ["RUNNING"], queryMs: 600_000 });
    const document = await open();
    const testing = start(document);
    await person(...answers);
    await eventually(async () => (await calls()).some(isQuery));
    await person({ pressOn: "Testing Harbour News", button: "Cancel" });
    await testing;
    assert.notInclude(rowsTabs(), title);
  });

  for (const right of [
    "ds_logins_read",
    "ds_login_links_write",
    "ds_accounts_read",
    "ds_queries_read",
    "ds_queries_run",
  ]) {
    it(`names the right ${right} where the key lacks it`, async () => {
      const needsLogin = right === "ds_login_links_write";
      const document = await open({ isLoggedIn: !needsLogin });
      await rights(right);
      const testing = start(document);
      if (needsLogin) {
        await person({ choose: "Create a New Login…", from: "A test run needs a login" });
      } else if (right !== "ds_logins_read") {
        await person(...(right === "ds_queries_run" ? answers : [answers[0]]));
      }
      await testing;
      await person({ waitForNotification: `Required permission: ${right}.` });
      assert.notInclude(rowsTabs(), title);
    });
  }

  it("tells why it failed, and leads to the logs and the request's ID", async () => {
    await sandbox.settings({ queryEnd: "FAILURE", queryFailures: "state" });
    const document = await open();
    await testAll(document);
    await person({
      waitForNotification: 'Couldn\'t run "Harbour News".',
      buttons: ["Retry", "Copy Request ID", "Show Logs Around This Time"],
    });
    assert.notInclude(rowsTabs(), title);
  });

  it("says first that the editor has changes that aren't published", async () => {
    const document = await open();
    await edit(document, document.getText().replace("Newsletters by day", "Letters by day"));
    const testing = start(document);
    await person({ waitForQuestion: questions.unpublished }, { press: "Escape" });
    await testing;
    assert.deepEqual(await calls(), []);

    const published = start(document);
    await person({ choose: "Test Published", from: questions.unpublished }, ...answers);
    await published;
    await eventually(() => rowsTabs().includes(title));
    assert.isTrue(document.isDirty);
  });

  it("publishes first where the person wants it", async () => {
    await confirmPublish(false);
    try {
      const document = await open();
      await edit(document, document.getText().replace("Newsletters by day", "Letters by day"));
      const testing = start(document);
      await person({ choose: "Publish and Test", from: questions.unpublished }, ...answers);
      await testing;
      await eventually(() => rowsTabs().includes("Test run of Letters by day"));
      assert.isFalse(document.isDirty);
    } finally {
      await confirmPublish(true);
    }
  });

  it("is the account's: who signs out meanwhile gets no rows, and is asked everything again", async () => {
    await sandbox.settings({ queryStates: ["RUNNING"], queryMs: 600_000 });
    const { document, identifier } = await openRunnable();
    const testing = start(document);
    await person(...answers);
    await eventually(async () => (await calls()).some(isQuery));
    await signOut();
    await testing;
    await person({ waitForNotification: 'Ended the test of "Harbour News"' });
    assert.notInclude(rowsTabs(), title);

    await startSignedIn();
    await sandbox.addSourceConnector(defaultTeam, sourceOrigin, { identifier });
    const again = await vscode.window.showTextDocument(uriOf(identifier), { preview: false });
    await vscode.commands.executeCommand("supermetrics.runAgain");
    await person({ waitForQuestion: questions.login }, { press: "Escape" });
    assert.equal(again.document.uri.toString(), uriOf(identifier).toString());
  });
});
