import * as l10n from "@vscode/l10n";
import { plainText } from "../../platform/words/plainText";
import { rateLimitLevel, type RateLimit } from "./rateLimitMeter";
import { clockTime, countdown, relativeTime, untilTime } from "../../platform/words/time";

/** The status-bar text without its icon; `now` in milliseconds since 1970. */
export function rateLimitText(value: RateLimit, now: number): string {
  const { remaining, limit, refused } = value;
  switch (rateLimitLevel(value, now)) {
    case "unknown":
      return l10n.t("Supermetrics");
    case "exhausted":
      return refused?.retryAt === undefined
        ? l10n.t("Limit reached")
        : l10n.t("Retry in {0}", countdown(refused.retryAt - now));
    case "low":
    case "ok":
      return limit === undefined
        ? l10n.t("{0} left", count(remaining))
        : `${count(remaining)}/${count(limit)}`;
  }
}

/** The same in words, for screen readers. */
export function rateLimitLabel(value: RateLimit, now: number): string {
  const { remaining, limit, refused } = value;
  const level = rateLimitLevel(value, now);
  if (level === "unknown") {
    return l10n.t("Supermetrics rate limit: unknown");
  }
  if (level === "exhausted") {
    return refused?.retryAt === undefined
      ? l10n.t("Supermetrics rate limit reached")
      : l10n.t("Supermetrics rate limit reached, retry {0}", untilTime(refused.retryAt, now));
  }
  return limit === undefined
    ? l10n.t("Supermetrics rate limit: {0} requests left", count(remaining))
    : l10n.t("Supermetrics rate limit: {0} of {1} requests left", count(remaining), count(limit));
}

/** Something that is known of the limit: what it is, and its value, for people. */
export interface RateLimitLine {
  readonly label: string;
  readonly value: string;
}

/** All that is known, line by line, for the tooltip and the details. */
export function rateLimitLines(value: RateLimit, now: number): RateLimitLine[] {
  const { lastAnswerAt, lastRequestId } = value;
  const lines = [
    { label: l10n.t("Requests left"), value: remainingLine(value, now) },
    { label: l10n.t("Next reset"), value: resetLine(value, now) },
    { label: l10n.t("Last response"), value: timeLine(lastAnswerAt, now) },
  ];
  return lastRequestId
    ? [...lines, { label: l10n.t("Last request ID"), value: plainText(lastRequestId, 100) }]
    : lines;
}

function remainingLine({ remaining, limit, readAt }: RateLimit, now: number): string {
  if (readAt === undefined) {
    return l10n.t("unknown until the first request");
  }
  const numbers =
    limit === undefined
      ? count(remaining)
      : l10n.t("{0} of {1} per hour", count(remaining), count(limit));
  return l10n.t("{0} (as of {1})", numbers, clockTime(readAt, now));
}

/** Only a 429 tells a time; the API documents nothing else about the window. */
function resetLine({ refused }: RateLimit, now: number): string {
  return refused?.retryAt !== undefined && refused.retryAt > now
    ? untilTime(refused.retryAt, now)
    : l10n.t("unknown until the limit is reached");
}

function timeLine(at: number | undefined, now: number): string {
  return at === undefined ? l10n.t("none yet") : `${clockTime(at, now)} (${relativeTime(at, now)})`;
}

function count(value: number | undefined): string {
  return value === undefined ? "?" : value.toLocaleString();
}
