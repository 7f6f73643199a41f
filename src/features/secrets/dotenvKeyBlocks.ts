import type { DotenvDoubt } from "./dotenvDoubts";

/** A PEM block, for example a private key, that stands in an `.env` file without quotes. */
export interface KeyBlock {
  /** Its lines without white space around them; only the first one where it has no end. */
  readonly value: string;
  readonly doubt: DotenvDoubt;
  /** Where it ends in the file. */
  readonly end: number;
}

/** Longer ones are none. */
const longest = 100_000;

const firstLine = /["'`]?(-----BEGIN [^\n-]{1,60}-----)[^\S\n]*(?:\n|$)/y;

/** The lines between: none that begins another block, or ends one. */
const body = /(?:[^\n-]*(?:-(?!----)[^\n-]*)*\n)*/y;

const finish = /[^\S\n]*-----END [^\n-]{1,60}-----/y;

/** The PEM block of several lines that begins at a place, behind an opening quote at most; undefined where none does. */
export function keyBlockAt(text: string, at: number): KeyBlock | undefined {
  const first = match(firstLine, text, at);
  if (!first) {
    return undefined;
  }
  const start = at + first[0].length;
  const lines = match(body, text, start)?.[0] ?? "";
  const last = lines.length < longest ? match(finish, text, start + lines.length)?.[0] : undefined;
  if (last === undefined) {
    return {
      value: first[1] ?? "",
      doubt: "noEnd",
      end: readBase64Lines(text, start),
    };
  }
  const all = [first[1] ?? "", ...lines.split("\n").slice(0, -1), last];
  return {
    value: all.map((line) => line.trim()).join("\n"),
    doubt: "block",
    end: start + lines.length + last.length,
  };
}

/** Shorter values in base64 are words like any other. */
const shortestBase64 = 32;

/** Whether a value looks like a line of a key. */
export function isBase64(value: string): boolean {
  return value.length >= shortestBase64 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

/**
 * Where the lines end that look like those of a key's body, its headers among them.
 * @param at where a line begins
 * @returns `at` where none does
 */
export function readBase64Lines(text: string, at: number): number {
  const lines =
    /(?:[^\S\n]*(?:[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9+/]+==|Proc-Type: [^\n]*|DEK-Info: [^\n]*)?[^\S\n]*(?:\n|$))*/y;
  const found = match(lines, text, at)?.[0] ?? "";
  return at + found.trimEnd().length;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
