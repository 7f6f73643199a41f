/**
 * Steps through JSON text by the codes of its characters. Nothing here checks the text: it must be one that
 * `JSON.parse` accepts.
 *
 * The codes are those of UTF-16 and, since all of them are ASCII, of UTF-8 as well.
 */

const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const quote = 0x22;
export const comma = 0x2c;
export const slash = 0x2f;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const letterU = 0x75;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** Whether a code is one of the four characters that JSON has for white space. */
export function isSpace(code: number | undefined): boolean {
  return code === space || code === lineFeed || code === carriageReturn || code === tab;
}

/** The index after white space that begins at `at`. */
export function skipSpace(json: string, at: number): number {
  let next = at;
  while (isSpace(json.charCodeAt(next))) {
    next++;
  }
  return next;
}

/** The index after the string whose opening quote stands at `at`. */
export function skipString(json: string, at: number): number {
  // The engine's own search passes over the characters much faster than a loop here does.
  for (let close = json.indexOf('"', at + 1); close >= 0; close = json.indexOf('"', close + 1)) {
    if (json.charCodeAt(close - 1) !== backslash || !isEscaped(json, close, at)) {
      return close + 1;
    }
  }
  return json.length;
}

/** Whether an odd number of backslashes stands between the string's opening quote and a place in it. */
function isEscaped(json: string, at: number, open: number): boolean {
  let first = at;
  while (first - 1 > open && json.charCodeAt(first - 1) === backslash) {
    first--;
  }
  return (at - first) % 2 === 1;
}

/**
 * The index after the value that begins at `at`, or after the white space behind it.
 * @param openParts how many objects and arrays that are open at `at` are to be left, too
 */
export function skipValue(json: string, at: number, openParts = 0): number {
  let depth = openParts;
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

/** Whether the value that begins at `at` is an object or an array. */
export function hasParts(json: string, at: number): boolean {
  const code = json.charCodeAt(at);
  return code === openBrace || code === openBracket;
}

/** A stretch of a text, in UTF-16 code units. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** A member of an object, or an item of an array. */
export interface Part {
  /** The key, or the index. */
  readonly name: string | number;
  /** Where the key stands, with its quotes; undefined in an array. */
  readonly key?: Place | undefined;
  /** Where the value begins. */
  readonly start: number;
}

/**
 * Goes through the members of an object, or the items of an array.
 * @param start where its bracket stands
 * @param visit gets each of them, and gives the index after its value
 * @returns the index after the closing bracket
 */
export function forEachPart(json: string, start: number, visit: (part: Part) => number): number {
  const isObject = json.charCodeAt(start) === openBrace;
  const close = isObject ? closeBrace : closeBracket;
  let at = skipSpace(json, start + 1);
  for (let index = 0; json.charCodeAt(at) !== close && at < json.length; index++) {
    if (isObject) {
      const offset = at;
      const keyEnd = skipString(json, at);
      const name = readString(json, offset, keyEnd);
      at = skipSpace(json, skipSpace(json, keyEnd) + 1);
      at = visit({ name, key: { offset, length: keyEnd - offset }, start: at });
    } else {
      at = visit({ name: index, start: at });
    }
    at = skipSeparator(json, at);
  }
  return at + 1;
}

/** What a string says. @param end the index after its closing quote, as `skipString` gives it */
export function readString(json: string, start: number, end: number): string {
  const inner = json.slice(start + 1, end - 1);
  return inner.includes("\\") ? String(JSON.parse(json.slice(start, end))) : inner;
}

/** The index of the next part's beginning, or of the closing bracket. @param at behind a part's value */
export function skipSeparator(json: string, at: number): number {
  const next = skipSpace(json, at);
  return json.charCodeAt(next) === comma ? skipSpace(json, next + 1) : next;
}
