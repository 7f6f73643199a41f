/**
 * Cuts values out of JSON text without parsing them into JavaScript, which would change numbers,
 * drop duplicate keys and move integer-like keys to the front. Reads every character once, by its code:
 * answers of several megabytes pass through here while somebody waits for a document.
 */

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * The text of the member at `path`, as it stands.
 * @param json a text that `JSON.parse` accepts
 * @returns undefined when an object on the way lacks the key, or is no object; of duplicate keys the
 * last counts, as it does for `JSON.parse`
 */
export function sliceMember(json: string, path: readonly string[]): string | undefined {
  return readValue(json, skipSpace(json, 0), path).found?.trim();
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
    const isWanted = JSON.parse(json.slice(at, keyEnd)) === wanted;
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    if (isWanted) {
      ({ found, end: at } = readValue(json, start, rest));
    } else {
      at = skipValue(json, start);
    }
    at = skipSpace(json, at);
    at = json.charCodeAt(at) === comma ? skipSpace(json, at + 1) : at;
  }
  return { found, end: at + 1 };
}

/** The index after white space that begins at `at`. */
function skipSpace(json: string, at: number): number {
  let code = json.charCodeAt(at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    code = json.charCodeAt(++at);
  }
  return at;
}

/** The index after the string whose opening quote stands at `at`. */
function skipString(json: string, at: number): number {
  for (let index = at + 1; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === quote) {
      return index + 1;
    }
    if (code === backslash) {
      index++;
    }
  }
  return json.length;
}

/** The index after the value that begins at `at`, or after the white space behind it. */
function skipValue(json: string, at: number): number {
  let depth = 0;
  for (let index = at; index < json.length; index++) {
    switch (json.charCodeAt(index)) {
      case quote:
        index = skipString(json, index) - 1;
        if (depth === 0) {
          return index + 1;
        }
        break;
      case openBrace:
      case openBracket:
        depth++;
        break;
      case closeBrace:
      case closeBracket:
        if (depth === 0) {
          return index;
        }
        if (--depth === 0) {
          return index + 1;
        }
        break;
      case comma:
        if (depth === 0) {
          return index;
        }
        break;
      default:
    }
  }
  return json.length;
}
