import { logScheme } from "../../../manifest";
import { type ShownEntry, idOfKey } from "../logEntry";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { SignedOutError } from "../../../platform/http/errors";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { formatConfiguration } from "../../../platform/json/format";
import { logUri, parseLogUri } from "../logUri";
import type { LogStore } from "../logStore";
import { logsRight } from "../logRows";
import { maskJson } from "../../../platform/masking/jsonCredentials";
import { userMessageFor } from "../../../platform/words/userMessage";
import { FlatFileSystem } from "../../../platform/ui/flatFileSystem";
import type { Notifier } from "../../../platform/ui/notifier";

/** The document of a log entry. */
export function logDocumentUri(ref: ConnectorRef, entry: ShownEntry): vscode.Uri {
  return vscode.Uri.from({ scheme: logScheme, ...logUri(ref, entry) });
}

/** What the files of log entries need. */
export interface LogFileParts {
  /** JSON text of an entry; throws what the request threw, or why none was made. */
  readonly fetch: (ref: ConnectorRef, id: string) => Promise<string>;
  readonly logs: Pick<LogStore, "find">;
  readonly notifier: Notifier;
}

interface NamedEntry {
  readonly ref: ConnectorRef;
  readonly key: string;
}

interface LogFile {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly isWhole: boolean;
}

/**
 * Log entries as read-only files: one request for each that is opened. As files, and not as documents of
 * a content provider, because the editor restores only the tabs of files.
 */
export class LogFileSystem extends FlatFileSystem {
  private readonly files = new Map<string, Promise<LogFile>>();

  constructor(private readonly parts: LogFileParts) {
    super();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, at } = await this.file(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: at, size: bytes.length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.file(uri)).bytes;
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** Call it when a document was closed: its entry is reloaded when it is opened next. */
  closed(uri: vscode.Uri): void {
    this.files.delete(uri.toString());
  }

  /** Has the editor reload what could not be loaded, where it has a tab: documents outlive theirs. */
  async loadAgain(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText ? input.uri.toString() : [],
    );
    for (const [key, file] of Array.from(this.files)) {
      if (!(await file).isWhole) {
        this.files.delete(key);
        if (shown.includes(key)) {
          this.fireChanged(vscode.Uri.parse(key, true));
        }
      }
    }
  }

  /**
   * The editor asks for a file's times, then for its content, and gets one answer to both. What names no entry
   * is not among the files: it cannot be loaded again.
   */
  private file(uri: vscode.Uri): Promise<LogFile> {
    const named = parseLogUri(uri);
    if (!named) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const key = uri.toString();
    const file = this.files.get(key) ?? this.load(named);
    this.files.set(key, file);
    return file;
  }

  private async load(named: NamedEntry): Promise<LogFile> {
    const listed = this.parts.logs.find(named.ref, named.key)?.text;
    const id = idOfKey(named.key);
    try {
      if (id === undefined) {
        throw new Error(l10n.t("The log entry has no ID, so its details can't be loaded."));
      }
      const text = await this.parts.fetch(named.ref, id);
      return fileWith("", maskJson(text), true);
    } catch (error) {
      return fileWith(this.wordsFor(error, listed !== undefined), listed, false);
    }
  }

  /** Why the document has not all that there is. */
  private wordsFor(error: unknown, isListed: boolean): string {
    const failed = l10n.t("Couldn't load the details of this log entry.");
    const notFound = l10n.t("The log entry or its connector no longer exists.");
    const context = { failed, notFound, right: logsRight };
    // Whoever opens tabs that were restored is asked to sign in once, by the configurations.
    if (!(error instanceof SignedOutError)) {
      const again = () => this.loadAgain();
      this.parts.notifier.failed(error, { context, tryAgain: again, afterSignIn: again });
    }
    const { text } = userMessageFor(error, context, Date.now());
    const rest = isListed ? l10n.t("Only the data from the list is shown.") : "";
    return [text, rest].filter(Boolean).join("\n");
  }
}

/** @param words stand above as a comment */
function fileWith(words: string, json: string | undefined, isWhole: boolean): LogFile {
  const comment = words.replace(/(\S{77,}|.{1,76})(\s+|$)/g, "// $1\n");
  const head = new TextEncoder().encode(comment);
  const body = json === undefined ? new Uint8Array() : formatConfiguration(json);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return { bytes, at: Date.now(), isWhole };
}
