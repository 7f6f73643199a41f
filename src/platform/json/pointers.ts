import { locateNearest, type JsonPath, type NearestLocated } from "./places";

/** How many times a text is looked through for segments that look like indexes and are keys. */
const mostRounds = 8;

/** The segments of a JSON Pointer (RFC 6901). */
export function parsePointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A path as a JSON Pointer, https://www.rfc-editor.org/rfc/rfc6901. */
export function jsonPointer(path: JsonPath): string {
  return path.map((key) => `/${pointerStep(key)}`).join("");
}

/** One step of a JSON Pointer. */
export function pointerStep(key: string | number): string {
  return typeof key === "number" ? String(key) : key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * Where the values at some JSON Pointers stand, or what is nearest around them.
 * @param json a text that `JSON.parse` accepts
 * @param pointers the segments of each
 * @returns in the order of the pointers
 */
export function locatePointers(
  json: string,
  pointers: readonly (readonly string[])[],
): NearestLocated[] {
  // A pointer does not tell an index from a key of digits: each is an index until the text has no such item.
  const paths: JsonPath[] = pointers.map((segments) => segments.map(asIndex));
  const located = locateNearest(json, paths);
  for (let round = 1; round < mostRounds; round++) {
    const wrong = paths.flatMap((path, index) => {
      const { missing = 0 } = located[index] ?? {};
      return typeof path[path.length - missing] === "number" ? index : [];
    });
    if (wrong.length === 0) {
      break;
    }
    for (const index of wrong) {
      const path = paths[index] ?? [];
      const at = path.length - (located[index]?.missing ?? 0);
      paths[index] = path.map((segment, place) => (place === at ? String(segment) : segment));
    }
    const again = locateNearest(
      json,
      wrong.map((index) => paths[index] ?? []),
    );
    wrong.forEach((index, place) => {
      located[index] = again[place] ?? { value: { offset: 0, length: 0 }, missing: 0 };
    });
  }
  return located;
}

function asIndex(segment: string): string | number {
  return /^(?:0|[1-9]\d{0,14})$/.test(segment) ? Number(segment) : segment;
}
