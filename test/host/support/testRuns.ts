import * as vscode from "vscode";
import { defaultTeam } from "../../sandbox/seed";
import { uriOf } from "./configurations";
import { sourceOrigin } from "./source";
import { sandbox } from "./stage";

/** Title of the rows of the report type that is run. */
export const title = "Test run of Newsletters by day";

export const questions = {
  login: "Login to run with",
  reportType: "Report type to run",
  accounts: "Accounts to fetch",
  fields: "Fields to fetch",
  dates: "Dates of the query",
  rows: "Maximum number of rows",
  unpublished: "A test run uses the published version",
} as const;

/** From the login on, what is there taken as it is. */
export const answers = [
  { choose: "Ann", from: questions.login },
  { accept: questions.accounts },
  { accept: questions.fields },
  { choose: "Last 7 days", from: questions.dates },
  { accept: questions.rows },
] as const;

/** The calls since they were cleared: method, and path without what differs. */
export const calls = async () =>
  (await sandbox.requests()).map(({ method, path }) => `${method} ${path.split("?")[0]}`);

export const isQuery = (call: string) => call.endsWith("/query/data/json");

let made = 0;

/** Adds a connector of this test's own that fetches from the source; gives its identifier. */
export async function addRunnable({ isLoggedIn = true } = {}): Promise<string> {
  const identifier = `RUN${++made}`;
  await sandbox.addSourceConnector(defaultTeam, sourceOrigin, { identifier, isLoggedIn });
  return identifier;
}

/** Opens a connector of this test's own that fetches from the source. */
export async function openRunnable(options?: {
  readonly isLoggedIn: boolean;
}): Promise<{ readonly document: vscode.TextDocument; readonly identifier: string }> {
  const identifier = await addRunnable(options);
  const { document } = await vscode.window.showTextDocument(uriOf(identifier), { preview: false });
  await sandbox.clearRequests();
  return { document, identifier };
}

/** Has the connector tested from its document. */
export const startTest = (document: vscode.Uri, reportType = "newsletter_days") =>
  vscode.commands.executeCommand("supermetrics.testConnector", document, reportType);
