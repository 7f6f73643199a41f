import type { LogEntry, LogPage } from "./logsApi";
import { isSameConnector, type ConnectorRef } from "../../platform/connectorRef";
import { Emitter } from "../../platform/event";
import { nearestEntry, shownEntries, type ShownEntry } from "./logEntry";
import {
  noLogs,
  withChange,
  withNewest,
  withOlder,
  type LogFilter,
  type LoggedConnector,
  type LogState,
} from "./logState";
import { olderEntries } from "./olderEntries";
import type { Session } from "../account/session";
import { isTime } from "../../platform/words/time";

/** Throws what the request threw, or why none was made. */
export type ListLogs = (ref: ConnectorRef, page: LogPage) => Promise<LogEntry[]>;

const newestLimit = 100;
/** The most that the API lists at once. */
const fullLimit = 1000;

/** How much later than a failure what belongs to it may have been written, clocks included. Milliseconds. */
const afterwards = 300_000;

interface Task {
  readonly kind: "newest" | "older" | "around";
  readonly work: () => Promise<Partial<LogState>>;
}

/** Owns the logs that are shown: those of one connector, of the account that is signed in. */
export class LogStore {
  private readonly changed = new Emitter<LogState>();
  readonly onDidChange = this.changed.event;
  private current = noLogs;
  private inFlight: { readonly kind: Task["kind"]; readonly done: Promise<void> } | undefined;
  private failed: Task | undefined;
  /** Rises whenever other logs are to be shown: what arrives for the ones before counts for nothing. */
  private generation = 0;

  /** @param now in milliseconds since 1970 */
  constructor(
    private readonly list: ListLogs,
    private readonly now: () => number = Date.now,
  ) {}

  /** The logs as far as they are loaded. No request. */
  get state(): LogState {
    return this.current;
  }

  /** An entry that is loaded. */
  find(ref: ConnectorRef, key: string): ShownEntry | undefined {
    const { connector, entries } = this.current;
    return connector && isSameConnector(connector.ref, ref)
      ? entries.find((entry) => entry.key === key)
      : undefined;
  }

  /** Forgets logs that are not of the account that is signed in now. */
  useSession(state: Session["state"]): void {
    const ref = this.current.connector?.ref;
    const isSame =
      state.kind === "signedIn" && state.origin === ref?.origin && state.teamId === ref.teamId;
    if (ref && !isSame) {
      this.reset(undefined);
    }
  }

  /** Shows the newest entries of a connector; of the one that is shown already, beside those that are loaded. */
  show(connector: LoggedConnector): Promise<void> {
    const shown = this.current.connector;
    if (!shown || !isSameConnector(shown.ref, connector.ref)) {
      this.reset(connector);
    }
    return this.refresh();
  }

  /**
   * Shows the entries of a connector around a time, in milliseconds since 1970.
   * @returns the one closest to it
   */
  async showAround(connector: LoggedConnector, at: number): Promise<ShownEntry | undefined> {
    this.reset(connector);
    const { generation } = this;
    // Clocks differ: what ends in the future ends with the newest, and needs no end.
    const end = at + afterwards;
    const endsAt = isTime(end) && end < this.now() ? end : undefined;
    const before = endsAt === undefined ? undefined : new Date(endsAt).toISOString();
    await this.run({
      kind: "around",
      work: async () => {
        const entries = await this.page({ limit: fullLimit, before });
        return { entries, endsAt, mayHaveOlder: entries.length > 0, incompleteAt: [] };
      },
    });
    return generation === this.generation ? nearestEntry(this.current.entries, at) : undefined;
  }

  /** Fetches the newest entries. */
  refresh(): Promise<void> {
    return this.run({
      kind: "newest",
      work: async () => {
        const page = await this.page({ limit: newestLimit });
        return { endsAt: undefined, ...withNewest(this.current, page) };
      },
    });
  }

  /** Fetches the entries before the oldest one that is loaded. Doesn't reject: a failure is part of the state. */
  loadOlder(): Promise<void> {
    return this.run({ kind: "older", work: () => this.older() });
  }

  /** Does again what failed last. */
  async retry(): Promise<void> {
    await (this.failed ? this.run(this.failed) : this.refresh());
  }

  /** Resolves when nothing is being fetched. */
  async idle(): Promise<void> {
    while (this.inFlight) {
      await this.inFlight.done;
    }
  }

  /** Shows other entries of those that are loaded. No request. */
  setFilter(change: Partial<LogFilter>): void {
    this.set({ filter: { ...this.current.filter, ...change } });
  }

  private async older(): Promise<Partial<LogState>> {
    const { entries } = this.current;
    const { generation } = this;
    const older = await olderEntries(entries, async (page) =>
      generation === this.generation ? this.page(page) : [],
    );
    return withOlder(this.current, older);
  }

  private async page(page: LogPage): Promise<readonly ShownEntry[]> {
    const { connector } = this.current;
    return shownEntries(connector ? await this.list(connector.ref, page) : []);
  }

  /** One request after the other; one of the same kind that is under way or waits is shared. Does not reject. */
  private run(task: Task): Promise<void> {
    const { generation, inFlight } = this;
    if (!this.current.connector || inFlight?.kind === task.kind) {
      return inFlight?.done ?? Promise.resolve();
    }
    const step = async () => {
      if (generation !== this.generation) {
        return;
      }
      const change = await task.work().then(
        (next) => ({ problem: undefined, ...next }),
        (problem: unknown) => ({ problem }),
      );
      if (generation === this.generation) {
        this.failed = change.problem === undefined ? undefined : task;
        const isLast = this.inFlight?.done === done;
        this.inFlight = isLast ? undefined : this.inFlight;
        this.set({ ...change, isLoading: !isLast });
      }
    };
    const done = (inFlight?.done ?? Promise.resolve()).then(step);
    this.inFlight = { kind: task.kind, done };
    // Only now: whoever hears it may ask for the same.
    this.set({ isLoading: true });
    return done;
  }

  private reset(connector: LoggedConnector | undefined): void {
    this.generation++;
    this.inFlight = undefined;
    this.failed = undefined;
    this.current = noLogs;
    this.set({ connector });
  }

  private set(change: Partial<LogState>): void {
    this.current = withChange(this.current, change);
    this.changed.fire(this.current);
  }
}
