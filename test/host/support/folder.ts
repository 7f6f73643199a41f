import * as vscode from "vscode";

const [folder] = vscode.workspace.workspaceFolders ?? [];

/** For tests that write files: the web host of the tests has no folder for them. */
export const itWithFolder = folder ? it : it.skip;

/** Writes a file into the folder that is open. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.file("/"), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
