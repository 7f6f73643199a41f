import * as vscode from "vscode";
import type { FileStorage } from "../storage/fileStorage";

/** Files in the folder that the editor gives to the extension: on a disk, or in a browser's own store. */
export class GlobalFileStorage implements FileStorage {
  constructor(private readonly root: vscode.Uri) {}

  async read(path: readonly string[]): Promise<string | undefined> {
    const bytes = await orIfMissing(vscode.workspace.fs.readFile(this.at(path)), undefined);
    return bytes && new TextDecoder().decode(bytes);
  }

  async write(path: readonly string[], text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(path), new TextEncoder().encode(text));
  }

  async remove(path: readonly string[]): Promise<void> {
    await orIfMissing(vscode.workspace.fs.delete(this.at(path), { recursive: true }), undefined);
  }

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
