import { encodeJson } from "./wellFormedJson";
import {
  codePointOf,
  lengthOf,
  readCharacter,
  writeCharacter,
  isLineSeparator,
  isReadable,
  writeEscaped,
} from "./escapes";
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  isSpace,
  letterU,
  lineFeed,
  openBrace,
  openBracket,
  quote,
  slash,
  space,
} from "./scan";

/** Deeper levels are not indented further: a line's indentation would outgrow its content. */
const deepestIndent = 100;

/** What one token may add beside its own bytes: a line end, the indentation, a bracket. */
const around = 2 * deepestIndent + 4;

/**
 * Lays out a configuration for reading: two spaces, one member a line. Tokens keep their order and
 * their spelling, but for string escapes: the service may send `\/` and `\u00e9`, people read `/` and `é`.
 * @param json a text that `JSON.parse` accepts
 * @returns UTF-8. The editor wants bytes, and several megabytes of them are laid out many times faster
 * than text that is put together from its tokens.
 */
export function formatConfiguration(json: string): Uint8Array {
  const source = encodeJson(json);
  let out: Uint8Array = new Uint8Array(2 * source.length + around);
  let at = 0;
  let length = 0;
  let depth = 0;
  const position: Position = { at, length };
  while (at < source.length) {
    const byte = source[at++]!;
    let isLineEnd = false;
    switch (byte) {
      case quote:
        position.at = at;
        position.length = length;
        writeString(source, out, position);
        ({ at, length } = position);
        break;
      case openBrace:
      case openBracket:
        out[length++] = byte;
        while (isSpace(source[at])) {
          at++;
        }
        if (source[at] === closeBrace || source[at] === closeBracket) {
          out[length++] = source[at++]!;
        } else {
          depth++;
          isLineEnd = true;
        }
        break;
      case closeBrace:
      case closeBracket:
        depth--;
        at--; // it stands on the next line
        isLineEnd = true;
        break;
      case comma:
        out[length++] = comma;
        isLineEnd = true;
        break;
      case colon:
        out[length++] = colon;
        out[length++] = space;
        break;
      default:
        if (!isSpace(byte)) {
          out[length++] = byte; // of a number, or of true, false or null
        }
    }
    if (isLineEnd) {
      out = withRoom(out, length, around + 2 * (source.length - at));
      length = writeLineEnd(out, length, depth);
      if (byte === closeBrace || byte === closeBracket) {
        out[length++] = source[at++]!;
      }
    }
  }
  out[length++] = lineFeed;
  // A view would take the spare room along, wherever the editor sends it.
  return out.slice(0, length);
}

/**
 * 1 for the bytes of a string that are written as they are, wherever they stand: not for those that end it, escape
 * something, or begin U+2028 and U+2029.
 */
const isPlainByte = new Uint8Array(256).fill(1);
for (const byte of [quote, backslash, 0xe2]) {
  isPlainByte[byte] = 0;
}

/** What has been read, and what has been written. Bytes. */
interface Position {
  at: number;
  length: number;
}

/** Writes a string whose opening quote was read, and moves the position behind it. */
function writeString(source: Uint8Array, out: Uint8Array, position: Position): void {
  let { at, length } = position;
  out[length++] = quote;
  while (at < source.length) {
    let byte = source[at++]!;
    while (isPlainByte[byte] === 1) {
      out[length++] = byte;
      byte = source[at++]!;
    }
    if (byte === quote) {
      out[length++] = quote;
      break;
    }
    if (byte === backslash && source[at] !== letterU) {
      if (source[at] !== slash) {
        out[length++] = backslash;
      }
      out[length++] = source[at++]!;
    } else {
      const character = readCharacter(source, at - 1);
      length = writeReadable(source, at - 1, character, out, length);
      at += lengthOf(character) - 1;
    }
  }
  position.at = at;
  position.length = length;
}

/** Room for the next line's beginning, and twice for what is left to read: no byte becomes more than two elsewhere. */
function withRoom(out: Uint8Array, length: number, more: number): Uint8Array {
  if (length + more <= out.length) {
    return out;
  }
  const wider = new Uint8Array(2 * (length + more));
  wider.set(out.subarray(0, length));
  return wider;
}

function writeLineEnd(out: Uint8Array, start: number, depth: number): number {
  let length = start;
  out[length++] = lineFeed;
  for (const end = length + 2 * Math.min(depth, deepestIndent); length < end;) {
    out[length++] = space;
  }
  return length;
}

/**
 * Writes a character of a string: escaped with its code or as it is, whichever is needed or helps the reader.
 * @param character what `readCharacter` read at `at`
 * @returns the index after it
 */
function writeReadable(
  source: Uint8Array,
  at: number,
  character: number,
  out: Uint8Array,
  start: number,
): number {
  const codePoint = codePointOf(character);
  const isEscaped = source[at] === backslash;
  if (isEscaped && isReadable(codePoint)) {
    return writeCharacter(out, start, codePoint);
  }
  if (!isEscaped && isLineSeparator(codePoint)) {
    return writeEscaped(out, start, codePoint);
  }
  const end = at + lengthOf(character);
  let length = start;
  for (let next = at; next < end; next++) {
    out[length++] = source[next]!;
  }
  return length;
}
