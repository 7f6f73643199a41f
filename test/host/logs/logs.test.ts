import { assert } from "chai";
import * as vscode from "vscode";
import type { LogEntry } from "../../sandbox/model";
import { allRights, defaultTeam } from "../../sandbox/seed";
import { openOwn } from "../support/configurations";
import {
  eventually,
  person,
  sandbox,
  sandboxOrigin,
  signIn,
  signOut,
  startSignedIn,
} from "../support/stage";

const connector = { identifier: "T3S70", name: "Harbour Mail" };
const node = { kind: "connector", connector };
const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`supermetrics.${command}`, ...args);

let made = 0;

/** Entries of no other test: the editor keeps documents for a while after their tab was closed. */
const entry = (given: Partial<LogEntry> = {}): LogEntry => ({
  id: `host-${++made}`,
  log_time: new Date(Date.now() - made * 1000).toISOString(),
  status: 200,
  event: "request",
  request: "GET /days",
  duration_ms: 12,
  request_id: null,
  ...given,
});

const write = (...logs: LogEntry[]) =>
  sandbox.changeConnector(defaultTeam, connector.identifier, { logs });

/** What was asked of the logs, in its order. */
const asked = async () =>
  (await sandbox.requests())
    .filter(({ path }) => path.includes("/logs"))
    .map(({ path, query }) => path.replace(/.*\/logs/, "logs") + decodeURIComponent(query));

const uriOf = (id: string) =>
  vscode.Uri.from({
    scheme: "supermetrics-log",
    authority: `http+${new URL(sandboxOrigin).host}`,
    path: `/${defaultTeam}/${connector.identifier}/logs/any name ${id}.jsonc`,
    query: `id:${id}`,
  });

async function textOf(id: string): Promise<string> {
  const text = (await vscode.workspace.openTextDocument(uriOf(id))).getText();
  return text.replace(/\n\/\/ (?!Only the data)/g, " "); // long sentences are wrapped
}

