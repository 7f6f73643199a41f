import type { LogEntry, LogPage } from "../../../src/features/logs/logsApi";
import type { ListLogs } from "../../../src/features/logs/logStore";

/** An entry as the API lists it. */
export interface Listed {
  readonly id?: string;
  readonly log_time?: string;
  readonly event?: string;
  /** When it really was, in milliseconds since 1970, where `log_time` is less precise. */
  readonly at?: number;
}

/** How the service reads `before`, and the most entries that it lists, whatever it's asked for. */
export interface Listing {
  readonly before: "exclusive" | "inclusive";
  readonly most?: number;
}

/** Lists entries that are in memory, and notes what it was asked for. */
export function listedLogs(all: () => readonly Listed[], listing: Listing) {
  const asked: LogPage[] = [];
  const isBefore = (entry: Listed, before: string) =>
    listing.before === "inclusive"
      ? timeOf(entry) <= Date.parse(before)
      : timeOf(entry) < Date.parse(before);
  const list: ListLogs = async (_ref, page) => {
    asked.push(page);
    const { before } = page;
    return (before === undefined ? all() : all().filter((entry) => isBefore(entry, before)))
      .slice(0, Math.min(page.limit, listing.most ?? Infinity))
      .map(logEntry);
  };
  return { list, asked };
}

function timeOf({ at, log_time = "" }: Listed): number {
  return at ?? Date.parse(log_time);
}

function logEntry({ id, log_time: time, event }: Listed): LogEntry {
  return { id, time, event, text: JSON.stringify({ id, log_time: time, event }) };
}
