import assert from "node:assert/strict";

/** Lengths in UTF-16 code units, and many times what they take in milliseconds: the first one too long ends it. */
const sizes = [
  [20_000, 1000],
  [100_000, 2000],
  [1_000_000, 6000],
] as const;

/**
 * Asserts that some work takes time in proportion to the length of its text. Counts the time of this process
 * alone, so that it does not matter what else the machine does.
 * @param textOf makes a text of about a length, the worst that the work can meet
 */
export function assertLinear(work: (text: string) => unknown, textOf: (length: number) => string) {
  for (const [length, longest] of sizes) {
    const text = textOf(length);
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    assert.ok(took < longest, `${length} characters took ${took} ms`);
  }
}

/** A text of about a length that says the same again and again. */
export function repeated(part: string): (length: number) => string {
  return (length) => part.repeat(Math.ceil(length / part.length));
}

/** As `repeated`, between two other texts. */
export function between(before: string, part: string, after = ""): (length: number) => string {
  return (length) => before + repeated(part)(length) + after;
}

/** One thing in another, as deep as a length allows. */
export function nested(open: string, inner: string, close: string): (length: number) => string {
  return (length) => {
    const depth = Math.ceil(length / (open.length + close.length));
    return open.repeat(depth) + inner + close.repeat(depth);
  };
}

/** Items with their numbers, up to about a length. */
export function numbered(part: (n: number) => string, separator: string) {
  return (length: number) => {
    const count = Math.ceil(length / (part(0).length + 6));
    return Array.from({ length: count }, (_, n) => part(n)).join(separator);
  };
}

/** A list of numbered items, or what else stands between two brackets. */
export function list(part: (n: number) => string, open = "[", close = "]") {
  const items = numbered(part, ",");
  return (length: number) => open + items(length) + close;
}
