import * as l10n from "@vscode/l10n";
import { isRecord, setMember } from "../../rows/responseJson";
import {
  AdapterStop,
  matchesOf,
  notDocumented,
  objectsOf,
  replace,
  requireFree,
  writeAt,
  type Adapter,
  type AdapterInput,
} from "./adapter";

/** A row for each entry of a nested list; https://docs.supermetrics.com/docs/flatten-values. */
export const flattenValues: Adapter = (input) => {
  const path = input.config.listPath("valuesPath");
  const [only] = path;
  if (path.length !== 1 || only?.kind !== "name") {
    throw notDocumented(l10n.t("the nested list isn't a member of the item"), "valuesPath");
  }
  const rowsOf = (item: unknown) => flatten(input, item, only.name);
  const lists = new Map<unknown[], Map<number, unknown>>();
  for (const match of matchesOf(input, "dataPath")) {
    const { holder, key, value } = match;
    if (Array.isArray(holder)) {
      const items = lists.get(holder) ?? new Map<number, unknown>();
      lists.set(holder, items.set(Number(key), value));
    } else {
      replace(holder, key, rowsOf(value));
    }
  }
  for (const [list, items] of lists) {
    const before = list.splice(0);
    before.forEach((item, index) => {
      for (const row of items.has(index) ? rowsOf(item) : [item]) {
        list.push(row);
      }
    });
  }
};

function flatten({ madeOf }: AdapterInput, item: unknown, listName: string): object[] {
  if (!isRecord(item)) {
    throw notDocumented(
      l10n.t('"{0}" matches something other than objects', "dataPath"),
      "dataPath",
    );
  }
  const list = Object.hasOwn(item, listName) ? item[listName] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    throw notDocumented(l10n.t("an item has no nested list, or an empty one"), "valuesPath");
  }
  return list.map((entry: unknown) => {
    if (!isRecord(entry)) {
      throw notDocumented(l10n.t("an entry of the nested list isn't an object"), "valuesPath");
    }
    const row: Record<string, unknown> = {};
    for (const key of Object.keys(item)) {
      if (key !== listName) {
        setMember(row, key, item[key]);
      }
    }
    for (const key of Object.keys(entry)) {
      const name = `${listName}_${key}`;
      requireFree(row, name, "valuesPath");
      setMember(row, name, entry[key]);
    }
    madeOf(row, entry);
    return row;
  });
}

/** A row for each key of an object; https://docs.supermetrics.com/docs/append-key. */
export const appendKey: Adapter = (input) => {
  const { config } = input;
  const keyName = config.text("keyName");
  const dataType = config.text("dataType", "object");
  const skips = config.flag("skipNonArrayValues");
  if (dataType !== "object" && dataType !== "array_of_objects") {
    throw notDocumented(l10n.t('"dataType" is "{0}"', dataType), "dataType");
  }
  const [match, another] = matchesOf(input, "dataPath");
  if (!match || another || !isRecord(match.value)) {
    throw notDocumented(l10n.t('"dataPath" doesn\'t match exactly one object'), "dataPath");
  }
  const rows: object[] = [];
  for (const [key, value] of Object.entries(match.value)) {
    const isObject = isRecord(value);
    const isList = Array.isArray(value) && value.every(isRecord);
    if (!isObject && !isList) {
      if (!skips) {
        throw new AdapterStop(
          l10n.t('The key "{0}" leads to neither an object nor a list of objects: an error.', key),
          "dataPath",
        );
      }
    } else if (isObject !== (dataType === "object")) {
      throw notDocumented(l10n.t('a value doesn\'t have the type in "dataType"'), "dataType");
    } else {
      for (const source of isObject ? [value] : Array.isArray(value) ? value : []) {
        const row: Record<string, unknown> = {};
        Object.keys(source).forEach((name) => setMember(row, name, source[name]));
        requireFree(row, keyName, "keyName");
        setMember(row, keyName, key);
        input.madeOf(row, source);
        rows.push(row);
      }
    }
  }
  replace(match.holder, match.key, rows);
};