describe("The logs of a connector", () => {
  before(startSignedIn);
  beforeEach(async () => {
    await sandbox.reset();
    await sandbox.clearRequests();
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("are listed with one request, loaded further back, and refreshed", async () => {
    await write(...Array.from({ length: 150 }, () => entry()));
    await run("showLogs", node);
    assert.deepStrictEqual(await asked(), ["logs?limit=100"]);
    await run("loadOlderLogs");
    await run("refreshLogs");
    const [, older, newest] = await asked();
    assert.match(older ?? "", /^logs\?limit=500&before=20/);
    assert.strictEqual(newest, "logs?limit=100");
  });

  it("are filtered without a request", async () => {
    await run("showLogs", node);
    await run("showLogErrorsOnly");
    const filtering = run("filterLogs");
    await person({ answer: "oauth", to: "Text to find" });
    await filtering;
    await run("stopLogErrorsOnly");
    await run("clearLogFilters");
    assert.deepStrictEqual(await asked(), ["logs?limit=100"]);
  });

  it("are those of another connector, whatever has the focus", async () => {
    await openOwn();
    const showing = run("showLogsOfAnother", node);
    await person({ choose: "Äpfel", from: "Select a connector" });
    await showing;
    const paths = (await sandbox.requests()).map(({ path }) => path);
    assert.isTrue(
      paths.some((path) => path.endsWith("/NUM83/logs")),
      paths.join(),
    );
  });

  it("are shown around a time", async () => {
    const ref = { origin: sandboxOrigin, teamId: defaultTeam, identifier: connector.identifier };
    const at = Date.parse("2020-01-01T00:00:00Z");
    await run("showLogsAround", { ref, at });
    assert.deepStrictEqual(await asked(), ["logs?limit=1000&before=2020-01-01T00:05:00.000Z"]);
  });

  it("are asked for at once when they are followed, and not again when that has ended", async () => {
    await run("showLogs", node);
    await run("followLogs");
    await eventually(async () => (await asked()).length === 2);
    await run("stopFollowingLogs");
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.strictEqual((await asked()).length, 2);
  });

  it("have details as a read-only document of one request, with the credentials masked", async () => {
    const more = { headers: { Authorization: "Bearer abc" }, ratio: 1.5, body: { token: "abc" } };
    const one = entry({ request: "GET /x?api_key=abc", details: more });
    await write(one);
    const document = await vscode.workspace.openTextDocument(uriOf(one.id));
    const text = document.getText();
    assert.strictEqual(document.languageId, "jsonc");
    assert.notInclude(text, "abc");
    assert.include(text, '"Authorization": "Bearer •••"');
    assert.include(text, '"request": "GET /x?api_key=•••"');
    assert.include(text, '"ratio": 1.5');
    assert.deepStrictEqual(await asked(), [`logs/${one.id}`]);
    assert.isFalse(vscode.workspace.fs.isWritableFileSystem("supermetrics-log"));
  });

  it("have details from the list where the service gives none, and say so", async () => {
    const one = entry({ request: "GET /listed" });
    await write(one);
    await run("showLogs", node);
    await sandbox.fault({ path: "/logs/", status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    const text = await textOf(one.id);
    assert.match(text, /^\/\/ Couldn't load the details of this log entry\..*HTTP 500/);
    assert.include(text, "// Only the data from the list is shown.");
    assert.include(text, '"request": "GET /listed"');
    await vscode.window.showTextDocument(uriOf(one.id));
    await person({ pressOn: "details of this log entry", button: "Retry" });
    await eventually(async () => !(await textOf(one.id)).startsWith("//"));
    await person({ run: "Notifications: Clear All Notifications" });
  });

  it("say that an entry does not exist any more", async () => {
    assert.match(await textOf("gone"), /^\/\/ .*no longer exists/);
    await person({ waitForNotification: "no longer exists" });
  });

  it("need a right of the key, and say which", async () => {
    const rights = allRights.filter((right) => right !== "cb_logs_read");
    const key = `api_${"without-logs-".repeat(6)}`;
    await sandbox.addKey({ key, teams: [defaultTeam], rights, state: "active" });
    await signOut();
    await signIn(key);
    await run("showLogs", node);
    // In the view alone; opening the row that says so tells it in full.
    await person({ waitForPanelRow: "Required permission: cb_logs_read" });
    await person({ waitForPanelRow: "Replace API Key…" }, { noNotification: "cb_logs_read" });
    await run("retryLogs", "explain");
    await person({ waitForNotification: "Required permission: cb_logs_read" });
    await signOut();
    await signIn();
  });

  it("belong to a connector that still exists", async () => {
    await sandbox.removeConnector(defaultTeam, connector.identifier);
    await run("showLogs", node);
    await run("retryLogs", "explain"); // the row that says so runs that
    await person({ waitForNotification: "no longer exists" });
  });

  it("are gone with the sign-out, and details that are open say what is missing", async () => {
    const one = entry();
    await write(one);
    await run("showLogs", node);
    await signOut();
    await run("refreshLogs");
    assert.deepStrictEqual(await asked(), ["logs?limit=100"]);
    const document = await vscode.workspace.openTextDocument(uriOf(one.id));
    await vscode.window.showTextDocument(document);
    assert.match(document.getText(), /^\/\/ .*Sign in to Supermetrics/);
    await signIn();
    await eventually(() => document.getText().includes(`"id": "${one.id}"`));
  });

  it("are offered after a failure that they may explain", async () => {
    await sandbox.fault({
      method: "GET",
      path: "/logo$",
      status: 500,
      errorCode: "SERVICE_UNAVAILABLE",
    });
    await run("openLogo", node);
    await person({ pressOn: "Couldn't open", button: "Show Logs Around This Time" });
    await eventually(async () => (await asked()).join() === "logs?limit=1000");
    await person({ run: "Notifications: Clear All Notifications" });
  });
});
