import type * as vscode from "vscode";
import { getLog, listLogs } from "../logsApi";
import { LogFollowing } from "../logFollowing";
import { LogStore } from "../logStore";
import type { SessionState } from "../../account/session";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { LogFeatureParts } from ".";
import { logHandlers, showLogsAround } from "./logCommands";
import { LogFileSystem } from "./logFileSystem";
import { LogTree, LogView, type LogNode } from "./logView";

/** What there is of logs once they are loaded. */
export type MadeLogs = ReturnType<typeof makeLogs>;

/** Puts the feature together around its view. */
export function makeLogs(feature: LogFeatureParts, view: vscode.TreeView<LogNode>) {
  const { prompts, notifier } = feature;
  const { send, session } = feature.account;
  const { store, targets } = feature.connectors;
  const logs = new LogStore((ref, page) => listLogs(send, ref, page));
  const following = new LogFollowing(logs);
  const logView = new LogView(logs, following, view);
  const parts = { store, targets, prompts, logs, following, logView, notifier };
  const files = new LogFileSystem({ fetch: (ref, id) => getLog(send, ref, id), logs, notifier });
  logs.useSession(session.state);
  return {
    tree: new LogTree(logs, () => view.visible),
    files,
    handlers: logHandlers(parts),
    showAround: (ref: ConnectorRef, at: number) => showLogsAround(parts, ref, at),
    useSession: (state: SessionState) => {
      logs.useSession(state);
      if (state.kind === "signedIn") {
        void files.loadAgain();
      }
    },
    dispose: () => logView.dispose(),
  };
}
