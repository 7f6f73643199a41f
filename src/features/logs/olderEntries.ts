import { parseServerTime, timePrecision } from "../../platform/http/serverTime";
import { isTime } from "../../platform/words/time";
import type { ShownEntry } from "./logEntry";
import type { LogPage } from "./logsApi";

/** What the service has beyond the entries that are loaded. */
export interface OlderEntries {
  /** The newest first; empty when it has none. */
  readonly entries: readonly ShownEntry[];
  /** Some of the time of the oldest loaded entry may be left out: the service lists no more of them. */
  readonly isIncomplete: boolean;
}

const usualLimit = 500;
/** The most that the API lists at once. */
const fullLimit = 1000;
/** What the API lists where it's told no number, or takes no notice of one. */
const defaultLimit = 100;

/**
 * Asks for the entries before the loaded ones. The documentation of `before` (list-connector-logs) doesn't say
 * whether it includes the time itself. So the first request names a time just after that of the oldest entry: the page
 * begins with entries that are loaded, and none of the same time is left out in either reading.
 * @param loaded the newest first
 * @param request fetches a page; what it throws is thrown
 */
export async function olderEntries(
  loaded: readonly ShownEntry[],
  request: (page: LogPage) => Promise<readonly ShownEntry[]>,
): Promise<OlderEntries> {
  const time = loaded.findLast((entry) => entry.time)?.time;
  if (time === undefined) {
    return { entries: [], isIncomplete: false };
  }
  const known = new Set(loaded.map(({ key }) => key));
  const isKnown = ({ key }: ShownEntry) => known.has(key);
  let limit = usualLimit;
  let isFirst = true;
  for (const before of startingTimes(time)) {
    for (; ; limit = fullLimit) {
      const page = await request({ limit, before });
      const entries = page.filter((entry) => !isKnown(entry));
      const meets = page.some(isKnown);
      if (entries.length > 0 || !mayHaveMore(page, limit)) {
        // A page that doesn't begin with what is loaded may have left out entries in between.
        const isIncomplete = !meets && (entries.length > 0 || !isFirst);
        return { entries, isIncomplete };
      }
      if (limit === fullLimit) {
        break;
      }
    }
    isFirst = false;
  }
  return { entries: [], isIncomplete: true };
}

/** Whether a page is as long as pages get, so that entries may be left out at its end. */
function mayHaveMore({ length }: readonly ShownEntry[], limit: number): boolean {
  return length >= limit || length === defaultLimit;
}

/**
 * Values for `before`, the next one for when the service has more entries from there than a page holds: the first
 * time after the oldest entry's as precisely as that is written, the next millisecond, the time as it came, and the
 * millisecond before it.
 */
function startingTimes(written: string): readonly string[] {
  const at = parseServerTime(written);
  if (at === undefined) {
    return [written];
  }
  const times = [at + timePrecision(written), at + 1, undefined, at - 1].flatMap((time) =>
    time === undefined ? written : isTime(time) ? dateTime(time) : [],
  );
  return [...new Set(times)];
}

/** As the API's examples have it: without milliseconds where there are none. */
function dateTime(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
