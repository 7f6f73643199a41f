import * as l10n from "@vscode/l10n";
import type { ShownEntry } from "./logEntry";
import { followInterval, type FollowState } from "./logFollowing";
import { isFiltered, type LogState } from "./logState";
import { plainText, singleLine } from "../../platform/words/plainText";
import { clockTime, untilTime } from "../../platform/words/time";

/** The right that a key needs to read logs. */
export const logsRight = "cb_logs_read";

/** An entry as a row. Its texts come from the service, but are single lines. */
export interface LogRow {
  readonly label: string;
  readonly description: string;
  /** For a screen reader. */
  readonly spoken: string;
}

/**
 * Makes the texts of an entry's row.
 * @param now milliseconds since 1970
 */
export function logRow(entry: ShownEntry, now: number): LogRow {
  const { status, event, request, durationMs, requestId } = entry;
  const time = entryTime(entry, now);
  const head = [time || "–", status?.toString() ?? "–"];
  const rest = [event, request, durationMs === undefined ? "" : `${durationMs} ms`, requestId];
  const texts = rest.flatMap((text) => singleLine(text ?? "") || []);
  return {
    label: head.join("  "),
    description: texts.join("  ·  "),
    spoken: [time, outcomeText(entry), status, ...texts].filter(Boolean).join(", "),
  };
}

function outcomeText({ outcome }: ShownEntry): string {
  switch (outcome) {
    case "ok":
      return l10n.t("succeeded");
    case "error":
      return l10n.t("failed");
    case "unknown":
      return l10n.t("outcome unknown");
  }
}

/** What the view says above the entries: whose they are, how many, where they end, and what goes on. */
export function logMessage(state: LogState, following: FollowState, now: number): string {
  const { connector } = state;
  if (!connector) {
    return "";
  }
  const { identifier } = connector.ref;
  const name = plainText(connector.name, 80);
  const sentences = [
    `${name === identifier ? name : `${name} (${identifier})`}: ${countText(state)}`,
    state.endsAt === undefined
      ? ""
      : l10n.t(
          "Showing entries up to {0}. Refresh to see newer ones.",
          clockTime(state.endsAt, now),
        ),
    incompleteText(state, now),
    state.hasDropped
      ? l10n.t(
          "Only the newest {0} are kept. To see earlier ones, select Load Older.",
          state.entries.length,
        )
      : "",
    followText(following, now),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** How many of the times are named. */
const namedTimes = 3;

function incompleteText({ incompleteAt }: LogState, now: number): string {
  if (incompleteAt.length === 0) {
    return "";
  }
  const times = incompleteAt.slice(0, namedTimes).map((entry) => entryTime(entry, now));
  const rest = incompleteAt.length > namedTimes ? ["…"] : [];
  return l10n.t(
    "Some entries at {0} may be missing: the service doesn't list more with the same time.",
    [...times, ...rest].join(", "),
  );
}

function entryTime({ at, time }: ShownEntry, now: number): string {
  return at === undefined ? singleLine(time ?? "") : clockTime(at, now);
}

function countText(state: LogState): string {
  const { entries, visible, filter, isLoading, mayHaveOlder } = state;
  if (entries.length === 0) {
    const message = state.problem === undefined ? l10n.t("no entries.") : l10n.t("not loaded.");
    return isLoading ? l10n.t("loading…") : message;
  }
  const all = entries.length === 1 ? l10n.t("1 entry") : l10n.t("{0} entries", entries.length);
  const count =
    mayHaveOlder || isLoading ? l10n.t("{0} loaded", all) : l10n.t("{0}, none older", all);
  if (!isFiltered(state)) {
    return `${count}.`;
  }
  const conditions = [
    filter.errorsOnly ? l10n.t("errors only") : "",
    filter.text && l10n.t('containing "{0}"', plainText(filter.text, 60)),
  ];
  const shown = l10n.t("{0} of {1}", visible.length, count);
  return `${shown} (${conditions.filter(Boolean).join(", ")}).`;
}

function followText(following: FollowState, now: number): string {
  switch (following.kind) {
    case "off":
      return "";
    case "on":
      return l10n.t("Following (refreshes every {0} s)", followInterval / 1000);
    case "waiting":
      return l10n.t(
        "Rate limit reached. Following continues {0}.",
        untilTime(following.until, now),
      );
    case "stopped":
      return l10n.t("Following stopped because a request failed.");
  }
}

/** Why a list shows no entry although nothing failed. */
export function noEntriesText(state: LogState): string {
  const { entries, filter } = state;
  if (entries.length === 0) {
    return l10n.t("No log entries.");
  }
  const message = l10n.t("No loaded entries match the filter.");
  return looksLikeId(filter.text)
    ? `${message} ${l10n.t("Request IDs in error messages don't appear in logs.")}`
    : message;
}

/** Request IDs are long, and have digits; words have none. */
function looksLikeId(text: string): boolean {
  return /^[\w-]{16,}$/.test(text) && /\d/.test(text);
}
