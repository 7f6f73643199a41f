import * as l10n from "@vscode/l10n";
import type { Segment } from "../jsonPath/path";
import { select } from "../jsonPath/select";
import { cellOf, isRecord, setMember, SpelledNumber } from "../../rows/responseJson";
import {
  AdapterStop,
  matchesOf,
  notDocumented,
  objectsOf,
  replace,
  requireFree,
  type Adapter,
} from "./adapter";

/** A field in each row for each item of another list; https://docs.supermetrics.com/docs/extract-fields-by-path. */
export const extractFieldsByPath: Adapter = (input) => {
  const { config } = input;
  const keyPath = config.path("keyPath", "$");
  const valuePath = config.path("valuePath", "$");
  const fieldPath = config.path("fieldPath", "$");
  const suffix = config.text("suffix", "");
  if (fieldPath.some(({ kind }) => kind !== "name")) {
    throw notDocumented(l10n.t('"fieldPath" contains something other than names'), "fieldPath");
  }
  const added: { readonly name: string; readonly own: string; readonly value: unknown }[] = [];
  for (const { value: source } of matchesOf(input, "sourcePath", "$")) {
    const own = config.only(source, keyPath, "keyPath");
    const value = config.only(source, valuePath, "valuePath");
    if (typeof own !== "string") {
      throw notDocumented(l10n.t("an item has no name"), "keyPath");
    }
    if (value !== undefined) {
      added.push({ name: own + suffix, own, value });
    }
  }
  for (const row of objectsOf(input, "dataPath", "$")) {
    for (const { name, own, value } of added) {
      if (!Object.hasOwn(row, own)) {
        throw notDocumented(l10n.t('a row has no field "{0}"', own), "keyPath");
      }
      requireFree(row, name, "keyPath");
      setMember(row, name, wrapped(value, fieldPath));
    }
  }
};

function wrapped(value: unknown, path: readonly Segment[]): unknown {
  return path.reduceRight<unknown>((inner, segment) => {
    const outer: Record<string, unknown> = {};
    setMember(outer, segment.kind === "name" ? segment.name : "", inner);
    return outer;
  }, value);
}

/** The value of a field in the names of others; https://docs.supermetrics.com/docs/concat-value-to-keys. */
export const concatValueToKeys: Adapter = (input) => {
  const { config, madeOf } = input;
  const valuePath = config.path("valuePath");
  const names = config.value("keysToConcat");
  const isBefore = config.flag("prependValue");
  const keepsOld = config.flag("preserveOriginalKeys");
  if (!isNames(names)) {
    // By default all keys are changed: whether the one of the value is, too, is not said.
    throw notDocumented(l10n.t('"keysToConcat" isn\'t a list of names'), "keysToConcat");
  }
  const wanted = new Set(names);
  for (const { holder, key, value: row } of matchesOf(input, "dataPath")) {
    const value = config.only(row, valuePath, "valuePath");
    if (!isRecord(row) || typeof value !== "string") {
      throw notDocumented(l10n.t("a row lacks the value, or the value isn't a text"), "valuePath");
    }
    const lacking = names.find((name) => !Object.hasOwn(row, name));
    if (lacking !== undefined) {
      throw notDocumented(l10n.t('a row has no field "{0}"', lacking), "keysToConcat");
    }
    const changed: Record<string, unknown> = {};
    for (const name of Object.keys(row)) {
      const isChanged = wanted.has(name);
      if (!isChanged || keepsOld) {
        requireFree(changed, name, "keysToConcat");
        setMember(changed, name, row[name]);
      }
      if (isChanged) {
        const joined = isBefore ? `${value}_${name}` : `${name}_${value}`;
        requireFree(changed, joined, "keysToConcat");
        setMember(changed, joined, row[name]);
      }
    }
    madeOf(changed, row);
    replace(holder, key, changed);
  }
};

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

/** The sums of a list's entries in the place of the list; https://docs.supermetrics.com/docs/aggregate-values. */
export const aggregateValues: Adapter = (input) => {
  const { config, madeOf } = input;
  const fields = config.value("fields");
  const valuesPath = config.listPath("valuesPath", "$.*");
  if (!isNames(fields) || fields.length === 0) {
    throw new AdapterStop(l10n.t('"fields" must be a list of names that isn\'t empty.'), "fields");
  }
  const done = new Set<unknown>();
  for (const item of matchesOf(input, "dataPath", "$.*")) {
    // An adapter before may have put one item into several rows.
    if (valuesPath.length > 0 && done.has(item.value)) {
      continue;
    }
    done.add(item.value);
    const list = config.only(item.value, valuesPath, "valuesPath");
    if (list === undefined || (Array.isArray(list) && list.length === 0)) {
      continue;
    }
    if (!Array.isArray(list) || !list.every(isRecord)) {
      throw notDocumented(l10n.t('"valuesPath" doesn\'t lead to a list of objects'), "valuesPath");
    }
    const sums: Record<string, unknown> = {};
    for (const field of fields) {
      const values = list.flatMap((entry: Record<string, unknown>) =>
        Object.hasOwn(entry, field) ? [entry[field]] : [],
      );
      if (values.length > 0) {
        setMember(sums, field, sumOf(values, field));
      }
    }
    madeOf(sums, list);
    if (valuesPath.length === 0) {
      replace(item.holder, item.key, sums);
    } else {
      const [place] = select(item.value, valuesPath);
      if (place) {
        replace(place.holder, place.key, sums);
      }
    }
  }
};

/** Whole numbers are added exactly, whatever their size. Stops where the service raises an error. */
function sumOf(values: readonly unknown[], field: string): unknown {
  let whole = 0n;
  let broken = 0;
  let hasBroken = false;
  for (const value of values) {
    const text = String(cellOf(value) ?? 0);
    const isNumber =
      value === null ||
      ["number", "string"].includes(typeof value) ||
      value instanceof SpelledNumber;
    if (
      !isNumber ||
      !/^\s{0,20}[-+]?\d{1,400}(?:\.\d{1,400})?(?:[eE][-+]?\d{1,4})?\s{0,20}$/.test(text)
    ) {
      throw new AdapterStop(
        l10n.t(
          'A value of "{0}" isn\'t a number, which is an error when the connector runs.',
          field,
        ),
        "fields",
      );
    }
    if (/^\s*[-+]?\d+\s*$/.test(text)) {
      whole += BigInt(text.trim().replace("+", ""));
    } else {
      hasBroken = true;
      broken += Number(text);
    }
  }
  if (hasBroken) {
    return Number(whole) + broken;
  }
  const sum = Number(whole);
  return Number.isSafeInteger(sum) ? sum : new SpelledNumber(String(whole));
}
