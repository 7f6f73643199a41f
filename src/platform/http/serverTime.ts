/**
 * Reads a date-time of the API. Besides ISO 8601 it accepts an offset without a colon and a bare date,
 * both of which occur in its answers.
 * @returns milliseconds since 1970, or undefined when none of the known forms fits
 */
export function parseServerTime(text: string | undefined): number | undefined {
  const parts =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      text?.trim() ?? "",
    );
  if (!parts) {
    return undefined;
  }
  const [, date, time = "00:00:00", zone = "Z"] = parts;
  const offset = zone.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2").toUpperCase();
  const milliseconds = Date.parse(`${date}T${time.replace(/(\.\d{3})\d+$/, "$1")}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/**
 * How precise a date-time is written, in milliseconds: the times of a day all look like "2026-10-02" in a list of
 * dates. Times written more precisely than to the millisecond count as written to the millisecond.
 * @param text a date-time that `parseServerTime` can read
 */
export function timePrecision(text: string): number {
  const [, minutes, seconds, fraction = ""] =
    /\d[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d+))?/i.exec(text) ?? [];
  if (minutes === undefined) {
    return 86_400_000;
  }
  return seconds === undefined ? 60_000 : Math.max(1, 1000 / 10 ** fraction.length);
}
