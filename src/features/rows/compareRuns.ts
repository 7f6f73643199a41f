import { cellText, numberIn } from "./cells";
import type { Cell, RunResult } from "./runResult";

/** A row that was there before with other values. */
export interface ChangedRow {
  readonly row: number;
  /** Its index in the previous run. */
  readonly before: number;
}

/** What differs from the previous run. */
export interface RunChanges {
  /** Indexes in this run, rising. */
  readonly added: readonly number[];
  /** Indexes in the previous run, rising. */
  readonly gone: readonly number[];
  /** By `row`, rising. */
  readonly changed: readonly ChangedRow[];
  /** IDs of columns that only one of the runs has. */
  readonly addedColumns: readonly string[];
  readonly goneColumns: readonly string[];
}

type Columns = Pick<RunResult, "columns" | "rows">;

/** For each column of this run its index in the previous one; undefined where that has none of its ID. */
export function previousColumns(before: Columns, after: Columns): (number | undefined)[] {
  const places = new Map(before.columns.map(({ id }, index) => [id, index]));
  return after.columns.map(({ id }) => places.get(id));
}

/**
 * Compares the rows of two runs by the columns that both have. Rows with equal values are the same, wherever they
 * stand. Of the others, those are one row that has changed whose values are equal but for numbers; then those that
 * stand at the same place. Time in proportion to the length of all texts.
 */
export function compareRuns(before: Columns, after: Columns): RunChanges {
  const shared = previousColumns(before, after).flatMap((previous, column) =>
    previous === undefined ? [] : { previous, column },
  );
  const previousIndexes = shared.map(({ previous }) => previous);
  const indexes = shared.map(({ column }) => column);
  const rest = { before: all(before.rows), after: all(after.rows) };
  const pair = (keyBefore: (row: number) => string, keyAfter: (row: number) => string) => {
    const waiting = new Map<string, number[]>();
    // From the end, so that the first one is taken first.
    for (const row of rest.before.toReversed()) {
      const key = keyBefore(row);
      const rows = waiting.get(key);
      if (rows) {
        rows.push(row);
      } else {
        waiting.set(key, [row]);
      }
    }
    const taken = new Set<number>();
    const found: ChangedRow[] = [];
    rest.after = rest.after.filter((row) => {
      const other = waiting.get(keyAfter(row))?.pop();
      if (other !== undefined) {
        taken.add(other);
        found.push({ row, before: other });
      }
      return other === undefined;
    });
    rest.before = rest.before.filter((row) => !taken.has(row));
    return found;
  };
  const values = (rows: Columns["rows"], columns: readonly number[]) => (row: number) =>
    JSON.stringify(columns.map((column) => exact(rows[row]?.[column])));
  const names = (rows: Columns["rows"], columns: readonly number[], ofNone: string) => {
    return (row: number) => {
      const parts = columns.map((column) => name(rows[row]?.[column]));
      return parts.some((part) => part !== number) ? JSON.stringify(parts) : `${ofNone}${row}`;
    };
  };
  pair(values(before.rows, previousIndexes), values(after.rows, indexes));
  const byName = pair(
    names(before.rows, previousIndexes, "before"),
    names(after.rows, indexes, "after"),
  );
  const changed = [...byName, ...pair(String, String)];
  const ids = { before: idsOf(before), after: idsOf(after) };
  return {
    added: rest.after,
    gone: rest.before,
    changed: changed.toSorted((a, b) => a.row - b.row),
    addedColumns: [...ids.after].filter((id) => !ids.before.has(id)),
    goneColumns: [...ids.before].filter((id) => !ids.after.has(id)),
  };
}

/** Whether two cells say the same; nothing found and `null` differ. */
export function isSameCell(a: Cell, b: Cell): boolean {
  return a === b || exact(a) === exact(b);
}

function all(rows: Columns["rows"]): number[] {
  return rows.map((_, row) => row);
}

function idsOf({ columns }: Columns): Set<string> {
  return new Set(columns.map(({ id }) => id));
}

function exact(cell: Cell): string {
  return cell === undefined ? "u" : cell === null ? "n" : `t${cellText(cell)}`;
}

const number = "#";

/** What stays of a row when its numbers change. */
function name(cell: Cell): string {
  return numberIn(cell) === undefined ? exact(cell) : number;
}
