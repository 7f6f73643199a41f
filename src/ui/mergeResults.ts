import * as vscode from "vscode";
import { mergeScheme } from "../manifest";
import { FlatFileSystem } from "./flatFileSystem";

interface Result {
  bytes: Uint8Array;
  mtime: number;
  readonly completed: (text: string) => unknown;
}

/**
 * Where the merge editor puts its result. Not into the document itself: until the person has completed the
 * merge, that must stay what it was, and must not count as put together with theirs.
 */
export class MergeResults extends FlatFileSystem {
  private readonly results = new Map<string, Result>();

  /**
   * @param of the document that is merged
   * @param completed gets the text that the person has settled on
   */
  begin(of: vscode.Uri, text: string, completed: (text: string) => unknown): vscode.Uri {
    const uri = of.with({ scheme: mergeScheme, query: "" });
    const bytes = new TextEncoder().encode(text);
    this.results.set(uri.path, { bytes, mtime: Date.now(), completed });
    this.tell(uri);
    return uri;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, mtime } = this.require(uri);
    return { type: vscode.FileType.File, ctime: mtime, mtime, size: bytes.byteLength };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.require(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const result = this.require(uri);
    result.bytes = bytes;
    result.mtime = Math.max(Date.now(), result.mtime + 1);
    const text = new TextDecoder().decode(bytes);
    setTimeout(() => result.completed(text)); // it edits documents, and this save has to end first
  }

  private require(uri: vscode.Uri): Result {
    const result = this.results.get(uri.path);
    if (!result) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return result;
  }
}
