import { cellOf, isRecord, jsonText, SpelledNumber } from "../rows/responseJson";
import { pathText, type PathStep } from "./jsonPath/path";

/** A path that finds something in a response. */
export interface FoundPath {
  readonly segments: readonly PathStep[];
  readonly path: string;
  /** The first value that stands there, in a few words. */
  readonly sample: string;
  readonly kind: "list" | "object" | "value";
}

/** So many rows, paths and levels are looked at: nobody reads more suggestions. */
const mostRows = 200;
const mostPaths = 500;
const mostLevels = 8;

interface Node {
  readonly segments: readonly PathStep[];
  readonly values: unknown[];
}

/**
 * The paths within some values, those that stand higher first, in the order of the values.
 * @param values e.g. the rows, or the whole response alone
 * @param intoLists how a path goes into a list: to all of its items, or to the first one
 */
export function pathsIn(
  values: readonly unknown[],
  intoLists: "all" | "first",
): readonly FoundPath[] {
  const found: FoundPath[] = [];
  let level: readonly Node[] = [{ segments: [], values: values.slice(0, mostRows) }];
  for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
    const next: Node[] = [];
    for (const node of level) {
      for (const child of childrenOf(node, intoLists)) {
        if (found.length >= mostPaths) {
          return found;
        }
        const sample = child.values.find((value) => value !== null) ?? child.values[0];
        found.push({
          segments: child.segments,
          path: pathText(child.segments),
          sample: shortText(sample),
          kind: Array.isArray(sample) ? "list" : isRecord(sample) ? "object" : "value",
        });
        next.push(child);
      }
    }
    level = next;
  }
  return found;
}

function childrenOf({ segments, values }: Node, intoLists: "all" | "first"): readonly Node[] {
  const children = new Map<string, Node>();
  const add = (key: string, segment: PathStep, value: unknown) => {
    const node = children.get(key) ?? { segments: [...segments, segment], values: [] };
    if (node.values.length < mostRows) {
      node.values.push(value);
    }
    children.set(key, node);
  };
  for (const value of values) {
    if (Array.isArray(value)) {
      const items = intoLists === "all" ? value.slice(0, mostRows) : value.slice(0, 1);
      const segment: PathStep = intoLists === "all" ? { kind: "all" } : { kind: "index", index: 0 };
      items.forEach((item) => add("*", segment, item));
    } else if (isRecord(value)) {
      for (const name of Object.keys(value).slice(0, mostPaths)) {
        add(`.${name}`, { kind: "name", name }, value[name]);
      }
    }
  }
  return [...children.values()];
}

const longestSample = 80;

/** A value in a few words, for a suggestion. */
export function shortText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.length}]`;
  }
  const text =
    typeof value === "string" || value instanceof SpelledNumber
      ? String(cellOf(value))
      : isRecord(value)
        ? `{ ${Object.keys(value).slice(0, 5).join(", ")} }`
        : jsonText(value ?? null);
  return text.length > longestSample ? `${text.slice(0, longestSample - 1)}…` : text;
}
