import * as l10n from "@vscode/l10n";

/**
 * The days that a query asks for, as they are kept: `last:7` for the seven days before today, `month:0` and
 * `month:-1` for this month up to today and the one before, or two days, `2026-01-01/2026-01-31`.
 */
export type DateRange = string;

/** The range that is offered where none was chosen before. */
export const usualDateRange: DateRange = "last:7";

/** The ranges that are offered by name. */
export function namedDateRanges(): readonly {
  readonly range: DateRange;
  readonly label: string;
}[] {
  return [
    { range: "last:7", label: l10n.t("Last 7 days") },
    { range: "last:30", label: l10n.t("Last 30 days") },
    { range: "month:0", label: l10n.t("This month to date") },
    { range: "month:-1", label: l10n.t("Last month") },
  ];
}

/** The first and the last day of a range. */
export interface Days {
  /** `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
}

/**
 * The days that a range means; undefined for one that has another form.
 * @param today `YYYY-MM-DD`, where the person is
 */
export function daysOf(range: DateRange, today: string): Days | undefined {
  const last = /^last:(\d{1,4})$/.exec(range)?.[1];
  if (last !== undefined) {
    return { start: plusDays(today, -Number(last)), end: plusDays(today, -1) };
  }
  if (range === "month:0") {
    return { start: `${today.slice(0, 8)}01`, end: today };
  }
  if (range === "month:-1") {
    const end = plusDays(`${today.slice(0, 8)}01`, -1);
    return { start: `${end.slice(0, 8)}01`, end };
  }
  const [start = "", end = "", more] = range.split("/");
  return isDay(start) && isDay(end) && start <= end && more === undefined
    ? { start, end }
    : undefined;
}

/** Whether a text is a day that there is, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && plusDays(text, 0) === text;
}

/** The day where the person is, as `YYYY-MM-DD`. @param now milliseconds since 1970 */
export function localDay(now: number): string {
  const minutes = new Date(now).getTimezoneOffset();
  return new Date(now - minutes * 60_000).toISOString().slice(0, 10);
}

function plusDays(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 10);
}
