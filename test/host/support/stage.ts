import * as vscode from "vscode";
import type { Deed } from "../../hosts/person";
import { createControl } from "../../sandbox/control";
import { defaultKey, defaultTeam } from "../../sandbox/seed";

declare const SANDBOX_ORIGIN: string;
declare const PERSON_ORIGIN: string;

export const sandboxOrigin = SANDBOX_ORIGIN;
export const sandbox = createControl(SANDBOX_ORIGIN);
export const isWeb = vscode.env.uiKind === vscode.UIKind.Web && typeof process === "undefined";

/** Has a person at the workbench do something, and waits until it is done. */
export async function person(...deeds: Deed[]): Promise<void> {
  for (const deed of deeds) {
    const answer = await fetch(PERSON_ORIGIN, { method: "POST", body: JSON.stringify(deed) });
    if (!answer.ok) {
      throw new Error(`${JSON.stringify(deed)}: ${await answer.text()}`);
    }
  }
}

export async function setBaseUrl(origin: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.apiBaseUrl", origin, vscode.ConfigurationTarget.Global);
}

/** Points the extension at the sandbox and signs in as a person would. */
export async function signIn(key = defaultKey, team = defaultTeam): Promise<void> {
  await setBaseUrl(SANDBOX_ORIGIN);
  await vscode.workspace
    .getConfiguration()
    .update("supermetrics.teamId", team, vscode.ConfigurationTarget.Global);
  await person({ run: "Supermetrics: Sign In…" }, { answer: key, to: "API key" });
  await answerTeam(team);
  await person({ waitForStatus: "" });
}

async function answerTeam(team: string): Promise<void> {
  // Where somebody was signed in before, recent teams are offered first.
  await person({ answer: team, to: "Team" });
}

/** Ends whoever is signed in, and leaves no editor open. */
export async function startOver(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.commands.executeCommand("supermetrics.signOut");
  await sandbox.reset();
}

/** Waits until the condition gives something; throws after ten seconds. */
export async function eventually<T>(condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const started = Date.now();
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (Date.now() - started > 10_000) {
      throw new Error("It did not happen within ten seconds.");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
