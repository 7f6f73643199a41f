import type * as vscode from "vscode";
import type { rowsCommands } from "../../../manifest";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { RowsParts } from ".";
import { ResponseDocuments } from "./responseDocuments";
import { rowsHandlers } from "./rowsCommands";
import { RowsView } from "./rowsView";

/** What shows runs, and what it offers to do with them. */
export interface MadeRows extends vscode.Disposable {
  readonly view: RowsView;
  readonly responses: ResponseDocuments;
  readonly handlers: CommandHandlers<typeof rowsCommands>;
}

/** Makes the view of rows and the documents of responses: nothing of them is needed before the first run. */
export function makeRows({ extension, notifier }: RowsParts): MadeRows {
  const responses = new ResponseDocuments();
  const view = new RowsView({ extension, responses, notifier });
  return {
    view,
    responses,
    handlers: rowsHandlers({ view, responses }),
    dispose: () => {
      view.dispose();
      responses.dispose();
    },
  };
}
