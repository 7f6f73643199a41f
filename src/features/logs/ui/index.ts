import * as vscode from "vscode";
import { logCommands, logScheme, logsViewId } from "../../../manifest";
import { Emitter } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import { lazy, lazyMethods } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import { LazyFileSystem } from "../../../platform/ui/lazyFileSystem";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { ConnectorsService } from "../../connectors/ui";
import type { LogNode } from "./logView";
import type { MadeLogs } from "./makeLogs";

/** What the feature needs of the platform and of other features. */
export interface LogFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send">;
  readonly connectors: Pick<ConnectorsService, "store" | "targets">;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The logs of connectors in the panel, and each entry as a read-only document. */
export function registerLogs(parts: LogFeatureParts): vscode.Disposable {
  const { account, notifier } = parts;
  const rowsChanged = new Emitter<void>();
  let made: MadeLogs | undefined;
  /** When the view is looked at, or with the first command or document. */
  const load = lazy(async () => {
    const { makeLogs } = await import("./makeLogs");
    made = makeLogs(parts, view);
    made.tree.onDidChangeTreeData(() => rowsChanged.fire());
    return made;
  });
  const view = vscode.window.createTreeView<LogNode>(logsViewId, {
    treeDataProvider: {
      onDidChangeTreeData: rowsChanged.event,
      getParent: () => undefined,
      ...lazyMethods(
        async () => (await load()).tree,
        "getChildren",
        "getTreeItem",
        "resolveTreeItem",
      ),
    },
  });
  account.session.onDidChange((state) => made?.useSession(state));
  notifier.offerLogs(async (ref, at) => (await load()).showAround(ref, at));
  return vscode.Disposable.from(
    view,
    vscode.workspace.registerFileSystemProvider(
      logScheme,
      new LazyFileSystem(async () => (await load()).files),
      { isCaseSensitive: true, isReadonly: true },
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === logScheme) {
        made?.files.closed(uri);
      }
    }),
    registerCommands(notifier, logCommands, async () => (await load()).handlers),
    { dispose: () => made?.dispose() },
  );
}
