/**
 * Cuts values out of JSON text without parsing them into JavaScript, which would change numbers,
 * drop duplicate keys and move integer-like keys to the front.
 */

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
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
  let start = skipSpace(json, 0);
  let end = json.length;
  for (const key of path) {
    const member = findMember(json, start, key);
    if (!member) {
      return undefined;
    }
    ({ start, end } = member);
  }
  return json.slice(start, end).trim();
}

function findMember(json: string, objectStart: number, wanted: string) {
  if (json.charCodeAt(objectStart) !== openBrace) {
    return undefined;
  }
  let found: { start: number; end: number } | undefined;
  let at = skipSpace(json, objectStart + 1);
  while (json.charCodeAt(at) === quote) {
    const keyEnd = skipString(json, at);
    const isWanted = JSON.parse(json.slice(at, keyEnd)) === wanted;
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = skipValue(json, start);
    if (isWanted) {
      found = { start, end };
    }
    at = skipSpace(json, end);
    at = json.charCodeAt(at) === comma ? skipSpace(json, at + 1) : at;
  }
  return found;
}

/** The index after white space that begins at `at`. */
export function skipSpace(json: string, at: number): number {
  let code = json.charCodeAt(at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    code = json.charCodeAt(++at);
  }
  return at;
}

/** The index after the string whose opening quote stands at `at`. */
export function skipString(json: string, at: number): number {
  let end = json.indexOf('"', at + 1);
  while (isEscaped(json, end)) {
    end = json.indexOf('"', end + 1);
  }
  return end === -1 ? json.length : end + 1;
}

function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json[before] === "\\") {
    before--;
  }
  return (at - before) % 2 === 0;
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
