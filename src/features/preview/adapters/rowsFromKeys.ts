import * as l10n from "@vscode/l10n";
import { isRecord, setMember } from "../../rows/responseJson";
import {
  matchesOf,
  namesOf,
  notDocumented,
  objectsOf,
  paired,
  requireFree,
  writeAt,
  type Adapter,
} from "./adapter";

/** A row for each key of a list, with its value in each map; https://docs.supermetrics.com/docs/match-values-by-keys. */
export const matchValuesByKeys: Adapter = (input) => {
  const { config, document, remark, madeOf } = input;
  const keyName = config.text("keyName");
  const destination = config.path("dataDestinationPath");
  const keys = namesOf(matchesOf(input, "keysPath"), "keysPath");
  const maps = matchesOf(input, "valuesPath").map(({ key, value }) => {
    if (typeof key !== "string" || !isRecord(value)) {
      throw notDocumented(
        l10n.t('"valuesPath" matches something other than named objects'),
        "valuesPath",
      );
    }
    return { name: key, map: value };
  });
  const known = new Set(keys);
  if (maps.some(({ map }) => Object.keys(map).some((key) => !known.has(key)))) {
    remark(
      l10n.t(
        "A map has keys that the list of keys doesn't have. They're dropped, which the documentation doesn't say.",
      ),
    );
  }
  const rows = keys.map((key) => {
    const row: Record<string, unknown> = {};
    setMember(row, keyName, key);
    for (const { name, map } of maps) {
      requireFree(row, name, "valuesPath");
      setMember(row, name, Object.hasOwn(map, key) ? map[key] : null);
    }
    madeOf(row, maps[0]?.map);
    return row;
  });
  writeAt(document, destination, "dataDestinationPath", rows);
};

/** A row for each list of values, with its names from another list; https://docs.supermetrics.com/docs/combine-keys-with-values. */
export const combineKeysWithValues: Adapter = (input) => {
  const { config, document, madeOf } = input;
  const destination = config.path("dataDestinationPath");
  const names = namesOf(matchesOf(input, "keysPath"), "keysPath");
  const rows = matchesOf(input, "valuesPath").map(({ value }) => {
    const row = paired(names, value, "valuesPath");
    madeOf(row, value);
    return row;
  });
  writeAt(document, destination, "dataDestinationPath", rows);
};

/** Names for a list within each row; https://docs.supermetrics.com/docs/combine-keys-with-nested-values. */
export const combineKeysWithNestedValues: Adapter = (input) => {
  const { config } = input;
  // The documentation doesn't show whether the path ends in `.*`; both name the same list.
  const valuesPath = config.listPath("valuesPath");
  const destination = config.path("valuesDestinationPath");
  const names = namesOf(matchesOf(input, "keysPath"), "keysPath");
  for (const row of objectsOf(input, "dataPath")) {
    const values = config.only(row, valuesPath, "valuesPath");
    writeAt(
      { value: row },
      destination,
      "valuesDestinationPath",
      paired(names, values, "valuesPath"),
    );
  }
};
