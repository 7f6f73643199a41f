import * as vscode from "vscode";
import type { Send } from "../api/http";
import { getLog, listLogs } from "../api/logs";
import type { ConfigurationRef } from "../core/configurationPath";
import { LogFollowing } from "../core/logFollowing";
import { LogStore } from "../core/logStore";
import type { Session } from "../core/session";
import { logScheme } from "../manifest";
import { LogFileSystem } from "./logFileSystem";
import { LogView } from "./logView";
import type { Notifier } from "./notifier";

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
