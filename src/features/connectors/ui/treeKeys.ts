import * as vscode from "vscode";
import { connectorsViewId } from "../../../manifest";
import { rowsDrawn } from "../../../platform/ui/rowChanges";

/** How often the editor is asked: a list that arrives has the rows drawn a second time, what else is new a third. */
const attempts = 8;

/**
 * Makes a command of the tree one that keys can run, too. A key passes the focused row in a list, which tells it from
 * the palette: that one passes nothing. While the editor redraws the rows, it knows no focused row, and is asked again
 * afterwards. Rows that belong to no connector, such as the one that says why there are none, have nothing to act on.
 * @param isRow whether a row is one that the command is for
 */
export function ofFocusedRow(
  command: string,
  isRow: (given: unknown) => boolean,
  act: (given: unknown) => unknown,
): (given: unknown) => Promise<void> {
  return async (given) => {
    if (!Array.isArray(given)) {
      await act(given);
      return;
    }
    const [row, attempt = 1]: readonly unknown[] = given;
    if (row === undefined && typeof attempt === "number" && attempt < attempts) {
      await rowsDrawn();
      const focused = { $treeViewId: connectorsViewId, $focusedTreeItem: true };
      // Only what comes from the editor's window has its rows looked up; it takes the outer list for the arguments.
      const commands = [{ command, args: [[focused, attempt + 1]] }];
      await vscode.commands.executeCommand("runCommands", { commands });
    } else if (row === undefined || isRow(row)) {
      await act(row);
    }
  };
}
