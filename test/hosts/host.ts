/** A real VS Code that serves its workbench to a browser. */
export interface Host {
  readonly name: string;
  /** Address of the workbench. With a suite, the workbench runs it in the extension host and reports. */
  url(options?: { readonly suite?: string }): string;
  close(): Promise<void>;
}

/** What a person would have set up before. */
export interface HostSetup {
  /** `settings.json` of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folder that is open in the workbench. */
  readonly folder?: string;
  /** The port to listen on; a free one by default. */
  readonly port?: number;
}

/** Settings that keep the workbench quiet: nothing that pops up, moves, or asks for the network. */
export const quietSettings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.reduceMotion": "on",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "security.workspace.trust.enabled": false,
} as const;
