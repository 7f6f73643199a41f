import { requiredOfAdapters } from "../../checks/rules/adapters";
import type { Adapter } from "./adapter";
import { aggregateValues, concatValueToKeys, extractFieldsByPath } from "./fieldsOfRows";
import {
  combineKeysWithNestedValues,
  combineKeysWithValues,
  matchValuesByKeys,
} from "./rowsFromKeys";
import { appendKey, flattenValues, splitToRows, timeSeries } from "./rowsFromLists";

/** An adapter and the properties that its documentation names. */
export interface KnownAdapter {
  readonly run: Adapter;
  readonly properties: readonly string[];
}

/** What runs each adapter, and the properties that it takes besides those that it requires. */
const adapters: Readonly<
  Record<string, { readonly run: Adapter; readonly optional?: readonly string[] }>
> = {
  flatten_values: { run: flattenValues },
  append_key: { run: appendKey, optional: ["dataType", "skipNonArrayValues"] },
  time_series: { run: timeSeries },
  match_values_by_keys: { run: matchValuesByKeys },
  combine_keys_with_values: { run: combineKeysWithValues },
  combine_keys_with_nested_values: { run: combineKeysWithNestedValues },
  extract_fields_by_path: {
    run: extractFieldsByPath,
    optional: ["dataPath", "sourcePath", "keyPath", "valuePath", "fieldPath", "suffix"],
  },
  concat_value_to_keys: {
    run: concatValueToKeys,
    optional: ["keysToConcat", "prependValue", "preserveOriginalKeys"],
  },
  aggregate_values: { run: aggregateValues, optional: ["dataPath", "valuesPath"] },
  split_to_rows: { run: splitToRows },
};

/** The adapters whose documentation says what they do, by their `type`. */
export const knownAdapters: ReadonlyMap<string, KnownAdapter> = new Map(
  Object.entries(adapters).map(([type, { run, optional = [] }]) => [
    type,
    { run, properties: [...(requiredOfAdapters[type] ?? []), ...optional] },
  ]),
);
