import type { ConnectorDetails } from "../api/connectors";
import type { Send } from "../api/http";
import { configurationKey, type ConfigurationRef } from "./configurationPath";
import { fileFrom, type ConfigurationFile } from "./configurationFile";
import type { EditBases, FileTimes } from "./editBases";
import { Emitter } from "./event";
import { readStored, storedFrom, type Base, type Stored } from "./publication";
import { isSameVersion } from "../platform/json/compare";

interface Entry {
  readonly ref: ConfigurationRef;
  readonly file: Promise<ConfigurationFile>;
  loaded?: ConfigurationFile;
  readonly loadedAt: number;
}

export interface SeenVersion {
  readonly ref: ConfigurationRef;
  readonly stored: Stored;
  readonly origin: "here" | "elsewhere";
}

/** What the editor does with a configuration. */
export interface Documents {
  readonly isOpen: (ref: ConfigurationRef) => boolean;
  /** Whether it holds an edit that is not published. */
  readonly isDirty: (ref: ConfigurationRef) => boolean;
}

/**
 * The editor asks for a file's times, then for its content, and expects one answer to both. That long a
 * loaded file serves a document that is not open yet. Milliseconds.
 */
const settleTime = 15_000;

/** The configurations that the editor has as files: one request for each document that is opened. */
export class Configurations {
  private readonly entries = new Map<string, Entry>();
  private readonly seen = new Emitter<SeenVersion>();
  /** A version came from the service, with the answer to a question or to a create. */
  readonly onDidSee = this.seen.event;

  constructor(
    private readonly send: Send,
    private readonly documents: Documents,
    private readonly bases: EditBases,
  ) {}

  /** Takes the configuration from an answer that brought it, e.g. of a create: no request is needed. */
  adopt(ref: ConfigurationRef, details: ConnectorDetails): void {
    if (details.configurationText !== undefined) {
      const stored = storedFrom(details);
      this.hold(ref, fileFrom(stored));
      this.seen.fire({ ref, stored, origin: "here" });
    }
  }

  /**
   * The service has this version now, and the editor is to show it.
   * @param bytes what the editor shows already, where that says the same
   */
  put(ref: ConfigurationRef, stored: Stored, bytes?: Uint8Array): void {
    const before = this.loaded(ref);
    const file = fileFrom(stored, bytes);
    // The editor tells files apart by time and size, and a server's clock may stand still between two versions.
    const isOvertaken = before !== undefined && before.updatedAt >= file.updatedAt;
    const held = isOvertaken ? { ...file, updatedAt: before.updatedAt + 1 } : file;
    this.hold(ref, held);
    if (this.documents.isDirty(ref)) {
      this.bases.begin(ref, held.published, held); // what is typed from now on begins from here
    }
  }

  /**
   * The service has this version now, but the editor holds a newer text and has not written this one. Its
   * file stays as the editor knows it, or it would take the next save for one over a newer file.
   */
  rebase(ref: ConfigurationRef, stored: Stored): void {
    const file = fileFrom(stored);
    const known = this.loaded(ref) ?? this.bases.times(ref) ?? file;
    const { createdAt, updatedAt, size } = known;
    this.hold(ref, { ...file, createdAt, updatedAt, size });
    this.bases.begin(ref, file.published, known);
  }

  /**
   * The service has this now, as somebody has found out on the way.
   * @returns whether an open document shows it: it may be the same, or taken over, or hold an edit
   */
  meet(ref: ConfigurationRef, stored: Stored): "same" | "replaced" | "edited" {
    const entry = this.entries.get(configurationKey(ref));
    if (entry?.loaded && isSameVersion(entry.loaded.published, stored.text)) {
      entry.loaded = { ...entry.loaded, connector: stored.connector };
      return "same";
    }
    if (this.documents.isDirty(ref)) {
      return "edited";
    }
    this.put(ref, stored);
    return "replaced";
  }

  /** Throws what the request threw, or `WrongAccountError` for a document of another account. */
  load(ref: ConfigurationRef): Promise<ConfigurationFile> {
    const entry = this.entries.get(configurationKey(ref));
    if (entry && (this.documents.isOpen(ref) || Date.now() - entry.loadedAt < settleTime)) {
      return entry.file;
    }
    return this.keep(ref, this.fetch(ref));
  }

  /** A file's times. For an edit that a reload brought back they are those of the version that it began from. */
  async times(ref: ConfigurationRef): Promise<FileTimes> {
    const isRestored = !this.entries.has(configurationKey(ref)) && this.documents.isDirty(ref);
    return (isRestored ? this.bases.times(ref) : undefined) ?? this.load(ref);
  }

  /** What was loaded, without asking for it. */
  loaded(ref: ConfigurationRef): ConfigurationFile | undefined {
    return this.entries.get(configurationKey(ref))?.loaded;
  }

  /** The version that the text in the editor began from; undefined when that is not known any more. */
  base(ref: ConfigurationRef): Base | undefined {
    const edited = this.bases.get(ref);
    if (edited || this.documents.isDirty(ref)) {
      return edited;
    }
    const loaded = this.loaded(ref);
    return loaded && { text: loaded.published };
  }

  /** Call it when a document became dirty or clean. */
  edited(ref: ConfigurationRef): void {
    if (!this.documents.isDirty(ref)) {
      this.bases.end(ref);
      return;
    }
    const loaded = this.loaded(ref);
    if (loaded && !this.bases.get(ref)) {
      this.bases.begin(ref, loaded.published, loaded);
    }
  }

  /** The document was closed, or shall be loaded anew when the editor asks for it. */
  release(ref: ConfigurationRef): void {
    this.entries.delete(configurationKey(ref));
  }

  /** Forgets what was loaded but for documents that are open, which the editor goes on showing. */
  clear(): void {
    for (const [key, { ref }] of Array.from(this.entries)) {
      if (!this.documents.isOpen(ref)) {
        this.entries.delete(key);
      }
    }
  }

  /** What the service has now, whatever was loaded; throws as `load` does. */
  async read(ref: ConfigurationRef): Promise<Stored> {
    const stored = await readStored(this.send, ref);
    this.seen.fire({ ref, stored, origin: "elsewhere" });
    return stored;
  }

  private async fetch(ref: ConfigurationRef): Promise<ConfigurationFile> {
    return fileFrom(await this.read(ref));
  }

  private hold(ref: ConfigurationRef, file: ConfigurationFile): void {
    const entry = { ref, file: Promise.resolve(file), loaded: file, loadedAt: Date.now() };
    this.entries.set(configurationKey(ref), entry);
  }

  private keep(ref: ConfigurationRef, file: Promise<ConfigurationFile>) {
    const key = configurationKey(ref);
    const entry: Entry = { ref, file, loadedAt: Date.now() };
    this.entries.set(key, entry);
    file.then(
      (loaded) => {
        entry.loaded = loaded;
      },
      () => {
        if (this.entries.get(key) === entry) {
          this.entries.delete(key);
        }
      },
    );
    return file;
  }
}
