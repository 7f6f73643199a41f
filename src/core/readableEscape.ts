const slash = 0x2f;
const backslash = 0x5c;
const letterU = 0x75;

interface Reading {
  /** How many bytes were read. */
  readonly length: number;
  /** What to write in their place; undefined to leave them as they are. */
  readonly text?: string | undefined;
}

const oneByte: Reading = { length: 1 };
const twoBytes: Reading = { length: 2 };
const solidus: Reading = { length: 2, text: "/" };

/**
 * Reads the escape within a JSON string that begins at a backslash, or the character that begins at a byte
 * 0xE2, of which some are better escaped.
 * @param json UTF-8
 */
export function readEscape(json: Uint8Array, at: number): Reading {
  if (json[at] !== backslash) {
    return readLineEnd(json, at);
  }
  const next = json[at + 1];
  if (next === letterU) {
    return readUnicode(json, at);
  }
  return next === slash ? solidus : twoBytes;
}

/** VS Code takes U+2028 and U+2029 for line ends, and asks about them: they are spelled out. */
function readLineEnd(json: Uint8Array, at: number): Reading {
  const isLineEnd = json[at + 1] === 0x80 && (json[at + 2] === 0xa8 || json[at + 2] === 0xa9);
  return isLineEnd ? { length: 3, text: json[at + 2] === 0xa8 ? "\\u2028" : "\\u2029" } : oneByte;
}

function readUnicode(json: Uint8Array, at: number): Reading {
  const first = unit(json, at);
  const second = first >= 0xd800 && first <= 0xdbff ? unit(json, at + 6) : Number.NaN;
  const isPair = second >= 0xdc00 && second <= 0xdfff;
  const char = isPair ? String.fromCharCode(first, second) : String.fromCharCode(first);
  return { length: isPair ? 12 : 6, text: isPlain(char) ? char : undefined };
}

/** The code unit of the `\uXXXX` at a place; not a number when none stands there. */
function unit(json: Uint8Array, at: number): number {
  return json[at] === backslash && json[at + 1] === letterU
    ? Number.parseInt(String.fromCharCode(...json.subarray(at + 2, at + 6)), 16)
    : Number.NaN;
}

/** Not quote, backslash, control, lone surrogate, or anything else that could not be seen. */
function isPlain(char: string): boolean {
  return char === " " || isJoiner(char) || !/["\\\p{C}\p{Z}]/u.test(char);
}

/** Emoji and several scripts are misspelt without them. */
function isJoiner(char: string): boolean {
  return char === "\u200c" || char === "\u200d";
}
