import type { ConnectorRef } from "../../platform/connectorRef";
import { hasText, type ShownEntry } from "./logEntry";
import type { OlderEntries } from "./olderEntries";

/** Whose logs are shown. */
export interface LoggedConnector {
  readonly ref: ConnectorRef;
  /** As the server has it. */
  readonly name: string;
}

/** Which of the loaded entries are shown. */
export interface LogFilter {
  readonly errorsOnly: boolean;
  /** In any field, in whatever case; empty for no text. */
  readonly text: string;
}

/** The logs of one connector, as far as they are loaded. */
export interface LogState {
  readonly connector?: LoggedConnector | undefined;
  /** The newest first. */
  readonly entries: readonly ShownEntry[];
  /** Those that the filter lets through. */
  readonly visible: readonly ShownEntry[];
  readonly filter: LogFilter;
  readonly isLoading: boolean;
  /** Whether the service may have older ones. */
  readonly mayHaveOlder: boolean;
  /** Where the list was made to end, although there may be newer ones. Milliseconds since 1970. */
  readonly endsAt?: number | undefined;
  /** The oldest entries of pages after which the service left out others of the same time, or may have. */
  readonly incompleteAt: readonly ShownEntry[];
  /** Whether entries that were loaded have been dropped, because newer ones came. */
  readonly hasDropped: boolean;
  /** Why the last request failed. */
  readonly problem?: unknown;
}

const noFilter: LogFilter = { errorsOnly: false, text: "" };

/** No connector was chosen. */
export const noLogs: LogState = {
  entries: [],
  visible: [],
  filter: noFilter,
  isLoading: false,
  mayHaveOlder: false,
  incompleteAt: [],
  hasDropped: false,
};

/** Whether the filter may hide entries. */
export function isFiltered({ filter }: LogState): boolean {
  return filter.errorsOnly || filter.text !== "";
}

/** A state with a change, and what follows from it. */
export function withChange(state: LogState, change: Partial<LogState>): LogState {
  const next = { ...state, ...change };
  return next.entries === state.entries && next.filter === state.filter
    ? next
    : { ...next, visible: filtered(next) };
}

function filtered(state: LogState): readonly ShownEntry[] {
  const { entries, filter } = state;
  const wanted = filter.text.toLowerCase();
  return isFiltered(state)
    ? entries.filter(
        (entry) =>
          (!filter.errorsOnly || entry.outcome === "error") && (!wanted || hasText(entry, wanted)),
      )
    : entries;
}

/**
 * How many entries are kept when newer ones come. More stay only where a person has loaded more: then each new one
 * takes the place of the oldest.
 */
export const keptEntries = 5000;

/**
 * The newest page put before what is known. Where the two do not meet, entries may be missing between
 * them, and only the page is kept.
 */
export function withNewest(
  { entries, incompleteAt }: Pick<LogState, "entries" | "incompleteAt">,
  page: readonly ShownEntry[],
): Partial<LogState> {
  const keys = new Set(page.map(({ key }) => key));
  const known = new Map(
    entries.filter(({ key }) => keys.has(key)).map((entry) => [entry.key, entry]),
  );
  if (known.size === 0) {
    const isSame = page.length === 0 && entries.length === 0;
    return {
      ...(!isSame && { entries: page, incompleteAt: [], hasDropped: false }),
      mayHaveOlder: page.length > 0,
    };
  }
  const isKnown = (entry: ShownEntry) => known.get(entry.key)?.text === entry.text;
  if (page.every(isKnown)) {
    return {};
  }
  const all = [
    ...page.map((entry) => (isKnown(entry) ? (known.get(entry.key) ?? entry) : entry)),
    ...entries.filter(({ key }) => !keys.has(key)),
  ];
  const kept = all.slice(0, Math.max(keptEntries, entries.length));
  if (kept.length === all.length) {
    return { entries: kept };
  }
  return {
    entries: kept,
    incompleteAt: incompleteAt.filter((entry) => kept.includes(entry)),
    hasDropped: true,
    mayHaveOlder: true,
  };
}

/** What is older put behind what is known. */
export function withOlder(
  { entries, incompleteAt }: Pick<LogState, "entries" | "incompleteAt">,
  older: OlderEntries,
): Partial<LogState> {
  const oldest = entries.at(-1);
  return {
    ...(older.entries.length > 0
      ? { entries: [...entries, ...older.entries], hasDropped: false }
      : { mayHaveOlder: false }),
    ...(older.isIncomplete &&
      oldest &&
      !incompleteAt.includes(oldest) && { incompleteAt: [...incompleteAt, oldest] }),
  };
}
