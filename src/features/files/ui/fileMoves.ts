import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { connectorFileEnding } from "../../../manifest";
import { linksFile } from "../linksFile";
import { pathOf } from "../../../platform/ui/workspaceFiles";
import type { LinkedFiles } from "./linkedFiles";
import type { Notifier } from "../../../platform/ui/notifier";

/** What following renamed files needs. */
export interface FileMoveParts {
  readonly files: Pick<LinkedFiles, "moved" | "removed" | "appeared" | "changedOutside">;
  readonly notifier: Notifier;
}

/** Has links follow the files that are renamed and moved in the editor, and notes which files and links change elsewhere. */
export function trackFileMoves({ files, notifier }: FileMoveParts): vscode.Disposable {
  const follow = async (from: vscode.Uri, to: vscode.Uri) => {
    try {
      await files.moved(from, to);
    } catch (error) {
      if (from.path.endsWith(connectorFileEnding)) {
        const failed = l10n.t("Couldn't move the link of {0} to {1}.", pathOf(from), pathOf(to));
        notifier.failed(error, { context: { failed } });
      }
    }
  };
  const watcher = vscode.workspace.createFileSystemWatcher(
    `**/*${connectorFileEnding}`,
    false,
    true,
  );
  const linksWatcher = vscode.workspace.createFileSystemWatcher(`**/${linksFile}`);
  const linksChanged = () => files.changedOutside();
  return vscode.Disposable.from(
    watcher,
    linksWatcher,
    linksWatcher.onDidCreate(linksChanged),
    linksWatcher.onDidChange(linksChanged),
    linksWatcher.onDidDelete(linksChanged),
    watcher.onDidDelete((file) => files.removed(file).catch(ignored)),
    watcher.onDidCreate((file) => files.appeared(file).catch(ignored)),
    vscode.workspace.onDidRenameFiles(async ({ files: renamed }) => {
      for (const { oldUri, newUri } of renamed) {
        if (oldUri.path.endsWith(".json")) {
          await follow(oldUri, newUri);
        }
      }
    }),
  );
}

/** What can't be read now is found out when the file is published. */
function ignored(): void {}
