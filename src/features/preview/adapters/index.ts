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

/** The adapters whose documentation says what they do, by their `type`. */
export const knownAdapters: ReadonlyMap<string, KnownAdapter> = new Map(
  Object.entries({
    flatten_values: { run: flattenValues, properties: ["dataPath", "valuesPath"] },
    append_key: {
      run: appendKey,
      properties: ["dataPath", "keyName", "dataType", "skipNonArrayValues"],
    },
    time_series: {
      run: timeSeries,
      properties: [
        "dataPath",
        "valuesPath",
        "startTimePath",
        "endTimePath",
        "granularity",
        "dataDestinationPath",
        "keyName",
      ],
    },
    match_values_by_keys: {
      run: matchValuesByKeys,
      properties: ["keysPath", "valuesPath", "dataDestinationPath", "keyName"],
    },
    combine_keys_with_values: {
      run: combineKeysWithValues,
      properties: ["keysPath", "valuesPath", "dataDestinationPath"],
    },
    combine_keys_with_nested_values: {
      run: combineKeysWithNestedValues,
      properties: ["keysPath", "dataPath", "valuesPath", "valuesDestinationPath"],
    },
    extract_fields_by_path: {
      run: extractFieldsByPath,
      properties: ["dataPath", "sourcePath", "keyPath", "valuePath", "fieldPath", "suffix"],
    },
    concat_value_to_keys: {
      run: concatValueToKeys,
      properties: ["dataPath", "valuePath", "keysToConcat", "prependValue", "preserveOriginalKeys"],
    },
    aggregate_values: { run: aggregateValues, properties: ["dataPath", "valuesPath", "fields"] },
    split_to_rows: { run: splitToRows, properties: ["dataPath", "separator", "keyName"] },
  }),
);
