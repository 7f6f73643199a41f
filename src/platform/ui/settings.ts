import * as vscode from "vscode";
import { settingIds } from "../../manifest";

/** The settings of the extension that are no feature's own. */
export interface Settings {
  /** As the person wrote it. */
  readonly apiBaseUrl: string;
  /** As the person wrote it. */
  readonly teamId: string;
  /** Seconds. */
  readonly requestTimeout: number;
  /** Whether to ask before a configuration is published. */
  readonly confirmPublish: boolean;
}

/** The settings as they are now; what has the wrong type counts as not set. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration();
  const apiBaseUrl = configuration.get<unknown>(settingIds.apiBaseUrl);
  const teamId = configuration.get<unknown>(settingIds.teamId);
  const requestTimeout = configuration.get<unknown>(settingIds.requestTimeout);
  return {
    confirmPublish: configuration.get<unknown>(settingIds.confirmPublish) !== false,
    apiBaseUrl: typeof apiBaseUrl === "string" ? apiBaseUrl : "",
    // A number here has lost digits by now: a team ID is 64 bits wide.
    teamId: typeof teamId === "string" ? teamId : "",
    requestTimeout:
      typeof requestTimeout === "number" ? Math.min(Math.max(requestTimeout, 1), 600) : 30,
  };
}

/** Writes the team where it is set already, so that the new value counts; otherwise for the user. */
export async function writeTeamId(teamId: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const set = configuration.inspect(settingIds.teamId);
  const target =
    set?.workspaceValue === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await configuration.update(settingIds.teamId, teamId, target);
}
