import * as vscode from "vscode";
import { responseScheme, rowsCommands, rowsViewType } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { ResponseDocuments } from "./responseDocuments";
import { RowsView } from "./rowsView";

/** What the feature needs of the platform. */
export interface RowsParts {
  /** Folder of the extension. */
  readonly extension: vscode.Uri;
  readonly notifier: Notifier;
}

/** The view of rows, for the features that show some. */
export interface Rows extends vscode.Disposable {
  readonly view: RowsView;
}

/** The view of rows that previews and test runs show, with its commands and the documents of responses. */
export function registerRows({ extension, notifier }: RowsParts): Rows {
  const responses = new ResponseDocuments();
  const view = new RowsView({ extension, responses, notifier });
  const registered = vscode.Disposable.from(
    view,
    responses,
    vscode.window.registerWebviewPanelSerializer(rowsViewType, view),
    vscode.workspace.registerTextDocumentContentProvider(responseScheme, responses),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => responses.closed(uri)),
    registerCommands(notifier, rowsCommands, async () =>
      (await import("./rowsCommands")).rowsHandlers({ view, responses }),
    ),
  );
  return { view, dispose: () => registered.dispose() };
}
