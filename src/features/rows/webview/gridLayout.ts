import { cellText } from "../cells";
import type { RowTable } from "../rowTable";
import type { RunColumn } from "../runResult";

/** Height of a row of the grid. Pixels. */
export const rowHeight = 22;

/** Browsers have no element that is higher than some millions of pixels. */
const mostHeight = 10_000_000;

const narrowest = 160;
const widest = 360;
const characterWidth = 7.5;
const rowNumberWidth = 72;
const sampled = 50;

/** Where the columns of the grid stand: the first one has the numbers of the rows. */
export interface ColumnLayout {
  readonly widths: readonly number[];
  /** Left edges. */
  readonly lefts: readonly number[];
  readonly total: number;
}

/** What a person can make of a column. Pixels. */
const leastWidth = 48;
const mostWidth = 2000;

/** As wide as the heads and the first rows need, or as the person wants. @param given widths, by the columns' IDs */
export function layOutColumns(
  columns: readonly RunColumn[],
  table: RowTable,
  given: Readonly<Record<string, number>>,
): ColumnLayout {
  const widths = columns.map(({ label, id }, column) => {
    const wanted = Object.hasOwn(given, id) ? given[id] : undefined;
    if (wanted !== undefined) {
      return Math.min(mostWidth, Math.max(leastWidth, Math.round(wanted)));
    }
    let longest = Math.max(label.length, id.length) + 3;
    for (let row = 0; row < Math.min(sampled, table.length); row++) {
      longest = Math.max(longest, cellText(table.cell(row, column)).length + 1);
    }
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest * characterWidth) + 16));
  });
  const all = [rowNumberWidth, ...widths];
  const lefts: number[] = [];
  let left = 0;
  for (const width of all) {
    lefts.push(left);
    left += width;
  }
  return { widths: all, lefts, total: left };
}

/** The columns between two places, as indexes: the first, and the one behind the last. */
export function columnsBetween({ lefts }: ColumnLayout, from: number, to: number) {
  const isBefore = (left: number, column: number) =>
    (lefts[column + 1] ?? Infinity) <= from && left < to;
  const first = lefts.findIndex((left, column) => !isBefore(left, column));
  const behind = lefts.findIndex((left) => left >= to);
  return { first: Math.max(first, 0), end: behind < 0 ? lefts.length : behind };
}

/** How rows are placed in an element that may be lower than all of them together. */
export interface RowLayout {
  /** Height of the element. */
  readonly height: number;
  /** The first row that is seen, with its fraction. */
  rowAt(scrollTop: number, viewHeight: number): number;
  /** The scrolling that shows this row first. */
  scrollTopOf(row: number, viewHeight: number): number;
}

/**
 * Lays out rows of one height.
 * @param count of the rows
 */
export function layOutRows(count: number): RowLayout {
  const whole = count * rowHeight;
  const height = Math.min(whole, mostHeight);
  const ratio = (viewHeight: number) =>
    height === whole ? 1 : (whole - viewHeight) / Math.max(1, height - viewHeight);
  return {
    height,
    rowAt: (scrollTop, viewHeight) => (scrollTop * ratio(viewHeight)) / rowHeight,
    scrollTopOf: (row, viewHeight) => (row * rowHeight) / ratio(viewHeight),
  };
}
