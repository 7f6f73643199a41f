import type { ConnectorRef } from "../../platform/connectorRef";
import { hasText, type ShownEntry } from "./logEntry";

/** Whose logs are shown. */
export interface LoggedConnector {
  readonly ref: ConnectorRef;
  /** As the server has it. */
  readonly name: string;
}

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
};

export function isFiltered({ filter }: LogState): boolean {
  return filter.errorsOnly || filter.text !== "";
}

/** A state with something changed, and what follows from it. */
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
 * The newest page put before what is known. Where the two do not meet, entries may be missing between
 * them, and only the page is kept.
 */
export function withNewest(
  { entries }: Pick<LogState, "entries">,
  page: readonly ShownEntry[],
): Partial<LogState> {
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  if (!page.some(({ key }) => known.has(key))) {
    const isSame = page.length === 0 && entries.length === 0;
    return { ...(!isSame && { entries: page }), mayHaveOlder: page.length > 0 };
  }
  const isKnown = (entry: ShownEntry) => known.get(entry.key)?.text === entry.text;
  if (page.every(isKnown)) {
    return {};
  }
  const keys = new Set(page.map(({ key }) => key));
  return {
    entries: [
      ...page.map((entry) => (isKnown(entry) ? (known.get(entry.key) ?? entry) : entry)),
      ...entries.filter(({ key }) => !keys.has(key)),
    ],
  };
}
