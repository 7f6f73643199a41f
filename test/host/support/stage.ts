import * as vscode from "vscode";
import type { WorkbenchAction } from "../../hosts/workbenchActions";
import { createControl } from "../../sandbox/control";
import { defaultKey, defaultTeam } from "../../sandbox/seed";
import { post } from "./channel";

declare const SANDBOX_ORIGIN: string;

export const sandboxOrigin = SANDBOX_ORIGIN;
export const sandbox = createControl(SANDBOX_ORIGIN);

/** Has a person at the workbench do something, and waits until it is done. */
export async function person(...deeds: WorkbenchAction[]): Promise<void> {
  for (const deed of deeds) {
    await post({ deed });
  }
}

/** Whether the last that happened to the session was a sign-in with the default key and team. */
let isSignedIn = false;

export async function setBaseUrl(origin: string | undefined): Promise<void> {
  isSignedIn &&= origin === SANDBOX_ORIGIN;
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.apiBaseUrl", origin, vscode.ConfigurationTarget.Global);
}

/** For the tests of a suite: an extension host that runs tests shows no modal dialogs. */
export function publishesWithoutAsking(): void {
  before(() => confirmPublish(false));
  after(() => confirmPublish(true));
}

/** Whether to ask before a configuration is published. */
export async function confirmPublish(isWanted: boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.confirmPublish", isWanted, vscode.ConfigurationTarget.Global);
}

/** Methods of the requests since they were cleared, in their order. */
export async function requestedMethods(): Promise<string[]> {
  return (await sandbox.requests()).map(({ method }) => method);
}

/** Points the extension at the sandbox and signs in as a person would. */
export async function signIn(key = defaultKey, team = defaultTeam): Promise<void> {
  await setBaseUrl(SANDBOX_ORIGIN);
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.teamId", team, vscode.ConfigurationTarget.Global);
  await person(
    { run: "Supermetrics: Sign In…" },
    { answer: key, to: "API key" },
    { answer: team, to: "team" },
    { waitForStatus: "" },
  );
  isSignedIn = key === defaultKey && team === defaultTeam;
}

export async function signOut(): Promise<void> {
  isSignedIn = false;
  await vscode.commands.executeCommand("supermetrics.signOut");
}

/** Ends whoever is signed in, and leaves no editor and no notification open. */
export async function startOver(): Promise<void> {
  await closeAll();
  await signOut();
  await sandbox.reset();
}

/**
 * Begins a test signed in, with a fresh sandbox and nothing open. Signing in takes longer than most tests: who is
 * signed in since the last test stays so, with a fresh list of connectors and the right to write.
 */
export async function startSignedIn(): Promise<void> {
  if (!isSignedIn) {
    await startOver();
    await signIn();
    return;
  }
  await closeAll();
  await sandbox.reset();
  await vscode.commands.executeCommand("supermetrics.refresh");
  const [first] = await sandbox.requests();
  if (first?.headers["authorization"] !== `Bearer ${defaultKey}`) {
    throw new Error("The test before has ended signed out: it must do so by signOut().");
  }
  await sandbox.clearRequests();
}

async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  // The workbench draws only those on the screen: many that are left would hide the ones that are waited for.
  await vscode.commands.executeCommand("notifications.clearAll");
}

/** Why it was refused; throws when it was not. */
export async function refusal(attempt: Thenable<unknown>): Promise<Error> {
  try {
    await attempt;
  } catch (error) {
    return error as Error;
  }
  throw new Error("It was not refused.");
}

/** Waits until the condition gives something; throws after thirty seconds. */
export async function eventually<T>(
  condition: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const started = Date.now();
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (Date.now() - started > 30_000) {
      throw new Error("It did not happen within thirty seconds.");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