/** A row for each day of parallel lists; https://docs.supermetrics.com/docs/time-series. */
export const timeSeries: Adapter = (input) => {
  const { config, document, madeOf } = input;
  const granularity = config.value("granularity");
  if (
    !isRecord(granularity) ||
    granularity["source"] !== "static" ||
    granularity["value"] !== "DAY"
  ) {
    throw notDocumented(l10n.t('the granularity isn\'t the static value "DAY"'), "granularity");
  }
  const keyName = config.text("keyName");
  const valuesPath = config.path("valuesPath");
  const destination = config.path("dataDestinationPath");
  const days = daysBetween(
    config.only(document.value, config.path("startTimePath"), "startTimePath"),
    config.only(document.value, config.path("endTimePath"), "endTimePath"),
  );
  for (const item of objectsOf(input, "dataPath")) {
    const lists = config.only(item, valuesPath, "valuesPath");
    if (!isRecord(lists)) {
      throw notDocumented(l10n.t('"valuesPath" doesn\'t lead to an object of lists'), "valuesPath");
    }
    requireFree(lists, keyName, "keyName");
    const metrics = Object.entries(lists).map(([name, list]) => {
      if (!Array.isArray(list) || list.length !== days.length) {
        throw notDocumented(
          l10n.t('"{0}" isn\'t a list with a value for each of the {1} days', name, days.length),
          "valuesPath",
        );
      }
      return { name, list };
    });
    const rows = days.map((day, index) => {
      const row: Record<string, unknown> = {};
      setMember(row, keyName, day);
      metrics.forEach(({ name, list }) => setMember(row, name, list[index]));
      madeOf(row, lists);
      return row;
    });
    writeAt({ value: item }, destination, "dataDestinationPath", rows);
  }
};

const mostDays = 20_000;

/** The days from the one of the first time to that of the last one, as the times are written. */
function daysBetween(start: unknown, end: unknown): string[] {
  const first = dayOf(start, "startTimePath");
  const last = dayOf(end, "endTimePath");
  const count = (last - first) / 86_400_000 + 1;
  if (count < 1 || count > mostDays) {
    throw notDocumented(l10n.t("the last day comes before the first one"), "endTimePath");
  }
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
}

function dayOf(time: unknown, name: string): number {
  const form = /^(\d{4}-\d{2}-\d{2})T[\d:.]{1,20}(?:Z|[+-]\d{2}:?\d{2})$/;
  const day = Date.parse(form.exec(typeof time === "string" ? time : "")?.[1] ?? "");
  if (Number.isNaN(day)) {
    throw notDocumented(
      l10n.t('"{0}" doesn\'t lead to a time like 2026-01-31T00:00:00Z', name),
      name,
    );
  }
  return day;
}

/** The parts of a text as rows; https://docs.supermetrics.com/docs/split-to-rows. */
export const splitToRows: Adapter = (input) => {
  const { config, remark, madeOf } = input;
  const separator = config.text("separator");
  const keyName = config.text("keyName");
  const [match, another] = matchesOf(input, "dataPath");
  if (!match || another || typeof match.value !== "string") {
    throw notDocumented(l10n.t('"dataPath" doesn\'t match exactly one text'), "dataPath");
  }
  if (separator === "") {
    throw notDocumented(l10n.t("the separator is empty"), "separator");
  }
  const parts = match.value.split(separator);
  if (parts.some((part) => part === "" || part.trim() !== part)) {
    throw notDocumented(l10n.t("a part is empty or has blanks around it"), "separator");
  }
  if (parts.length === 1) {
    remark(
      l10n.t(
        "The text doesn't have the separator and is taken as one part, which the documentation doesn't say.",
      ),
    );
  }
  const rows = parts.map((part) => {
    const row: Record<string, unknown> = {};
    setMember(row, keyName, part);
    madeOf(row, match.holder);
    return row;
  });
  replace(match.holder, match.key, rows);
};
