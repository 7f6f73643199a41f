import { failures } from "./failures";
import { texts } from "./lookups";
import type { Query } from "./model";
import { written } from "./parts";

/** What `query/data/json` is asked for; throws the refusal of what is malformed or not imitated. */
export function readQuery(json: Readonly<Record<string, unknown>>): Query {
  for (const name of ["filter", "order_rows", "settings"]) {
    const value = json[name];
    if (value !== undefined && value !== "" && JSON.stringify(value) !== "{}") {
      throw failures.cannot(`the parameter “${name}”`);
    }
  }
  const fields = texts(json["fields"]);
  if (fields.length === 0 || fields.length > 100) {
    throw failures.badQuery("fields must name 1 to 100 fields.");
  }
  return {
    dataSource: written(json["ds_id"]),
    username: texts(json["ds_user"] ?? json["ds_users"])[0] ?? null,
    accounts: accountsOf(json["ds_accounts"]),
    fields,
    dates: datesOf(json),
    maxRows: integer(json, "max_rows", 1, 1_000_000) ?? 1_000_000,
  };
}

/** An integer parameter within its documented limits; throws the refusal otherwise. */
export function integer(
  json: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const value = json[name];
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    throw failures.badQuery(`${name} must be an integer from ${least} to ${most}.`);
  }
  return value;
}

function accountsOf(value: unknown): Query["accounts"] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    throw failures.cannot("a filter of accounts");
  }
  const accounts = texts(value);
  if (accounts.length > 100) {
    throw failures.badQuery("ds_accounts has more than 100 accounts.");
  }
  return accounts[0] === "list.all_accounts" ? "all" : accounts;
}

function datesOf(json: Readonly<Record<string, unknown>>): Query["dates"] {
  const { start_date: start, end_date: end, date_range_type: range = "custom" } = json;
  if (range !== "custom") {
    throw failures.cannot(`the date range “${written(range)}”`);
  }
  if (start === undefined && end === undefined) {
    return null;
  }
  const dates = { start: dayOf(start, "start_date"), end: dayOf(end, "end_date") };
  if (dates.start > dates.end) {
    throw failures.badQuery("start_date is after end_date.");
  }
  return dates;
}

/** `YYYY-MM-DD`, or the relative `today` and `yesterday`. */
function dayOf(value: unknown, name: string): string {
  const daysAgo = ["today", "yesterday"].indexOf(written(value));
  if (daysAgo >= 0) {
    return new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  }
  const text = written(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw failures.badQuery(`${name} is not a valid date value.`);
  }
  return text;
}
