import * as vscode from "vscode";
import type { FileStorage } from "../storage/fileStorage";

/** Files in the folder that the editor gives to the extension: on a disk, or in a browser's own store. */
export class GlobalFileStorage implements FileStorage {
  constructor(private readonly root: vscode.Uri) {}

  /** The text of a file; undefined where there is none. Rejects where it can't be read. */
  async read(path: readonly string[]): Promise<string | undefined> {
    const bytes = await orIfMissing(vscode.workspace.fs.readFile(this.at(path)), undefined);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Writes a file, with the folders above it. Rejects where it can't be written. */
  async write(path: readonly string[], text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(path), new TextEncoder().encode(text));
  }

  /** Removes a file or a folder, if it is there. Rejects where it can't be removed. */
  async remove(path: readonly string[]): Promise<void> {
    await orIfMissing(vscode.workspace.fs.delete(this.at(path), { recursive: true }), undefined);
  }

  /** Names of the files in a folder; none where there is no such folder. */
  async list(path: readonly string[]): Promise<readonly string[]> {
    const found = await orIfMissing(vscode.workspace.fs.readDirectory(this.at(path)), []);
    return found.map(([name]) => name);
  }

  private at(path: readonly string[]): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...path);
  }
}

/** What a file system answers; `missing` where there is no such file. Throws what else it throws. */
export async function orIfMissing<T>(answer: Thenable<T>, missing: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
      return missing;
    }
    throw error;
  }
}
