import { readEscape } from "./escapes";

/** Deeper levels are not indented further: a line's indentation would outgrow its content. */
const deepestIndent = 100;

/** What one token may add beside its own bytes: a line end, the indentation, a colon or a bracket. */
const around = 2 * deepestIndent + 4;

const space = 0x20;
const lineFeed = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Lays out a configuration for reading: two spaces, one member a line. Tokens keep their order and
 * their spelling, but for string escapes: the service may send `\/` and `\u00e9`, people read `/` and `é`.
 * @param json a text that `JSON.parse` accepts
 * @returns UTF-8. The editor wants bytes, and several megabytes of them are laid out many times faster
 * than text that is put together from its tokens.
 */
export function formatConfiguration(json: string): Uint8Array {
  return new Layout(new TextEncoder().encode(json)).lay();
}

class Layout {
  private out: Uint8Array;
  private length = 0;
  private depth = 0;

  constructor(private readonly json: Uint8Array) {
    this.out = new Uint8Array(2 * json.length + around);
  }

  lay(): Uint8Array {
    const { json } = this;
    let at = 0;
    while (at < json.length) {
      this.reserve(around);
      at = this.token(json[at]!, at);
    }
    this.put(lineFeed);
    // A view would take the spare room along, wherever the editor sends it.
    return this.out.slice(0, this.length);
  }

  /** @returns where the next token or white space begins */
  private token(byte: number, at: number): number {
    switch (byte) {
      case space:
      case lineFeed:
      case 0x0d:
      case 0x09:
        break;
      case quote:
        return this.string(at);
      case openBrace:
      case openBracket:
        return this.open(byte, at);
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
        this.put(byte); // of a number, or of true, false or null
    }
    return at + 1;
  }

  private open(bracket: number, at: number): number {
    let next = at + 1;
    while (isSpace(this.json[next])) {
      next++;
    }
    const byte = this.json[next];
    this.put(bracket);
    if (byte === closeBrace || byte === closeBracket) {
      this.put(byte);
      return next + 1;
    }
    this.newLine(++this.depth);
    return next;
  }

  private string(start: number): number {
    const { json } = this;
    let end = start + 1;
    let isPlain = true;
    for (let byte = json[end]; byte !== quote && end < json.length; byte = json[++end]) {
      if (byte === backslash) {
        isPlain = false;
        end++;
      } else if (byte === 0xe2) {
        isPlain = false; // U+2028 and U+2029 begin so
      }
    }
    end++;
    this.reserve(2 * (end - start) + around);
    if (isPlain) {
      this.copy(start, end);
    } else {
      this.readable(start, end);
    }
    return end;
  }

  /** Writes a string escaped only where that is needed or helps the reader. */
  private readable(start: number, end: number): void {
    let copied = start;
    for (let at = start; at < end;) {
      const byte = this.json[at];
      if (byte !== backslash && byte !== 0xe2) {
        at++;
        continue;
      }
      const { length, shown } = readEscape(this.json, at);
      if (shown) {
        this.copy(copied, at);
        for (const part of shown) {
          this.put(part);
        }
        copied = at + length;
      }
      at += length;
    }
    this.copy(copied, end);
  }

  private copy(start: number, end: number): void {
    const { json, out } = this;
    let { length } = this;
    for (let at = start; at < end; at++) {
      out[length++] = json[at]!;
    }
    this.length = length;
  }

  private put(byte: number): void {
    this.out[this.length++] = byte;
  }

  private newLine(depth: number): void {
    const { out } = this;
    let { length } = this;
    out[length++] = lineFeed;
    for (const end = length + 2 * Math.min(depth, deepestIndent); length < end;) {
      out[length++] = space;
    }
    this.length = length;
  }

  private reserve(more: number): void {
    if (this.length + more > this.out.length) {
      const wider = new Uint8Array(2 * (this.length + more));
      wider.set(this.out.subarray(0, this.length));
      this.out = wider;
    }
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === space || byte === lineFeed || byte === 0x0d || byte === 0x09;
}
