import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import { notFoundText } from "../../../platform/words/errorMeaning";
import { userMessageFor } from "../../../platform/words/userMessage";
import { openDocument, openDocuments, connectorRefOf } from "./configurationDocuments";
import { FileReads } from "../fileReads";
import type { UnloadedTabs } from "./unloadedTabs";
import { FlatFileSystem } from "../../../platform/ui/flatFileSystem";
import type { ManualSaves } from "./manualSaves";

export interface FileSystemParts {
  readonly configurations: Pick<
    Configurations,
    "load" | "loadAgain" | "loaded" | "onDidReplace" | "times"
  >;
  readonly tabs: UnloadedTabs;
  readonly saves: ManualSaves;
  /** Whether somebody is signed in whose key may write, as far as is known. */
  readonly isWritable: () => boolean;
  /** Publishes what the editor saves; throws why it is not published, in words for the person. */
  readonly save: (ref: ConnectorRef, uri: vscode.Uri, bytes: Uint8Array) => Promise<void>;
}

/** Shows configurations as files. To write one is to publish it. */
export class ConfigurationFileSystem extends FlatFileSystem {
  private readonly reads = new FileReads();

  constructor(private readonly parts: FileSystemParts) {
    super();
    // When the editor has what it has asked for.
    parts.configurations.onDidReplace((ref) => setTimeout(() => this.changed(ref)));
  }

  /** The document was closed. */
  closed(uri: vscode.Uri): void {
    this.reads.closed(uri);
  }

  /** The editor shall look again at a configuration, under every label that it is open under. */
  changed(ref: ConnectorRef): void {
    for (const { document } of openDocuments(ref)) {
      this.fireChanged(document.uri);
    }
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const ref = require(uri);
    const { createdAt, updatedAt, size } = await this.load(uri, () =>
      this.parts.configurations.times(ref),
    );
    this.reads.statted(uri, updatedAt);
    // What was typed must stay within reach: whoever signs in again goes on with it.
    const isWritable = this.parts.isWritable() || openDocument(ref)?.isDirty;
    return {
      type: vscode.FileType.File,
      ctime: createdAt,
      mtime: updatedAt,
      size,
      ...(!isWritable && { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = require(uri);
    const { configurations } = this.parts;
    if (!this.reads.isRepeated(uri)) {
      return (await this.load(uri, () => configurations.load(ref))).bytes;
    }
    return (await this.load(uri, () => configurations.loadAgain(ref))).bytes;
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const ref = require(uri);
    this.parts.saves.require(uri);
    await this.parts.save(ref, uri, bytes);
    this.reads.written(uri, this.parts.configurations.loaded(ref)?.updatedAt);
    setTimeout(() => this.changed(ref)); // when the editor has taken note of its own save
  }

  private async load<T>(uri: vscode.Uri, loading: () => Promise<T>): Promise<T> {
    try {
      const loaded = await loading();
      this.parts.tabs.loaded(uri);
      return loaded;
    } catch (error) {
      this.parts.tabs.failed(uri, error);
      throw toFileSystemError(error);
    }
  }
}

function require(uri: vscode.Uri): ConnectorRef {
  const ref = connectorRefOf(uri);
  if (!ref) {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  return ref;
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
