import * as l10n from "@vscode/l10n";

const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** The last point in time that JavaScript knows. Milliseconds since 1970. */
const lastTime = 8.64e15;

/** Whether a number is a point in time, in milliseconds since 1970: of others `Date` and `Intl` throw. */
export function isTime(at: number): boolean {
  return Math.abs(at) <= lastTime;
}

/** For example “in 2 hours” or “3 days ago”. Both times in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  if (!isTime(at)) {
    return l10n.t("at an unknown time");
  }
  const seconds = (at - now) / 1000;
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  return format.format(Math.trunc(seconds / length), unit);
}

/** For example “14:05:30”, with the date when it is not today's. Milliseconds since 1970. */
export function clockTime(at: number, now: number): string {
  if (!isTime(at)) {
    return l10n.t("at an unknown time");
  }
  const date = new Date(at);
  return isSameDay(date, new Date(now)) ? date.toLocaleTimeString() : date.toLocaleString();
}

function isSameDay(a: Date, b: Date): boolean {
  return (
    a.getDate() === b.getDate() &&
    a.getMonth() === b.getMonth() &&
    a.getFullYear() === b.getFullYear()
  );
}

/** For example “0:09”, “12:05” or “3:00:00”; never below zero. Milliseconds. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [head, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [head, ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}

/** “at 14:05:30 (in 12:05)”. Milliseconds since 1970. */
export function untilTime(at: number, now: number): string {
  return isTime(at)
    ? l10n.t("at {0} (in {1})", clockTime(at, now), countdown(at - now))
    : l10n.t("later");
}
