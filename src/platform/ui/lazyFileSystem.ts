import type * as vscode from "vscode";
import { lazy } from "../lazy";
import { FlatFileSystem } from "./flatFileSystem";

/** A file system that is made when the editor asks for the first of its files. */
export class LazyFileSystem extends FlatFileSystem {
  private readonly made: () => Promise<FlatFileSystem>;

  /** @param make may throw through what was asked, and is called again with the next */
  constructor(make: () => Promise<FlatFileSystem>) {
    super();
    this.made = lazy(async () => {
      const files = await make();
      files.onDidChangeFile((changes) => changes.forEach(({ uri }) => this.fireChanged(uri)));
      return files;
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.made()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.made()).readFile(uri);
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    await (await this.made()).writeFile(uri, bytes);
  }
}
