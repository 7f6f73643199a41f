import * as vscode from "vscode";

const [folder] = vscode.workspace.workspaceFolders ?? [];

/** For tests that need files: the desktop host of the tests opens no folder for them. */
export const itWithFolder = folder ? it : it.skip;
export const describeWithFolder = folder ? describe : describe.skip;

/** A file in the folder that is open, which is on no disk where the host is the web's. */
export function at(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.file("/"), name);
}

/** Writes a file into the folder that is open. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = at(name);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}
