import { backslash, letterU } from "./scan";

/**
 * Reads one character within a JSON string, escaped or as it is.
 * @param json UTF-8
 * @returns its code point and the number of bytes that spell it, as `codePointOf` and `lengthOf` give them: one
 * number for both, since an object for each character would take longer than all the rest. Half a surrogate pair
 * that is escaped is a character of its own.
 */
export function readCharacter(json: Uint8Array, at: number): number {
  const first = json[at]!;
  if (first !== backslash) {
    return readPlain(json, at, first);
  }
  const next = json[at + 1]!;
  if (next !== letterU) {
    return packed(shortEscapes[next] ?? next, 2);
  }
  const unit = readUnit(json, at);
  if (unit < 0xd800 || unit > 0xdbff) {
    return packed(unit, 6);
  }
  const low = json[at + 6] === backslash && json[at + 7] === letterU ? readUnit(json, at + 6) : 0;
  return low >= 0xdc00 && low <= 0xdfff
    ? packed((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000, 12)
    : packed(unit, 6);
}

/** The code point in what `readCharacter` gave. */
export function codePointOf(character: number): number {
  return character >> 4;
}

/** In bytes. @param character what `readCharacter` gave */
export function lengthOf(character: number): number {
  return character & 0xf;
}

/**
 * Writes a character in UTF-8.
 * @param codePoint no half of a surrogate pair
 * @returns the index after it
 */
export function writeCharacter(out: Uint8Array, start: number, codePoint: number): number {
  let at = start;
  if (codePoint < 0x80) {
    out[at++] = codePoint;
    return at;
  }
  if (codePoint < 0x800) {
    out[at++] = 0xc0 | (codePoint >> 6);
  } else {
    if (codePoint < 0x10000) {
      out[at++] = 0xe0 | (codePoint >> 12);
    } else {
      out[at++] = 0xf0 | (codePoint >> 18);
      out[at++] = 0x80 | ((codePoint >> 12) & 0x3f);
    }
    out[at++] = 0x80 | ((codePoint >> 6) & 0x3f);
  }
  out[at++] = 0x80 | (codePoint & 0x3f);
  return at;
}

/**
 * Writes the `\uXXXX` of a code unit that has four digits.
 * @returns the index after it
 */
export function writeEscaped(out: Uint8Array, start: number, unit: number): number {
  let at = start;
  out[at++] = backslash;
  out[at++] = letterU;
  for (const digit of unit.toString(16)) {
    out[at++] = digit.charCodeAt(0);
  }
  return at;
}

/** U+2028 and U+2029: VS Code takes them for line ends, and asks about them. */
export function isLineSeparator(codePoint: number): boolean {
  return codePoint === 0x2028 || codePoint === 0x2029;
}

/** A text has many escapes, but few characters. */
const known = new Map<number, boolean>();

/**
 * Whether people read a character better as it is than escaped, and it may stand so: not quote, backslash, control,
 * half a surrogate pair, or anything else that could not be seen.
 */
export function isReadable(codePoint: number): boolean {
  let answer = known.get(codePoint);
  if (answer === undefined) {
    const char = String.fromCodePoint(codePoint);
    answer = char === " " || isJoiner(char) || !/["\\\p{C}\p{Z}]/u.test(char);
    known.set(codePoint, answer);
  }
  return answer;
}

/** Emoji and several scripts are misspelt without them. */
function isJoiner(char: string): boolean {
  return char === "\u200c" || char === "\u200d";
}

/** The characters that a letter stands for behind a backslash; any other stands for itself. */
const shortEscapes: Readonly<Record<number, number>> = {
  0x62: 0x08,
  0x66: 0x0c,
  0x6e: 0x0a,
  0x72: 0x0d,
  0x74: 0x09,
};

function packed(codePoint: number, length: number): number {
  return (codePoint << 4) | length;
}

function readPlain(json: Uint8Array, at: number, first: number): number {
  if (first < 0x80) {
    return packed(first, 1);
  }
  const second = json[at + 1]! & 0x3f;
  if (first < 0xe0) {
    return packed(((first & 0x1f) << 6) | second, 2);
  }
  const third = json[at + 2]! & 0x3f;
  return first < 0xf0
    ? packed(((first & 0x0f) << 12) | (second << 6) | third, 3)
    : packed(((first & 0x07) << 18) | (second << 12) | (third << 6) | (json[at + 3]! & 0x3f), 4);
}

/** The code unit of the `\uXXXX` at a place. */
function readUnit(json: Uint8Array, at: number): number {
  let value = 0;
  for (let digit = at + 2; digit < at + 6; digit++) {
    const byte = json[digit]!;
    value = value * 16 + (byte < 0x3a ? byte - 0x30 : (byte | 0x20) - 0x57);
  }
  return value;
}
