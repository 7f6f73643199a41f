import * as vscode from "vscode";
import { logCommands, logScheme } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Send } from "../../../platform/http/send";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Session } from "../../account/session";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { LogFollowing } from "../logFollowing";
import { LogStore } from "../logStore";
import { LogFileSystem } from "./logFileSystem";
import { LogView } from "./logView";

export interface LogFeatureParts {
  readonly send: Send;
  readonly session: Session;
  readonly store: ConnectorStore;
  readonly targets: ConnectorTargets;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The logs of connectors in the panel, and each entry as a read-only document. */
export function registerLogs(parts: LogFeatureParts): vscode.Disposable {
  const { send, session, notifier } = parts;
  const logs = new LogStore(async (ref, page) =>
    (await import("../logsApi")).listLogs(send, ref, page),
  );
  const following = new LogFollowing(logs);
  const logView = new LogView(logs, following);
  const logFiles = new LogFileSystem({
    fetch: async (ref, id) => (await import("../logsApi")).getLog(send, ref, id),
    logs,
    notifier,
  });
  session.onDidChange((state) => {
    logs.useSession(state);
    if (state.kind === "signedIn") {
      void logFiles.loadAgain();
    }
  });
  notifier.offerLogs(async (ref, at) =>
    (await import("./logCommands")).showLogsAround({ ...parts, logs, logView }, ref, at),
  );
  return vscode.Disposable.from(
    logView,
    vscode.workspace.registerFileSystemProvider(logScheme, logFiles, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === logScheme) {
        logFiles.closed(uri);
      }
    }),
    registerCommands(notifier, logCommands, async () =>
      (await import("./logCommands")).logHandlers({ ...parts, logs, following, logView }),
    ),
  );
}
