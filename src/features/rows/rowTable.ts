import { cellCondition } from "./cellCondition";
import { cellText, compareTexts, isEmptyCell } from "./cells";
import type { Cell } from "./runResult";

/** What has become of a row since the previous run. */
export type RowMark = "same" | "added" | "changed" | "gone";

/** By which column rows are sorted. */
export interface RowSort {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Which rows are wanted, and in which order. */
export interface RowQuery {
  /** Text that a row has in one of its cells. */
  readonly search: string;
  /** By column, as `cellCondition` reads it. */
  readonly filters: ReadonlyMap<number, string>;
  /** Rows with these marks; all where it is not given. */
  readonly marks?: ReadonlySet<RowMark>;
  readonly sort?: RowSort;
}

/** Behind every other rank: empty cells come last in both directions. */
const emptyRank = 0xffff_ffff;

/** Rows, stored by columns. They come in parts, and can be searched, filtered and sorted. */
export class RowTable {
  readonly columns: readonly Cell[][];
  private readonly marks: RowMark[] = [];
  private readonly ranks = new Map<number, Uint32Array>();
  private searchTexts: string[] = [];

  constructor(columnCount: number) {
    this.columns = Array.from({ length: columnCount }, () => []);
  }

  /** How many rows have been added. */
  get length(): number {
    return this.marks.length;
  }

  /** Adds rows at the end. @param part the cells of each column, as many as there are rows */
  add(part: readonly (readonly Cell[])[], count: number, mark: RowMark = "same"): void {
    for (const [index, column] of this.columns.entries()) {
      const cells = part[index] ?? [];
      for (let row = 0; row < count; row++) {
        column.push(cells[row]);
      }
    }
    for (let row = 0; row < count; row++) {
      this.marks.push(mark);
    }
    this.ranks.clear();
  }

  /** Says what has become of a row. */
  mark(row: number, mark: RowMark): void {
    this.marks[row] = mark;
  }

  /** What has become of a row since the previous run. */
  markOf(row: number): RowMark {
    return this.marks[row] ?? "same";
  }

  /** A cell; undefined where nothing was found, and beyond the table. */
  cell(row: number, column: number): Cell {
    return this.columns[column]?.[row];
  }

  /** Indexes of the rows that are wanted, in their order. */
  find({ search, filters, marks, sort }: RowQuery): Uint32Array<ArrayBuffer> {
    let rows = new Uint32Array(this.length).map((_, row) => row);
    if (marks) {
      rows = rows.filter((row) => marks.has(this.markOf(row)));
    }
    for (const [index, typed] of filters) {
      const wanted = cellCondition(typed);
      const cells = this.columns[index];
      if (wanted && cells) {
        rows = rows.filter((row) => wanted(cells[row]));
      }
    }
    const text = search.trim().toLowerCase();
    if (text) {
      rows = rows.filter((row) => this.searchText(row).includes(text));
    }
    const column = sort && this.columns[sort.column];
    return column ? inOrder(rows, this.ranksOf(sort.column, column), sort.isDescending) : rows;
  }

  private searchText(row: number): string {
    return (this.searchTexts[row] ??= this.columns
      .map((column) => cellText(column[row]))
      .join("\n")
      .toLowerCase());
  }

  private ranksOf(index: number, cells: readonly Cell[]): Uint32Array {
    const ranks = this.ranks.get(index) ?? rankCells(cells);
    this.ranks.set(index, ranks);
    return ranks;
  }
}

/** The place of each cell among the different ones of its column. */
function rankCells(cells: readonly Cell[]): Uint32Array {
  const texts = new Set<string>();
  for (const cell of cells) {
    if (!isEmptyCell(cell)) {
      texts.add(cellText(cell));
    }
  }
  const sorted = [...texts].toSorted(compareTexts);
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  return Uint32Array.from(cells, (cell) =>
    isEmptyCell(cell) ? emptyRank : (rankOf.get(cellText(cell)) ?? emptyRank),
  );
}

/** Sorts by counting, so that equal cells stay in their order. */
function inOrder(rows: Uint32Array<ArrayBuffer>, ranks: Uint32Array, isDescending: boolean) {
  let last = 0;
  for (const rank of ranks) {
    last = rank === emptyRank ? last : Math.max(last, rank);
  }
  const slotOf = (row: number) => {
    const rank = ranks[row] ?? emptyRank;
    return rank === emptyRank ? last + 1 : isDescending ? last - rank : rank;
  };
  const starts = new Uint32Array(last + 3);
  for (const row of rows) {
    const slot = slotOf(row) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < starts.length; slot++) {
    starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  }
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const slot = slotOf(row);
    const at = starts[slot] ?? 0;
    sorted[at] = row;
    starts[slot] = at + 1;
  }
  return sorted;
}
