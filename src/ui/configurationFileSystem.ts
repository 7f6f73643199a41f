import * as vscode from "vscode";
import type { Connector } from "../api/connectors";
import {
  configurationUri,
  isSameConfiguration,
  parseConfigurationUri,
  type ConfigurationRef,
} from "../core/configurationPath";
import type { Configurations } from "../core/configurations";
import type { Account } from "../core/memory";
import { userMessageFor } from "../core/userMessage";
import { configurationScheme } from "../manifest";
import { notFoundText, type EmptyTabs } from "./emptyTabs";

/** Shows configurations as files. Nothing can be written yet. */
export class ConfigurationFileSystem implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(
    private readonly configurations: Pick<Configurations, "load">,
    private readonly tabs: EmptyTabs,
  ) {}

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, createdAt, updatedAt } = await this.load(uri);
    return {
      type: vscode.FileType.File,
      ctime: createdAt,
      mtime: updatedAt,
      size: bytes.byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.load(uri)).bytes;
  }

  /** The service tells nobody of changes. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private async load(uri: vscode.Uri) {
    const ref = parseConfigurationUri(uri);
    if (!ref) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    try {
      const file = await this.configurations.load(ref);
      this.tabs.loaded(uri);
      return file;
    } catch (error) {
      this.tabs.failed(uri, error);
      throw toFileSystemError(error);
    }
  }
}

/**
 * The editor shows the message in the tab. Never as “not found”, even where the service says so: the
 * editor would keep the words to itself and offer to create the file.
 */
function toFileSystemError(error: unknown): vscode.FileSystemError {
  const context = {
    failed: "",
    notFound: notFoundText(),
    right: "cb_connectors_read",
  };
  return vscode.FileSystemError.Unavailable(userMessageFor(error, context, Date.now()).text);
}

export function documentUri(account: Account, connector: Connector): vscode.Uri {
  return vscode.Uri.from({ scheme: configurationScheme, ...configurationUri(account, connector) });
}

/** Whose configuration a URI of any scheme holds, if it holds one. */
export function refOf(uri: vscode.Uri): ConfigurationRef | undefined {
  return uri.scheme === configurationScheme ? parseConfigurationUri(uri) : undefined;
}

/** Where a configuration is open, under whatever label. */
export function openDocument(ref: ConfigurationRef): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => {
    const other = refOf(uri);
    return other !== undefined && isSameConfiguration(other, ref);
  });
}

export function isDocumentOpen(ref: ConfigurationRef): boolean {
  return openDocument(ref) !== undefined;
}
