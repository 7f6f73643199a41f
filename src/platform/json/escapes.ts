const slash = 0x2f;
const backslash = 0x5c;
const letterU = 0x75;

interface Reading {
  /** How many bytes were read. */
  readonly length: number;
  /** UTF-8 of what to write in their place; undefined to leave them as they are. */
  readonly shown?: Uint8Array | undefined;
}

const encoder = new TextEncoder();
const oneByte: Reading = { length: 1 };
const twoBytes: Reading = { length: 2 };
const solidus: Reading = { length: 2, shown: encoder.encode("/") };

/** VS Code takes them for line ends, and asks about them: they are spelled out. */
const lineSeparator: Reading = { length: 3, shown: encoder.encode("\\u2028") };
const paragraphSeparator: Reading = { length: 3, shown: encoder.encode("\\u2029") };

/**
 * Reads the escape within a JSON string that begins at a backslash, or the character that begins at a byte
 * 0xE2, of which some are better escaped.
 * @param json UTF-8
 */
export function readEscape(json: Uint8Array, at: number): Reading {
  const next = json[at + 1];
  if (json[at] !== backslash) {
    return next === 0x80 ? readLineEnd(json[at + 2]) : oneByte;
  }
  if (next === letterU) {
    return readUnicode(json, at);
  }
  return next === slash ? solidus : twoBytes;
}

function readLineEnd(lastByte: number | undefined): Reading {
  if (lastByte === 0xa8) {
    return lineSeparator;
  }
  return lastByte === 0xa9 ? paragraphSeparator : oneByte;
}

function readUnicode(json: Uint8Array, at: number): Reading {
  const first = unit(json, at);
  const second = first >= 0xd800 && first <= 0xdbff ? unit(json, at + 6) : Number.NaN;
  const isPair = second >= 0xdc00 && second <= 0xdfff;
  return isPair
    ? { length: 12, shown: plainText((first - 0xd800) * 0x400 + (second - 0xdc00) + 0x10000) }
    : { length: 6, shown: plainText(first) };
}

/** The code unit of the `\uXXXX` at a place; not a number when none stands there. */
function unit(json: Uint8Array, at: number): number {
  if (json[at] !== backslash || json[at + 1] !== letterU) {
    return Number.NaN;
  }
  let value = 0;
  for (let digit = at + 2; digit < at + 6; digit++) {
    const byte = json[digit] ?? 0;
    value = value * 16 + (byte < 0x3a ? byte - 0x30 : (byte | 0x20) - 0x57);
  }
  return value;
}

/** A text has many escapes, but few characters. */
const known = new Map<number, Uint8Array | undefined>();

/** UTF-8 of a code point that may stand as it is; undefined for one that stays escaped. */
function plainText(codePoint: number): Uint8Array | undefined {
  if (!known.has(codePoint)) {
    const char = String.fromCodePoint(codePoint);
    known.set(codePoint, isPlain(char) ? encoder.encode(char) : undefined);
  }
  return known.get(codePoint);
}

/** Not quote, backslash, control, lone surrogate, or anything else that could not be seen. */
function isPlain(char: string): boolean {
  return char === " " || isJoiner(char) || !/["\\\p{C}\p{Z}]/u.test(char);
}

/** Emoji and several scripts are misspelt without them. */
function isJoiner(char: string): boolean {
  return char === "\u200c" || char === "\u200d";
}
