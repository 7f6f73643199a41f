import * as vscode from "vscode";
import { rowsViewType } from "../../../src/manifest";

/** Labels of the tabs that show rows. */
export function rowsTabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.includes(rowsViewType),
    )
    .map(({ label }) => label);
}
