import * as vscode from "vscode";
import { responseScheme, rowsCommands, rowsViewType } from "../../../manifest";
import { Emitter, type Event } from "../../../platform/event";
import { lazy, lazyMethods } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { MadeRows } from "./makeRows";
import type { RowsView } from "./rowsView";

/** What the feature needs of the platform. */
export interface RowsParts {
  /** Folder of the extension. */
  readonly extension: vscode.Uri;
  readonly notifier: Notifier;
}

/** The view of rows, for the features that show some. */
export interface Rows extends vscode.Disposable {
  /** Loads the view. Throws `LoadError`. */
  readonly load: () => Promise<RowsView>;
  /** Forgets which runs were made: their choices are forgotten as well. */
  forgetLast(): void;
  /** Gives the key of a run that shall be made once more. */
  readonly onDidAskAgain: Event<string>;
  /** Gives the URI of a configuration's document that is to be run, of which no run was made in this window. */
  readonly onDidAskFirst: Event<string>;
}

/** The view of rows that previews and test runs show, with its commands and the documents of responses. */
export function registerRows(parts: RowsParts): Rows {
  const askedAgain = new Emitter<string>();
  const askedFirst = new Emitter<string>();
  const responseChanged = new Emitter<vscode.Uri>();
  let made: MadeRows | undefined;
  /** With the first run, or the first panel of a window that was loaded anew. */
  const load = lazy(async () => {
    const { makeRows } = await import("./makeRows");
    made = makeRows(parts);
    made.view.onDidAskAgain((key) => askedAgain.fire(key));
    made.view.onDidAskFirst((document) => askedFirst.fire(document));
    made.responses.onDidChange((uri) => responseChanged.fire(uri));
    return made;
  });
  const registered = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(
      rowsViewType,
      lazyMethods(async () => (await load()).view, "deserializeWebviewPanel"),
    ),
    vscode.workspace.registerTextDocumentContentProvider(responseScheme, {
      onDidChange: responseChanged.event,
      provideTextDocumentContent: async (uri) =>
        (await load()).responses.provideTextDocumentContent(uri),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => made?.responses.closed(uri)),
    registerCommands(parts.notifier, rowsCommands, async () => (await load()).handlers),
    { dispose: () => made?.dispose() },
  );
  return {
    load: async () => (await load()).view,
    forgetLast: () => made?.view.forgetLast(),
    onDidAskAgain: askedAgain.event,
    onDidAskFirst: askedFirst.event,
    dispose: () => registered.dispose(),
  };
}
