import {
  closeBracket,
  openBrace,
  quote,
  readString,
  skipSeparator,
  skipSpace,
  skipString,
  skipValue,
} from "./scan";

/**
 * Cuts values out of JSON text without parsing them into JavaScript, which would change numbers,
 * drop duplicate keys and move integer-like keys to the front. Reads every character once, by its code:
 * answers of several megabytes pass through here while somebody waits for a document.
 */

/**
 * The text of the member at `path`, as it stands.
 * @param json a text that `JSON.parse` accepts
 * @returns undefined when an object on the way lacks the key, or is no object; of duplicate keys the
 * last counts, as it does for `JSON.parse`
 */
export function sliceMember(json: string, path: readonly string[]): string | undefined {
  return readValue(json, skipSpace(json, 0), path).found?.trim();
}

/**
 * The texts of the items of an array, as they stand.
 * @param json an array in a text that `JSON.parse` accepts
 */
export function sliceItems(json: string): string[] {
  const items: string[] = [];
  let at = skipSpace(json, skipSpace(json, 0) + 1);
  while (at < json.length && json.charCodeAt(at) !== closeBracket) {
    const end = skipValue(json, at);
    items.push(json.slice(at, end).trimEnd());
    at = skipSeparator(json, end);
  }
  return items;
}

interface Reading {
  /** Text of the member at the path. */
  readonly found?: string | undefined;
  /** Where the value ends that was read, white space behind it perhaps included. */
  readonly end: number;
}

/** Reads the value that begins at `start`, which has the wanted member at `path`. */
function readValue(json: string, start: number, path: readonly string[]): Reading {
  const [key, ...rest] = path;
  if (key !== undefined && json.charCodeAt(start) === openBrace) {
    return readObject(json, start, key, rest);
  }
  const end = skipValue(json, start);
  return { end, found: key === undefined ? json.slice(start, end) : undefined };
}

function readObject(
  json: string,
  objectStart: number,
  wanted: string,
  rest: readonly string[],
): Reading {
  let found: string | undefined;
  let at = skipSpace(json, objectStart + 1);
  while (json.charCodeAt(at) === quote) {
    const keyEnd = skipString(json, at);
    const isWanted = readString(json, at, keyEnd) === wanted;
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    if (isWanted) {
      ({ found, end: at } = readValue(json, start, rest));
    } else {
      at = skipValue(json, start);
    }
    at = skipSeparator(json, at);
  }
  return { found, end: at + 1 };
}
