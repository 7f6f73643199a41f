import type { ConnectorDetails } from "../connectors/connectorsApi";
import type { Send } from "../../platform/http/send";
import { type ConnectorRef } from "../../platform/connectorRef";
import { fileFrom, laterThan, withTimes, type ConfigurationFile } from "./configurationFile";
import type { EditBases, FileTimes } from "./editBases";
import { Emitter } from "../../platform/event";
import { storedFrom, type BaseVersion, type StoredConnector } from "../connectors/storedConnector";
import { LoadedFiles } from "./loadedFiles";
import type { SeenVersion } from "./versions";
import type { EditorDocuments } from "./connectorDocuments";
import { isSameVersion } from "../../platform/json/compare";

/**
 * The editor asks for a file's times, then for its content, and expects one answer to both. That long a
 * loaded file serves a document that is not open yet. Milliseconds.
 */
const openingTime = 15_000;

/** The configurations that the editor has as files: one request for each document that is opened. */
export class Configurations {
  private readonly files: LoadedFiles;
  private readonly seen = new Emitter<SeenVersion>();
  /** A version came from the service, with the answer to a question or to a create. */
  readonly onDidSee = this.seen.event;
  private readonly replaced = new Emitter<ConnectorRef>();
  /** Another version than the one before was loaded: every document of it is to follow. */
  readonly onDidReplace = this.replaced.event;

  /** @param now the time, in milliseconds since 1970 */
  constructor(
    private readonly send: Send,
    private readonly documents: EditorDocuments,
    private readonly bases: EditBases,
    private readonly now: () => number = Date.now,
  ) {
    this.files = new LoadedFiles(now);
  }

  /** Takes the configuration from an answer that brought it, e.g. of a create: no request is needed. */
  putFromAnswer(ref: ConnectorRef, details: ConnectorDetails): void {
    if (details.configurationText !== undefined) {
      const stored = storedFrom(details);
      this.files.set(ref, fileFrom(stored));
      this.seen.fire({ ref, stored, origin: "here" });
    }
  }

  /**
   * The service has this version now, and the editor is to show it.
   * @param bytes what the editor shows already, where that says the same
   */
  put(ref: ConnectorRef, stored: StoredConnector, bytes?: Uint8Array): void {
    const held = laterThan(this.loaded(ref), fileFrom(stored, bytes));
    this.files.set(ref, held);
    if (this.documents.isDirty(ref)) {
      this.bases.start(ref, held.published, held); // what is typed from now on begins from here
    }
  }

  /**
   * The service has this version now, but the editor holds a newer text and has not written this one. Its
   * file stays as the editor knows it, or it would take the next save for one over a newer file.
   */
  rebase(ref: ConnectorRef, stored: StoredConnector): void {
    const file = fileFrom(stored);
    const known = this.loaded(ref) ?? this.bases.times(ref) ?? file;
    this.files.set(ref, withTimes(file, known));
    this.bases.start(ref, file.published, known);
  }

  /**
   * The service has this now, as somebody has found out on the way.
   * @returns whether an open document shows it: it may be the same, or taken over, or hold an edit
   */
  applyStored(ref: ConnectorRef, stored: StoredConnector): "same" | "replaced" | "edited" {
    const loaded = this.loaded(ref);
    if (loaded && isSameVersion(loaded.published, stored.text)) {
      this.files.setConnector(ref, stored);
      return "same";
    }
    if (this.documents.isDirty(ref)) {
      return "edited";
    }
    this.put(ref, stored);
    return "replaced";
  }

  /** Throws what the request threw, or `WrongAccountError` for a document of another account. */
  load(ref: ConnectorRef): Promise<ConfigurationFile> {
    const entry = this.files.get(ref);
    const isOpening = entry && this.now() - entry.loadedAt < openingTime;
    if (entry && !entry.isExpired && (isOpening || this.documents.isOpen(ref))) {
      return entry.file;
    }
    const file = this.fetch(ref, entry?.loaded);
    this.files.setLoading(ref, file);
    return file;
  }

