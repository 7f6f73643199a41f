import { cellText, compareTexts, isEmptyCell, numberIn, timeIn } from "./cells";
import type { Cell } from "./runResult";

/** What a column's values are, all of them. */
export type ColumnKind = "empty" | "number" | "time" | "text";

/** What a column has in it, at a glance. */
export interface ColumnProfile {
  readonly kind: ColumnKind;
  readonly empty: number;
  /** How many different values, empty ones not counted. */
  readonly distinct: number;
  /** First and last of the values in their order; undefined where all are empty. */
  readonly smallest?: string;
  readonly largest?: string;
  /** How the values are spread: by value for numbers, by time for dates; of texts the most frequent. */
  readonly bars: readonly Bar[];
}

/** A bar of a column's chart. */
export interface Bar {
  /** The values that it stands for. */
  readonly label: string;
  readonly count: number;
}

const spans = 20;
const mostFrequent = 12;
const longestLabel = 60;

/** The profile of a column. Time in proportion to the length of its texts, however many rows there are. */
export function profileColumn(cells: readonly Cell[]): ColumnProfile {
  const counts = new Map<string, number>();
  let empty = 0;
  for (const cell of cells) {
    if (isEmptyCell(cell)) {
      empty++;
    } else {
      const text = cellText(cell);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  if (counts.size === 0) {
    return { kind: "empty", empty, distinct: 0, bars: [] };
  }
  const texts = [...counts.keys()];
  const smallest = texts.reduce((best, text) => (compareTexts(text, best) < 0 ? text : best));
  const largest = texts.reduce((best, text) => (compareTexts(text, best) > 0 ? text : best));
  const common = { empty, distinct: counts.size, smallest, largest };
  const numbers = valuesOf(texts, numberIn);
  if (numbers) {
    return { kind: "number", ...common, bars: spread(counts, numbers, numberLabel) };
  }
  const times = valuesOf(texts, timeIn);
  if (times) {
    return { kind: "time", ...common, bars: spread(counts, times, timeLabel) };
  }
  return { kind: "text", ...common, bars: frequent(counts) };
}

/** The value of every text, in their order; undefined where one has none. */
function valuesOf(
  texts: readonly string[],
  read: (text: string) => number | undefined,
): Float64Array | undefined {
  const values = new Float64Array(texts.length);
  for (const [index, text] of texts.entries()) {
    const value = read(text);
    if (value === undefined) {
      return undefined;
    }
    values[index] = value;
  }
  return values;
}

/** @param values of the texts that are counted, in their order */
function spread(
  counts: ReadonlyMap<string, number>,
  values: Float64Array,
  labelOf: (from: number, to: number) => string,
): Bar[] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  // Halves, since the whole may be more than a number can be.
  const width = (to / 2 - from / 2) / spans;
  const bins: number[] = Array.from({ length: width > 0 ? spans : 1 }, () => 0);
  let index = 0;
  for (const count of counts.values()) {
    const value = values[index++] ?? from;
    const bin = width > 0 ? Math.floor((value / 2 - from / 2) / width) : 0;
    const at = Math.min(bin, bins.length - 1);
    bins[at] = (bins[at] ?? 0) + count;
  }
  return bins.map((count, bin) => {
    const start = from + 2 * width * bin;
    return { label: labelOf(start, bin === bins.length - 1 ? to : start + 2 * width), count };
  });
}

function numberLabel(from: number, to: number): string {
  const [first, last] = [from, to].map((value) => String(Number(value.toPrecision(6))));
  return from === to ? `${first}` : `${first} – ${last}`;
}

function timeLabel(from: number, to: number): string {
  const [first, last] = [from, to].map((time) => new Date(time).toISOString().slice(0, 16));
  const [start = "", end = ""] = [first, last].map((text) => text?.replace("T", " "));
  return from === to ? start : `${start} – ${end}`;
}

function frequent(counts: ReadonlyMap<string, number>): Bar[] {
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, mostFrequent)
    .map(([text, count]) => ({ label: shortened(text), count }));
}

function shortened(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text;
}
