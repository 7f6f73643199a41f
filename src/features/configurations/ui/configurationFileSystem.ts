import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import { notFoundText } from "../../../platform/words/errorMeaning";
import { userMessageFor } from "../../../platform/words/userMessage";
import { openDocuments, connectorRefOf } from "./configurationDocuments";
import type { FileTimes } from "../editBases";
import { FileReads } from "../fileReads";
import type { UnloadedTabs } from "./unloadedTabs";
import { FlatFileSystem } from "../../../platform/ui/flatFileSystem";
import type { ManualSaves } from "./manualSaves";
import {
  SecretStoreError,
  SettingsError,
  SignedOutError,
  WrongAccountError,
} from "../../../platform/http/errors";
import type { EditAccess } from "../editAccess";
import type { ShownFile } from "../configurationFile";

/** What the file system of configurations needs. */
export interface FileSystemParts {
  readonly configurations: Pick<
    Configurations,
    "load" | "loadAgain" | "loaded" | "onDidReplace" | "times"
  >;
  readonly tabs: UnloadedTabs;
  readonly saves: ManualSaves;
  readonly accessTo: (ref: ConnectorRef) => EditAccess;
  /** The version that is kept on this computer, where one is. */
  readonly kept: (ref: ConnectorRef) => Promise<ShownFile | undefined>;
  /** Publishes what the editor saves; throws why it is not published, worded for the person. */
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

  /** The editor is to look again at a configuration, under every label that it is open under. */
  changed(ref: ConnectorRef): void {
    for (const { document } of openDocuments(ref)) {
      this.fireChanged(document.uri);
    }
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const ref = require(uri);
    const { createdAt, updatedAt, size } = await this.load<FileTimes>(uri, ref, () =>
      this.parts.configurations.times(ref),
    );
    this.reads.statted(uri, updatedAt);
    const isReadOnly = this.parts.accessTo(ref).kind === "readOnly";
    return {
      type: vscode.FileType.File,
      ctime: createdAt,
      mtime: updatedAt,
      size,
      ...(isReadOnly && { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = require(uri);
    const { configurations } = this.parts;
    const isRepeated = this.reads.isRepeated(uri);
    const file = await this.load<Pick<ShownFile, "bytes">>(uri, ref, () =>
      isRepeated ? configurations.loadAgain(ref) : configurations.load(ref),
    );
    return file.bytes;
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const ref = require(uri);
    this.parts.saves.require(uri, bytes);
    await this.parts.save(ref, uri, bytes);
    this.reads.written(uri, this.parts.configurations.loaded(ref)?.updatedAt);
    setTimeout(() => this.changed(ref)); // when the editor has taken note of its own save
  }

  /** Where nobody may ask for it, what is kept on this computer takes its place: it can be read anyway. */
  private async load<T extends Partial<ShownFile>>(
    uri: vscode.Uri,
    ref: ConnectorRef,
    loading: () => Promise<T>,
  ): Promise<T | ShownFile> {
    try {
      const loaded = await loading();
      this.parts.tabs.loaded(uri);
      return loaded;
    } catch (error) {
      const kept = isWithoutAccess(error) ? await this.parts.kept(ref) : undefined;
      if (kept) {
        this.parts.tabs.loaded(uri);
        return kept;
      }
      this.parts.tabs.failed(uri, error);
      throw toFileSystemError(error);
    }
  }
}

/** Whether it could not be asked for, since nobody is signed in to its team. */
function isWithoutAccess(error: unknown): boolean {
  return [SignedOutError, WrongAccountError, SecretStoreError, SettingsError].some(
    (kind) => error instanceof kind,
  );
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
