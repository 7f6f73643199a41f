import type { ConfigurationFile } from "./configurationFile";
import { configurationKey, type ConfigurationRef } from "../../platform/connectorRef";

interface Entry {
  readonly ref: ConfigurationRef;
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

  get(ref: ConfigurationRef): Readonly<Entry> | undefined {
    return this.entries.get(configurationKey(ref));
  }

  hold(ref: ConfigurationRef, file: ConfigurationFile): void {
    const entry = { ref, file: Promise.resolve(file), loaded: file, loadedAt: Date.now() };
    this.entries.set(configurationKey(ref), entry);
  }

  /** Keeps a file that is on its way, unless it does not come. */
  await(ref: ConfigurationRef, file: Promise<ConfigurationFile>): void {
    const key = configurationKey(ref);
    const before = this.entries.get(key);
    const entry: Entry = { ref, file, loaded: before?.loaded, loadedAt: Date.now() };
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
  describe(ref: ConfigurationRef, { connector }: Pick<ConfigurationFile, "connector">): void {
    const entry = this.entries.get(configurationKey(ref));
    if (entry?.loaded) {
      entry.loaded = { ...entry.loaded, connector };
    }
  }

  expire(ref: ConfigurationRef): void {
    const entry = this.entries.get(configurationKey(ref));
    if (entry) {
      entry.isExpired = true;
    }
  }

  delete(ref: ConfigurationRef): void {
    this.entries.delete(configurationKey(ref));
  }

  /** Forgets all but these. */
  retain(isWanted: (ref: ConfigurationRef) => boolean): void {
    for (const { ref } of Array.from(this.entries.values())) {
      if (!isWanted(ref)) {
        this.delete(ref);
      }
    }
  }
}
