import * as vscode from "vscode";
import type { ConfigurationSchema } from "../configurationSchema";
import { schemaUrl } from "../../../manifest";
import { FlatFileSystem } from "../../../platform/ui/flatFileSystem";

/**
 * Hands the schema to the editor's JSON support as a file: so it works offline, behind proxies, in
 * Restricted Mode and in the browser, where the JSON support downloads nothing or not what it should.
 */
export class SchemaFileSystem extends FlatFileSystem {
  private changedAt = Date.now();

  constructor(private readonly schema: ConfigurationSchema) {
    super();
    schema.onDidChange(({ kind }) => {
      if (kind === "ready") {
        this.changedAt = Date.now();
        this.fireChanged(vscode.Uri.parse(schemaUrl));
      }
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: this.changedAt,
      size: (await this.readFile(uri)).length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    if (uri.path !== "/v1.json") {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return new TextEncoder().encode(await this.schema.text());
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
