import * as vscode from "vscode";

/** The column of the editor that has a tab of a document; undefined where none has. */
export function shownColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isOf = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isOf))?.viewColumn;
}
