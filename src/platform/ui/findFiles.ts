import * as vscode from "vscode";

/** A file in the folders that are open. */
export interface FoundFile {
  /** URI. */
  readonly uri: string;
  /** As the workspace names it. */
  readonly path: string;
}

/** Whoever asks waits for the files. Milliseconds. */
const patience = 2000;

/** The files of that name in the folders that are open, as far as the search finds them soon. */
export async function filesNamed(name: string): Promise<readonly FoundFile[]> {
  const found = await Promise.race([
    Promise.resolve(vscode.workspace.findFiles(`**/${name}`, undefined, 200)).catch(() => []),
    new Promise<vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), patience)),
  ]);
  return found
    .map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}
