import * as vscode from "vscode";
import type { Send } from "./platform/http/send";
import { getLog, listLogs } from "./features/logs/logsApi";
import type { ConfigurationRef } from "./platform/connectorRef";
import { LogFollowing } from "./features/logs/logFollowing";
import { LogStore } from "./features/logs/logStore";
import type { Session } from "./features/account/session";
import { logScheme } from "./manifest";
import { LogFileSystem } from "./features/logs/ui/logFileSystem";
import { LogView } from "./features/logs/ui/logView";
import type { Notifier } from "./platform/ui/notifier";

/** All that shows the logs of connectors. */
export interface Logs {
  readonly logs: LogStore;
  readonly following: LogFollowing;
  readonly logView: LogView;
  readonly logFiles: LogFileSystem;
}

/** Builds it, in step with the session. */
export function createLogs({
  send,
  session,
  notifier,
}: {
  readonly send: Send;
  readonly session: Session;
  readonly notifier: Notifier;
}): Logs {
  const logs = new LogStore((ref, page) => listLogs(send, ref, page));
  const fetch = (ref: ConfigurationRef, id: string) => getLog(send, ref, id);
  const following = new LogFollowing(logs);
  const logFiles = new LogFileSystem({ fetch, logs, notifier });
  session.onDidChange((state) => {
    logs.follow(state);
    if (state.kind === "signedIn") {
      void logFiles.loadAgain();
    }
  });
  return { logs, following, logView: new LogView(logs, following), logFiles };
}

export function registerLogs({ logView, logFiles }: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    logView,
    vscode.workspace.registerFileSystemProvider(logScheme, logFiles, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    vscode.workspace.onDidCloseTextDocument(
      ({ uri }) => uri.scheme === logScheme && logFiles.closed(uri),
    ),
  );
}
