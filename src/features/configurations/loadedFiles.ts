import type { ConfigurationFile } from "./configurationFile";
import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";

interface Entry {
  readonly ref: ConnectorRef;
  readonly file: Promise<ConfigurationFile>;
  /** What came last: of the file before while this one is on its way. */
  loaded?: ConfigurationFile | undefined;
  /** Milliseconds since 1970. */
  readonly loadedAt: number;
  /** It counts as what an edit begins from, but not as what the service has. */
  isExpired?: boolean;
}

/** Configurations that were loaded, or are on their way. */
export class LoadedFiles {
  private readonly entries = new Map<string, Entry>();

  /** @param now the time, in milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** @returns the file, or the one being loaded, of a connector; undefined where there is neither */
  get(ref: ConnectorRef): Readonly<Entry> | undefined {
    return this.entries.get(connectorKey(ref));
  }

  /** Keeps a file, in the place of an earlier one of the same connector. */
  set(ref: ConnectorRef, file: ConfigurationFile): void {
    const entry = { ref, file: Promise.resolve(file), loaded: file, loadedAt: this.now() };
    this.entries.set(connectorKey(ref), entry);
  }

  /** Keeps a file that is on its way, unless it does not come. */
  setLoading(ref: ConnectorRef, file: Promise<ConfigurationFile>): void {
    const key = connectorKey(ref);
    const before = this.entries.get(key);
    const entry: Entry = { ref, file, loaded: before?.loaded, loadedAt: this.now() };
    this.entries.set(key, entry);
    file.then(
      (loaded) => {
        entry.loaded = loaded;
      },
      () => {
        if (this.entries.get(key) !== entry) {
          return;
        }
        if (before?.loaded) {
          this.entries.set(key, { ...before, isExpired: true });
        } else {
          this.entries.delete(key);
        }
      },
    );
  }

  /** Its connector is known better by now. */
  setConnector(ref: ConnectorRef, { connector }: Pick<ConfigurationFile, "connector">): void {
    const entry = this.entries.get(connectorKey(ref));
    if (entry?.loaded) {
      entry.loaded = { ...entry.loaded, connector };
    }
  }

  /** Keeps the file, but has it loaded again when it is asked for next. */
  expire(ref: ConnectorRef): void {
    const entry = this.entries.get(connectorKey(ref));
    if (entry) {
      entry.isExpired = true;
    }
  }

  /** Forgets the file of a connector. */
  delete(ref: ConnectorRef): void {
    this.entries.delete(connectorKey(ref));
  }

  /** Forgets all but these. */
  retain(isWanted: (ref: ConnectorRef) => boolean): void {
    for (const { ref } of Array.from(this.entries.values())) {
      if (!isWanted(ref)) {
        this.delete(ref);
      }
    }
  }
}
