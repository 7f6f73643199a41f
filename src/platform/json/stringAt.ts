import {
  backslash,
  carriageReturn,
  colon,
  isSpace,
  lineFeed,
  quote,
  skipSpace,
  type Place,
} from "./scan";

/** The string around a position. */
export interface StringAt {
  /** What stands between the quotes. */
  readonly inner: Place;
  /** False while its closing quote is not typed yet: it ends with its line. */
  readonly isClosed: boolean;
  /** Whether it is the key of a member. */
  readonly isKey: boolean;
}

/** Keys of a configuration are shorter; a longer one is none that anybody asks for. */
const longestKey = 200;

/**
 * The string that has a position between its quotes. The text need not be JSON: no string goes over the end of its
 * line, so that nothing before that line counts.
 * @param offset in UTF-16 code units
 * @returns undefined outside of strings
 */
export function stringAt(text: string, offset: number): StringAt | undefined {
  let at = lineStart(text, offset);
  while (at < offset) {
    const open = text.indexOf('"', at);
    if (open < 0 || open >= offset) {
      return undefined;
    }
    const end = stringEnd(text, open + 1);
    if (offset <= end) {
      const isClosed = text.charCodeAt(end) === quote;
      const isKey = isClosed && text.charCodeAt(skipSpace(text, end + 1)) === colon;
      return { inner: { offset: open + 1, length: end - open - 1 }, isClosed, isKey };
    }
    at = end + 1;
  }
  return undefined;
}

/** The key of the member whose value is a string; undefined for an item of a list, and for a key. */
export function keyOfString(text: string, { inner }: StringAt): string | undefined {
  const beforeColon = spaceBefore(text, inner.offset - 1);
  if (text.charCodeAt(beforeColon - 1) !== colon) {
    return undefined;
  }
  const close = spaceBefore(text, beforeColon - 1) - 1;
  const open = text.lastIndexOf('"', close - 1);
  return text.charCodeAt(close) === quote && open >= 0 && close - open <= longestKey
    ? text.slice(open + 1, close)
    : undefined;
}

/** The index of the first character of the white space that ends before `at`. */
function spaceBefore(text: string, at: number): number {
  let before = at;
  while (before > 0 && isSpace(text.charCodeAt(before - 1))) {
    before--;
  }
  return before;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

/** The index of the closing quote, or of the end of the line. */
function stringEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote || isLineEnd(code)) {
      return at;
    }
    at += code === backslash && !isLineEnd(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return text.length;
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}
