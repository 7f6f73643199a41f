import { cellText } from "./cells";
import { compareRuns, isSameCell, previousColumns } from "./compareRuns";
import {
  encodeParts,
  packRows,
  type ResponseHead,
  type RunHead,
  type ShownChanges,
  type ToRowsView,
} from "./rowsMessages";
import type { RunResponse, RunResult } from "./runResult";

/** What the view shows of a body; the whole is a document. UTF-16 code units. */
const shownBody = 20_000;

/** As much of a cell's text as the view gets: rows of large texts would not be seen for a long time. */
const longestCell = 2000;

/** Rows that are seen at once come first; then as many as are packed in a few milliseconds. */
const firstRows = 200;
const cellsInPart = 20_000;

/** A run, and how it gets to the view. */
export interface SendRunParts {
  readonly run: number;
  readonly result: RunResult;
  readonly previous: RunResult | undefined;
  /** As the person reads times. */
  readonly startedAt: string;
  /** Resolves once the message is on its way. */
  readonly post: (message: ToRowsView) => PromiseLike<unknown>;
  /** Whether the view still wants it. */
  readonly isWanted: () => boolean;
}

/** Sends a run to the view: what is seen first, then the other rows in parts, then what has changed. */
export async function sendRun(parts: SendRunParts): Promise<void> {
  const { run, result, previous, post, isWanted } = parts;
  const { rows, columns } = result;
  await post({ type: "run", run, head: headOf(parts) });
  const perPart = Math.max(1, Math.floor(cellsInPart / Math.max(1, columns.length)));
  for (let at = 0; at < rows.length && isWanted();) {
    const end = at === 0 ? firstRows : at + perPart;
    const packed = encodeParts(packRows(rows.slice(at, end).map(shortened), columns.length));
    await post({ type: "rows", run, packed });
    at = end;
  }
  if (isWanted()) {
    const packed = previous && encodeParts(changesSince(previous, result));
    await post({ type: "changes", run, ...(packed && { packed }) });
  }
}

function headOf({ result, startedAt }: SendRunParts): RunHead {
  const { kind, key, title, milliseconds, columns, rows, remarks, request, response } = result;
  return {
    kind,
    key,
    title,
    milliseconds,
    startedAt,
    columns,
    rowCount: rows.length,
    remarks,
    hasDocument: result.document !== undefined,
    hasPlaces: result.rowPlaces !== undefined && response !== undefined,
    ...(request && { request }),
    ...(response && { response: headOfResponse(response) }),
  };
}

function headOfResponse({ body, ...rest }: RunResponse): ResponseHead {
  return { ...rest, bodyStart: body.slice(0, shownBody), isCut: body.length > shownBody };
}

function shortened(row: RunResult["rows"][number]): RunResult["rows"][number] {
  return row.some((cell) => typeof cell === "string" && cell.length > longestCell)
    ? row.map((cell) =>
        typeof cell === "string" && cell.length > longestCell
          ? `${cell.slice(0, longestCell)}…`
          : cell,
      )
    : row;
}

function changesSince(previous: RunResult, result: RunResult): ShownChanges {
  const { added, gone, changed, addedColumns, goneColumns } = compareRuns(previous, result);
  const before = previousColumns(previous, result);
  const goneRows = gone.map((row) => {
    const cells = previous.rows[row] ?? [];
    return shortened(before.map((column) => (column === undefined ? undefined : cells[column])));
  });
  return {
    added,
    changed: changed.map((pair) => ({
      row: pair.row,
      cells: before.flatMap((column, index) => {
        const old = column === undefined ? undefined : previous.rows[pair.before]?.[column];
        const isSame = column === undefined || isSameCell(old, result.rows[pair.row]?.[index]);
        return isSame ? [] : [[index, cellText(old).slice(0, longestCell)] as const];
      }),
    })),
    gone: packRows(goneRows, result.columns.length),
    addedColumns,
    goneColumns,
  };
}
