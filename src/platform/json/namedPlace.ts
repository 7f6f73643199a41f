import { findNodeAtLocation, parseTree, type JSONPath, type Node } from "jsonc-parser";

/** A place in a text, in UTF-16 code units. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where a refusal of the service points to. The API documents no field for that, but its words may name
 * a path: `reporting.reportTypes[0].id`, `/reporting/reportTypes/0`, or one key in quotes.
 * @returns undefined where the words name no place that the text has
 */
export function namedPlace(text: string, words: string): Place | undefined {
  const root = parseTree(text);
  if (!root) {
    return undefined;
  }
  for (const path of pathsIn(words)) {
    const node = nodeAt(root, path);
    if (node) {
      return { offset: node.offset, length: node.length };
    }
  }
  return undefined;
}

/** The longest path that exists: a missing property is shown where it is missing. */
function nodeAt(root: Node, path: JSONPath): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node && (length === path.length || length > 1)) {
      return node.parent?.type === "property" ? node.parent : node;
    }
  }
  return undefined;
}

function pathsIn(words: string): JSONPath[] {
  const dotted = words.match(/[\w$-]+(?:\.[\w$-]+|\[\d+\])+/g) ?? [];
  const slashed = words.match(/(?:\/[\w$~-]+)+/g) ?? [];
  const quoted = [...words.matchAll(/["'“‘`]([\w$-]+)["'”’`]/g)].map(([, key = ""]) => key);
  return [...dotted, ...slashed, ...quoted]
    .map((written) =>
      written
        .split(/[./[\]]+/)
        .filter(Boolean)
        .map(toSegment),
    )
    .map(withoutEnvelope)
    .filter((path) => path.length > 0);
}

function toSegment(written: string): string | number {
  return /^\d+$/.test(written) ? Number(written) : written;
}

/** The service may name a path from the request's root. */
function withoutEnvelope(path: JSONPath): JSONPath {
  const rest = path[0] === "configuration" ? path.slice(1) : path;
  return rest[0] === "configuration_json" ? rest.slice(1) : rest;
}
