import type { Cell, RunColumn, RunRemark, RunResult } from "./runResult";

/** What the view shows of a run before its rows have come. The head of a response's body stands for the whole. */
export interface RunHead extends Pick<
  RunResult,
  "kind" | "key" | "title" | "milliseconds" | "request"
> {
  /** As the person reads times. */
  readonly startedAt: string;
  readonly columns: readonly RunColumn[];
  readonly rowCount: number;
  readonly remarks: readonly RunRemark[];
  readonly hasDocument: boolean;
  readonly hasPlaces: boolean;
  readonly response?: ResponseHead;
}

/** A response with the beginning of its body. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly milliseconds: number;
  readonly bytes: number;
  readonly bodyStart: string;
  readonly isCut: boolean;
}

/** What has changed since the previous run, for the view. */
export interface ShownChanges {
  readonly added: readonly number[];
  readonly changed: readonly {
    readonly row: number;
    /** Columns that differ, and what they had. */
    readonly cells: readonly (readonly [number, string])[];
  }[];
  /** By columns of this run. */
  readonly gone: PackedRows;
  readonly addedColumns: readonly string[];
  readonly goneColumns: readonly string[];
}

/** What the extension posts to the view. Of a run all parts have its number; others are late. */
export type ToRowsView =
  /** First of all: the person's language, and what texts are in it where they are translated. */
  | { readonly type: "language"; readonly language: string; readonly translations: object }
  | { readonly type: "run"; readonly run: number; readonly head: RunHead }
  | { readonly type: "rows"; readonly run: number; readonly packed: ArrayBuffer }
  /** After the last rows. */
  | { readonly type: "changes"; readonly run: number; readonly packed?: ArrayBuffer }
  /** The window was reloaded, which no rows survive. */
  | { readonly type: "lost" }
  /** Asks for the rows that the view shows, or those that are selected. */
  | { readonly type: "askRows"; readonly request: number };

/** The commands that the view has buttons for. */
export type RowsViewCommand = "copyRows" | "saveRows" | "openResponse" | "copyAsCurl" | "runAgain";

/** What the view posts to the extension. Rows are indexes of the run's rows. */
export type FromRowsView =
  | { readonly type: "ready" }
  | { readonly type: "command"; readonly command: RowsViewCommand }
  | { readonly type: "openField"; readonly column: number }
  | { readonly type: "openCell"; readonly row: number; readonly column: number }
  | { readonly type: "copyCell"; readonly row: number; readonly column: number }
  | { readonly type: "openRemark"; readonly remark: number }
  | { readonly type: "select"; readonly rows: readonly number[] }
  | { readonly type: "rows"; readonly request: number; readonly rows: readonly number[] };

/** Rows by columns. A cell where nothing was found is an empty list, which no cell is. */
export interface PackedRows {
  readonly count: number;
  readonly columns: readonly (readonly PackedCell[])[];
}

type PackedCell = Exclude<Cell, undefined> | readonly never[];

/**
 * Some rows, by columns, as a message can have them.
 * @param columnCount how many cells each row is to have
 */
export function packRows(rows: readonly (readonly Cell[])[], columnCount: number): PackedRows {
  const columns = Array.from({ length: columnCount }, (_, column) =>
    rows.map((row) => packedCell(row[column])),
  );
  return { count: rows.length, columns };
}

function packedCell(cell: Cell): PackedCell {
  if (cell === undefined) {
    return [];
  }
  return typeof cell === "number" && !Number.isFinite(cell) ? String(cell) : cell;
}

/** The cells of packed rows, by columns. */
export function unpackRows({ columns }: PackedRows): Cell[][] {
  return columns.map((cells) => cells.map((cell) => (isNothing(cell) ? undefined : cell)));
}

function isNothing(cell: PackedCell): cell is readonly never[] {
  return Array.isArray(cell);
}

/** As bytes, which the editor hands on without looking into them. */
export function encodeParts(value: PackedRows | ShownChanges): ArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** Rows that `encodeParts` made bytes of. */
export function decodeRows(packed: ArrayBuffer): PackedRows {
  return JSON.parse(new TextDecoder().decode(packed));
}

/** Changes that `encodeParts` made bytes of. */
export function decodeChanges(packed: ArrayBuffer): ShownChanges {
  return JSON.parse(new TextDecoder().decode(packed));
}
