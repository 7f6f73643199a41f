import * as vscode from "vscode";
import { connectorsViewId } from "../../../manifest";
import { rowsDrawn } from "../../../platform/ui/rowChanges";

/** How often the editor is asked: a list that arrives has the rows drawn a second time, what else is new a third. */
const attempts = 8;

/**
 * Makes a command of the tree one for its keys, too. A key hands over the row that has the focus, in a list: to tell it
 * from the palette, which hands over nothing. While the editor draws the rows anew it knows no row: then it is asked
 * again afterwards. A row that is no connector's, such as the one that says why there are none, has nothing to act on.
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
