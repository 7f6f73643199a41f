import { failures } from "./failures";
import { find, type Found } from "./jsonPath";
import { isPart, partOf, partsOf, refuseOthers, textOf, type Part } from "./parts";

/**
 * An answer of the source after its data adapters, in their order. Knows `flatten_values`
 * (https://docs.supermetrics.com/docs/flatten-values); throws a failure that names any other.
 */
export function adapted(answer: unknown, response: Part): unknown {
  const document = { root: structuredClone(answer) };
  for (const { type, config } of partsOf(partOf(response["dataAdapters"])["items"])) {
    if (type !== "flatten_values") {
      throw failures.cannot(`the data adapter “${textOf(type)}”`);
    }
    flattenValues(document, partOf(config));
  }
  return document.root;
}

function flattenValues(document: { root: unknown }, config: Part): void {
  refuseOthers(config, ["dataPath", "valuesPath"], "flatten_values");
  const valuesPath = textOf(config["valuesPath"]).replace(/(\.\*|\[\*\])$/, "");
  const items = find(textOf(config["dataPath"]), document.root);
  // From the end: rows that stand for an item move those after it.
  for (const { holder, key, value } of items.toReversed()) {
    const rows = flattened(value, valuesPath);
    if (Array.isArray(holder)) {
      holder.splice(Number(key), 1, ...rows);
    } else if (value === document.root) {
      document.root = rows;
    } else {
      holder[key] = rows;
    }
  }
}

/** A row for each entry of the list: the item's other fields, and the entry's named after the list. */
function flattened(item: unknown, valuesPath: string): Part[] {
  const rest: unknown = structuredClone(item);
  const [list, ...more] = find(valuesPath, rest);
  if (!list || more.length > 0 || !Array.isArray(list.value) || list.value.length === 0) {
    throw failures.cannot(
      "flatten_values for an item without a list: the documentation doesn't say",
    );
  }
  remove(list);
  return list.value.map((entry: unknown) => {
    if (!isPart(entry)) {
      throw failures.cannot("flatten_values for values that are no objects");
    }
    const named = Object.entries(entry).map(([name, one]) => [`${list.key}_${name}`, one] as const);
    return { ...partOf(rest), ...Object.fromEntries(named) };
  });
}

function remove({ holder, key }: Found): void {
  if (Array.isArray(holder)) {
    holder.splice(Number(key), 1);
  } else {
    delete holder[key];
  }
}
