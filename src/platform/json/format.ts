import { encodeJson } from "./wellFormedJson";
import { codePointOf, lengthOf, readCharacter, writeCharacter } from "./escapes";
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
  return new Layout(encodeJson(json)).lay();
}

class Layout {
  private out: Uint8Array;
  private at = 0;
  private length = 0;
  private depth = 0;

  constructor(private readonly json: Uint8Array) {
    this.out = new Uint8Array(2 * json.length + around);
  }

  lay(): Uint8Array {
    const { json } = this;
    while (this.at < json.length) {
      this.token(json[this.at]!);
    }
    this.put(lineFeed);
    // A view would take the spare room along, wherever the editor sends it.
    return this.out.slice(0, this.length);
  }

  private token(byte: number): void {
    switch (byte) {
      case quote:
        this.string();
        return;
      case openBrace:
      case openBracket:
        this.open(byte);
        return;
      case closeBrace:
      case closeBracket:
        this.newLine(--this.depth);
        this.put(byte);
        break;
      case comma:
        this.put(comma);
        this.newLine(this.depth);
        break;
      case colon:
        this.put(colon);
        this.put(space);
        break;
      default:
        if (!isSpace(byte)) {
          this.put(byte); // of a number, or of true, false or null
        }
    }
    this.at++;
  }

  private open(bracket: number): void {
    const { json } = this;
    do {
      this.at++;
    } while (isSpace(json[this.at]));
    const next = json[this.at];
    this.put(bracket);
    if (next === closeBrace || next === closeBracket) {
      this.put(next);
      this.at++;
    } else {
      this.newLine(++this.depth);
    }
  }

  /** Writes a string escaped only where that is needed or helps the reader. */
  private string(): void {
    const { json, out } = this;
    let { at, length } = this;
    out[length++] = quote;
    for (at++; at < json.length;) {
      const byte = json[at]!;
      if (byte === backslash || byte === 0xe2) {
        const character = readCharacter(json, at);
        const end = at + lengthOf(character);
        const isEscaped = byte === backslash;
        if (isEscaped && isReadable(codePointOf(character), json[at + 1]!)) {
          length = writeCharacter(out, length, codePointOf(character));
        } else if (!isEscaped && isLineEnd(codePointOf(character))) {
          length = writeEscaped(out, length, codePointOf(character));
        } else {
          for (; at < end; at++) {
            out[length++] = json[at]!;
          }
        }
        at = end;
      } else {
        out[length++] = byte;
        at++;
        if (byte === quote) {
          break;
        }
      }
    }
    this.at = at;
    this.length = length;
  }

  private put(byte: number): void {
    this.out[this.length++] = byte;
  }

  private newLine(depth: number): void {
    this.reserve();
    const { out } = this;
    let { length } = this;
    out[length++] = lineFeed;
    for (const end = length + 2 * Math.min(depth, deepestIndent); length < end;) {
      out[length++] = space;
    }
    this.length = length;
  }

  /** Makes room for a line's beginning, and twice for what is left to read: no byte becomes more than two elsewhere. */
  private reserve(): void {
    const needed = this.length + around + 2 * (this.json.length - this.at);
    if (needed > this.out.length) {
      const wider = new Uint8Array(2 * needed);
      wider.set(this.out.subarray(0, this.length));
      this.out = wider;
    }
  }
}

/** VS Code takes them for line ends, and asks about them. */
function isLineEnd(codePoint: number): boolean {
  return codePoint === 0x2028 || codePoint === 0x2029;
}

/** Writes the `\uXXXX` of one of the two line ends. */
function writeEscaped(out: Uint8Array, start: number, codePoint: number): number {
  let at = start;
  out[at++] = backslash;
  out[at++] = letterU;
  for (const digit of codePoint.toString(16)) {
    out[at++] = digit.charCodeAt(0);
  }
  return at;
}

/** Whether an escaped character may stand as it is. @param letter behind the backslash */
function isReadable(codePoint: number, letter: number): boolean {
  return letter === letterU ? isPlain(codePoint) : letter === slash;
}

/** A text has many escapes, but few characters. */
const known = new Map<number, boolean>();

/** Not quote, backslash, control, lone surrogate, or anything else that could not be seen. */
function isPlain(codePoint: number): boolean {
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
