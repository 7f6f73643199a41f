import { locateNearest, type JsonPath, type Located, type Place } from "./places";

/** Longer than any message that a person would read. UTF-16 code units. */
const maxLength = 5000;

/**
 * Where a refusal of the service points to. The API documents no field for that, but its message may name
 * a path: `reporting.reportTypes[0].id`, `/reporting/reportTypes/0`, or one key in quotes.
 * @param json a text that `JSON.parse` accepts
 * @returns the member or the item; undefined where the message names none that the text has
 */
export function placeInMessage(json: string, message: string): Place | undefined {
  const paths = pathsIn(message.slice(0, maxLength));
  for (const [index, located] of locateNearest(json, paths).entries()) {
    // Of a path the longest part that exists: a missing member is shown where it is missing.
    const length = (paths[index]?.length ?? 0) - located.missing;
    if (length > 0 && (located.missing === 0 || length > 1)) {
      return wholeOf(located);
    }
  }
  return undefined;
}

function wholeOf({ key, value }: Located): Place {
  const offset = key?.offset ?? value.offset;
  return { offset, length: value.offset + value.length - offset };
}

function pathsIn(message: string): JsonPath[] {
  const dotted = message.match(/(?<![\w$-])[\w$-]+(?:\.[\w$-]+|\[\d+\])+/g) ?? [];
  const slashed = message.match(/(?:\/[\w$~-]+)+/g) ?? [];
  const quoted = [...message.matchAll(/["'“‘`]([\w$-]+)["'”’`]/g)].map(([, key = ""]) => key);
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
function withoutEnvelope(path: JsonPath): JsonPath {
  const rest = path[0] === "configuration" ? path.slice(1) : path;
  return rest[0] === "configuration_json" ? rest.slice(1) : rest;
}