  /**
   * For an editor that reads again what it has, because the person asked for it (*Revert File*, *Compare with Saved*).
   * @returns what the service has now, or what was loaded where the service can't be asked
   */
  async loadAgain(ref: ConnectorRef): Promise<ConfigurationFile> {
    const before = this.loaded(ref);
    if (!before) {
      return this.load(ref);
    }
    const stored = await this.readUnlessOvertaken(ref);
    const now = this.loaded(ref) ?? before;
    if (!stored) {
      return now; // an edit can be given up without the service, and publishing finds out about others
    }
    if (isSameVersion(now.published, stored.text)) {
      this.files.setConnector(ref, stored);
      return now;
    }
    const file = fileFrom(stored);
    const known = this.documents.isDirty(ref) ? this.bases.times(ref) : undefined;
    this.files.set(ref, known ? withTimes(file, known) : laterThan(now, file));
    this.replaced.fire(ref);
    return this.loaded(ref) ?? file;
  }

  /** A file's times. For an edit those of the version that it began from: it is not the editor that finds conflicts. */
  async times(ref: ConnectorRef): Promise<FileTimes> {
    return (this.documents.isDirty(ref) ? this.bases.times(ref) : undefined) ?? this.load(ref);
  }

  /** The loaded file; undefined where there is none. No request. */
  loaded(ref: ConnectorRef): ConfigurationFile | undefined {
    return this.files.get(ref)?.loaded;
  }

  /** The version that the text in the editor began from; undefined when that is not known any more. */
  base(ref: ConnectorRef): BaseVersion | undefined {
    const editStateChanged = this.bases.get(ref);
    if (editStateChanged || this.documents.isDirty(ref)) {
      return editStateChanged;
    }
    const loaded = this.loaded(ref);
    return loaded && { text: loaded.published };
  }

  /**
   * Call it when a document became dirty or clean.
   * @returns what an edit that has ended by that began from
   */
  edited(ref: ConnectorRef): BaseVersion | undefined {
    return this.bases.editChanged(ref, this.documents.isDirty(ref), this.loaded(ref));
  }

  /**
   * No tab shows it any more, or somebody else has published: it is reloaded when the editor asks for it.
   * The editor may keep the document, so that an edit can still begin from what was loaded.
   */
  expire(ref: ConnectorRef): void {
    this.files.expire(ref);
  }

  /** The editor shows something other than what was loaded: it loads the file again. */
  forceReload(ref: ConnectorRef): void {
    const loaded = this.loaded(ref);
    if (loaded) {
      this.files.set(ref, laterThan(loaded, loaded));
      this.replaced.fire(ref);
    }
  }

  /** The document was closed. */
  documentClosed(ref: ConnectorRef): void {
    this.files.delete(ref);
  }

  /** Forgets what was loaded but for documents that are open, which the editor goes on showing. */
  clear(): void {
    this.files.retain(this.documents.isOpen);
  }

  /** What the service has now, whatever was loaded; throws as `load` does. */
  async read(ref: ConnectorRef): Promise<StoredConnector> {
    const { readStored } = await import("../connectors/publication");
    const stored = await readStored(this.send, ref);
    this.seen.fire({ ref, stored, origin: "elsewhere" });
    return stored;
  }

  /** What the service has now; undefined where it can't be read, or something newer was loaded meanwhile. */
  async readUnlessOvertaken(ref: ConnectorRef): Promise<StoredConnector | undefined> {
    const before = this.loaded(ref);
    const stored = await this.read(ref).catch(() => undefined);
    const now = this.loaded(ref);
    const isOvertaken =
      now?.published !== before?.published || now?.updatedAt !== before?.updatedAt;
    return isOvertaken ? undefined : stored;
  }

  private async fetch(
    ref: ConnectorRef,
    before: ConfigurationFile | undefined,
  ): Promise<ConfigurationFile> {
    const file = laterThan(before, fileFrom(await this.read(ref)));
    if (before && !isSameVersion(before.published, file.published)) {
      this.replaced.fire(ref);
    }
    return file;
  }
}
