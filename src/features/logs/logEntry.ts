import type { LogEntry } from "./logsApi";
import { jsonValues, versionId } from "../../platform/json/tokens";
import { maskJson, maskText } from "../../platform/masking/jsonCredentials";
import { parseServerTime } from "../../platform/http/serverTime";

/** A log entry as it may be shown: nothing of it holds a credential that could be told for one. */
export interface ShownEntry extends LogEntry {
  /** Names the entry; as long as that, the same one. */
  readonly key: string;
  /** When it was written, in milliseconds since 1970; undefined for a time in no known form. */
  readonly at: number | undefined;
  readonly outcome: "ok" | "error" | "unknown";
}

/** Keys of entries that have an ID, and can be asked for by it. */
const withId = "id:";

/**
 * Masks the credentials in an entry.
 * @param entry as it arrived
 * @returns what may be shown of it
 */
export function shownEntry(entry: LogEntry): ShownEntry {
  const { id, time, status, durationMs } = entry;
  const text = maskJson(entry.text);
  // Most entries have nothing to mask, and the whole says so for its parts.
  const { event, request, requestId } = text === entry.text ? entry : maskedParts(entry, text);
  return {
    id,
    time,
    status,
    event,
    request,
    durationMs,
    requestId,
    text,
    key: id === undefined ? `text:${versionId(text)}` : `${withId}${id}`,
    at: parseServerTime(time),
    outcome: outcomeOf(entry),
  };
}

/**
 * The entries of a page as they may be shown. One that the page has twice is shown once. Entries without an ID are told
 * apart even where they say the same: they are counted from the newest, as every page has them that begins before them.
 */
export function shownEntries(page: readonly LogEntry[]): readonly ShownEntry[] {
  const counts = new Map<string, number>();
  const shown = new Map<string, ShownEntry>();
  for (const entry of page.map(shownEntry)) {
    const { id, key } = entry;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const own = id === undefined && count > 1 ? `${key} ${count}` : key;
    shown.set(own, own === key ? entry : { ...entry, key: own });
  }
  return [...shown.values()];
}

/** @param text of the whole entry, masked already, which has its parts */
function maskedParts({ event, request, requestId }: LogEntry, text: string) {
  const parts: Readonly<Record<string, unknown>> = JSON.parse(text);
  return {
    event: maskedPart(event, parts["event"]),
    request: maskedPart(request, parts["request"]),
    requestId: maskedPart(requestId, parts["request_id"]),
  };
}

/** @param known what the masked entry has in its place */
function maskedPart(part: string | undefined, known: unknown): string | undefined {
  return part && (typeof known === "string" ? known : maskText(part));
}

/** The ID of the entry that a key names, if it has one. */
export function idOfKey(key: string): string | undefined {
  return key.startsWith(withId) ? key.slice(withId.length) : undefined;
}

/** Where no status is told, a request may have had no answer at all: the event's own words count then. */
function outcomeOf({ status, event = "" }: LogEntry): ShownEntry["outcome"] {
  if (status === undefined) {
    return /error|fail|exception|timeout/i.test(event) ? "error" : "unknown";
  }
  return status >= 400 ? "error" : "ok";
}

/** What the fields of an entry say, without their names, in small letters; made when it is first searched. */
const searched = new WeakMap<ShownEntry, string>();

/**
 * Whether any field of an entry contains a text.
 * @param wanted in small letters
 */
export function hasText(entry: ShownEntry, wanted: string): boolean {
  let all = searched.get(entry);
  if (all === undefined) {
    all = jsonValues(entry.text).join("\n").toLowerCase();
    searched.set(entry, all);
  }
  return all.includes(wanted);
}

/** The entry that was written closest to a time. */
export function nearestEntry(entries: readonly ShownEntry[], at: number): ShownEntry | undefined {
  const distance = (entry: ShownEntry | undefined) => Math.abs((entry?.at ?? Infinity) - at);
  return entries.reduce<ShownEntry | undefined>(
    (nearest, entry) => (distance(entry) < distance(nearest) ? entry : nearest),
    undefined,
  );
}
