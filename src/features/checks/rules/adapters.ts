import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../../platform/json/places";
import { replaceValueFix, type Report } from "../finding";
import {
  valueAt,
  isObject,
  itemsOf,
  membersOf,
  stringOf,
} from "../../../platform/json/parsedValue";

/** What `config` must have, by the adapter's type; from the documentation's page on each of them. */
export const requiredOfAdapters: Readonly<Record<string, readonly string[]>> = {
  flatten_values: ["dataPath", "valuesPath"],
  append_key: ["dataPath", "keyName"],
  time_series: [
    "dataPath",
    "valuesPath",
    "startTimePath",
    "endTimePath",
    "granularity",
    "dataDestinationPath",
    "keyName",
  ],
  match_values_by_keys: ["keysPath", "valuesPath", "dataDestinationPath", "keyName"],
  combine_keys_with_values: ["keysPath", "valuesPath", "dataDestinationPath"],
  combine_keys_with_nested_values: ["keysPath", "dataPath", "valuesPath", "valuesDestinationPath"],
  // The documentation calls paths required here and gives each a default: nothing of it has to be written.
  extract_fields_by_path: [],
  concat_value_to_keys: ["dataPath", "valuePath"],
  aggregate_values: ["fields"],
  split_to_rows: ["dataPath", "separator", "keyName"],
};

/** Documented by name only: nothing of its `config` is known. */
const unreadAdapter = "union_nested_arrays_with_key";

/**
 * Checks data adapters for what the documentation says they need.
 * @param items what stands at the path; what is no list has none
 * @param path of the list `dataAdapters.items`
 * @param schemaVocabulary an adapter that the delivered schema knows is the schema's to judge
 */
export function checkAdapters(
  items: unknown,
  path: JsonPath,
  report: Report,
  schemaVocabulary?: ReadonlySet<string>,
): void {
  for (const [index, adapter] of itemsOf(items).entries()) {
    const type = stringOf(valueAt(adapter, "type"));
    const here = [...path, index];
    if (type === undefined) {
      continue;
    }
    const isUncertain = schemaVocabulary?.has(type) ?? false;
    if (type === unreadAdapter) {
      continue;
    }
    if (!Object.hasOwn(requiredOfAdapters, type)) {
      if (isUncertain) {
        continue;
      }
      const text = l10n.t('Unknown data adapter "{0}".', type);
      report({ code: "unknownAdapter", path: [...here, "type"], text });
      continue;
    }
    const given = valueAt(adapter, "config");
    if (given !== undefined && !isObject(given)) {
      continue; // what a "config" is, is the schema's to say
    }
    const config = membersOf(given);
    const configPath = given ? [...here, "config"] : here;
    for (const name of (requiredOfAdapters[type] ?? []).filter((one) => lacks(config, one))) {
      const text = l10n.t('The data adapter "{0}" requires "{1}" in "config".', type, name);
      const title = l10n.t('Add "{0}"', name);
      const canAdd = configPath.length > here.length && !(name in config);
      const fixes = [{ title, path: configPath, json: usualValue(name), add: name }];
      const place = [...here, "type"];
      report({
        code: "adapterProperty",
        path: place,
        text,
        lacks: { name, in: configPath },
        isUncertain,
        ...(canAdd && { fixes }),
      });
    }
    if (type === "time_series") {
      checkGranularity(config["granularity"], [...configPath, "granularity"], isUncertain, report);
    }
    for (const [name, value] of Object.entries(config)) {
      if (name.endsWith("Path")) {
        checkJsonPath(value, [...configPath, name], report);
      }
    }
  }
}

/** A list that is empty is as good as none. */
function lacks(config: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = config[name];
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What to begin with. */
function usualValue(name: string): string {
  if (name === "granularity") {
    return '{ "source": "static", "value": "DAY" }';
  }
  if (name === "fields") {
    return "[]";
  }
  return name.endsWith("Path") ? '"$"' : '""';
}

/** @param value a source/value pair; what comes from elsewhere than the configuration is not known here */
function checkGranularity(
  value: unknown,
  path: JsonPath,
  isUncertain: boolean,
  report: Report,
): void {
  const isPair = typeof value !== "string";
  const written = isPair ? valueAt(value, "value") : value;
  const isStatic = !isPair || (valueAt(value, "source") ?? "static") === "static";
  if (isStatic && typeof written === "string" && written !== "DAY" && !written.includes("{{")) {
    const place = isPair ? [...path, "value"] : path;
    const text = l10n.t("Time series support only the granularity DAY.");
    const fixes = [replaceValueFix(place, "DAY")];
    report({ code: "timeSeriesGranularity", path: place, text, isUncertain, fixes });
  }
}

/**
 * Checks that a JSONPath begins with `$`. Where a placeholder makes the path, nobody knows how it begins.
 * @param path of the value; is kept
 */
export function checkJsonPath(value: unknown, path: JsonPath, report: Report): void {
  const isWrong = typeof value === "string" && !value.startsWith("$") && !value.includes("{{");
  if (isWrong && report.wants("jsonPathStart")) {
    const inner = value.trim().replace(/^[@$]/, "");
    const mended = /^[.[]/.test(inner) ? `$${inner}` : `$.${inner}`;
    const text = l10n.t('A JSONPath must start with "$".');
    report({
      code: "jsonPathStart",
      path,
      text,
      ...(inner && { fixes: [replaceValueFix(path, mended)] }),
    });
  }
}
