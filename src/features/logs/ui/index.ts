import * as vscode from "vscode";
import { logCommands, logScheme } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { ConnectorsService } from "../../connectors/ui";
import { LogFollowing } from "../logFollowing";
import { LogStore } from "../logStore";
import { LogFileSystem } from "./logFileSystem";
import { LogView } from "./logView";

/** What the feature needs of the platform and of other features. */
export interface LogFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send">;
  readonly connectors: Pick<ConnectorsService, "store" | "targets">;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The logs of connectors in the panel, and each entry as a read-only document. */
export function registerLogs(parts: LogFeatureParts): vscode.Disposable {
  const { prompts, notifier } = parts;
  const { session, send } = parts.account;
  const { store, targets } = parts.connectors;
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
    (await import("./logCommands")).showLogsAround({ store, logs, logView, notifier }, ref, at),
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
      (await import("./logCommands")).logHandlers({
        store,
        targets,
        prompts,
        logs,
        following,
        logView,
        notifier,
      }),
    ),
  );
}
