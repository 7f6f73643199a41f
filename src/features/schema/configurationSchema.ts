import { portableFileName } from "../../platform/words/fileName";
import { Emitter } from "../../platform/event";
import { schemaVocabulary } from "./schemaVocabulary";
import { servedSchema } from "./servedSchema";
import { members, number, text } from "../../platform/storage/shape";
import type { FileStorage } from "../../platform/storage/fileStorage";

/** Whether there is a schema, or why not. */
export type SchemaState =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  | { readonly kind: "ready" }
  /** The schema could not be fetched; a kept one may be in use anyway. */
  | { readonly kind: "failed"; readonly error: unknown; readonly hasCached: boolean };

/** What `ConfigurationSchema` needs. */
export interface SchemaParts {
  /** Asks the service at this origin; throws what the request threw. */
  readonly fetch: (origin: string) => Promise<string>;
  readonly files: FileStorage;
  /** Whose schema it is. */
  readonly origin: () => string;
}

/** A kept schema younger than this is not asked for again. Milliseconds. */
const freshFor = 86_400_000;

/** Until a request that failed is sent again on the editor's account. Milliseconds. */
const maxWait = 300_000;

const cached = members({ fetchedAt: number, text });

type Cached = NonNullable<ReturnType<typeof cached>>;

/** The service's JSON Schema: kept for a day, renewed in the background, and used offline whatever its age. */
export class ConfigurationSchema {
  private readonly changed = new Emitter<SchemaState>();
  readonly onDidChange = this.changed.event;
  private current: SchemaState = { kind: "none" };
  private readonly kept = new Map<string, Cached>();
  /** The editor asks for the size before it asks for the text. */
  private readonly served = new WeakMap<Cached, string>();
  private readonly allowed = new WeakMap<Cached, ReadonlySet<string>>();
  private readonly inFlight = new Map<string, Promise<void>>();
  private readonly failedAt = new Map<string, number>();

  /** @param now the time, in milliseconds since 1970 */
  constructor(
    private readonly parts: SchemaParts,
    private readonly now: () => number = Date.now,
  ) {}

  /** How far the schema is now. No request. */
  get state(): SchemaState {
    return this.current;
  }

  /** The schema for the editor's JSON support; one that allows everything until there is one. */
  async text(): Promise<string> {
    const origin = this.parts.origin();
    const kept = await this.read(origin);
    const isFresh = kept && this.now() - kept.fetchedAt < freshFor;
    const failedAt = this.failedAt.get(origin) ?? 0;
    if (!isFresh && this.now() - failedAt > maxWait) {
      void this.renew(origin).catch(() => undefined); // the state says it
    }
    if (!kept) {
      return "{}";
    }
    const served = this.served.get(kept) ?? servedSchema(kept.text);
    this.served.set(kept, served);
    return served;
  }

  /** What the schema in use allows by name; undefined before there is one, and where no service can be told. */
  vocabulary(): ReadonlySet<string> | undefined {
    let origin: string;
    try {
      origin = this.parts.origin();
    } catch {
      return undefined; // the settings name no service, which is said where it is asked
    }
    const kept = this.kept.get(origin);
    const vocabulary = kept && (this.allowed.get(kept) ?? schemaVocabulary(kept.text));
    if (kept && vocabulary) {
      this.allowed.set(kept, vocabulary);
    }
    return vocabulary;
  }

  /** Fetches it now; throws why it could not be fetched. */
  reload(): Promise<void> {
    return this.renew(this.parts.origin());
  }

  private renew(origin: string): Promise<void> {
    const renewing =
      this.inFlight.get(origin) ??
      this.fetch(origin).finally(() => {
        this.inFlight.delete(origin);
      });
    this.inFlight.set(origin, renewing);
    return renewing;
  }

  private async fetch(origin: string): Promise<void> {
    const hasCached = (await this.read(origin)) !== undefined;
    if (!hasCached) {
      this.set({ kind: "loading" });
    }
    try {
      const kept = { fetchedAt: this.now(), text: await this.parts.fetch(origin) };
      this.kept.set(origin, kept);
      this.failedAt.delete(origin);
      this.set({ kind: "ready" });
      // What cannot be written is in use anyway.
      await this.parts.files
        .write(storagePath(origin), JSON.stringify(kept))
        .catch(() => undefined);
    } catch (error) {
      this.failedAt.set(origin, this.now());
      this.set({ kind: "failed", error, hasCached });
      throw error;
    }
  }

  /** What the files cannot give counts as not kept. */
  private async read(origin: string): Promise<Cached | undefined> {
    const known = this.kept.get(origin);
    if (known) {
      return known;
    }
    const found = parse(await this.parts.files.read(storagePath(origin)).catch(() => undefined));
    if (found) {
      this.kept.set(origin, found);
    }
    return found;
  }

  private set(state: SchemaState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

function storagePath(origin: string): string[] {
  return ["schemas", `${portableFileName(origin)}.json`];
}

/** What cannot be read counts as not kept. */
function parse(written: string | undefined): Cached | undefined {
  try {
    return cached(JSON.parse(written ?? ""));
  } catch {
    return undefined;
  }
}
