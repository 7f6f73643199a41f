import type { Account } from "../../platform/account";
import { pause, type Clock, systemClock } from "../../platform/clock";
import { itemsOf, membersOf, stringOf, valueAt } from "../../platform/json/parsedValue";
import { cellOf } from "../rows/responseJson";
import type { Cell } from "../rows/runResult";
import type { DataApi } from "./dataApi";

/** What is asked of a published connector. */
export interface TestRunQuery {
  readonly dsId: string;
  readonly username?: string | undefined;
  readonly accounts: readonly string[] | "all";
  /** Runtime IDs. */
  readonly fields: readonly string[];
  /** Both `YYYY-MM-DD`. */
  readonly dates?: { readonly start: string; readonly end: string } | undefined;
  /** 1 to 1,000,000. */
  readonly maxRows: number;
}

/** How far a run is. */
export interface QueryProgress {
  /** As the service names it, e.g. `RUNNING`; untrusted. */
  readonly state: string;
  /** Since the run was asked for. */
  readonly seconds: number;
}

export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: QueryProgress) => void) | undefined;
  readonly clock?: Clock;
}

/** What the service says of a column. */
export interface QueryColumn {
  /** The runtime ID; the column's head where the service names none. */
  readonly id: string;
  readonly name: string;
  readonly dataType?: string | undefined;
}

/** The rows of a run. */
export interface QueryRows {
  readonly columns: readonly QueryColumn[];
  /** A row has a cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** All that the run gave, as the service counts them. */
  readonly total?: number | undefined;
  readonly isCacheUsed: boolean;
  readonly requestId?: string | undefined;
}

/** The run ended without rows. `message` is the service's own, or empty. */
export class QueryFailedError extends Error {
  override readonly name = "QueryFailedError";

  /** @param state as the service names it, e.g. `FAILURE`; untrusted */
  constructor(
    message: string,
    readonly state: string,
    readonly requestId?: string | undefined,
  ) {
    super(message);
  }
}

const finished = new Set(["SUCCESS", "FAILURE", "STOPPED", "PROCESS_EXITED"]);

/**
 * Runs a query and waits for its rows. Throws `QueryFailedError`, `CancelledError`, and what `send` throws.
 * How often it asks is what the official client does: each second, after 5 seconds every 2, after 20 every 5.
 */
export async function runQuery(
  api: DataApi,
  account: Account,
  query: TestRunQuery,
  { signal, onProgress, clock = systemClock }: QueryOptions = {},
): Promise<QueryRows> {
  const begin = clock.now();
  const parameters = parametersOf(query);
  let answer = await api.query(account, parameters, signal);
  for (;;) {
    const meta = membersOf(membersOf(answer)["meta"]);
    const state = stringOf(meta["status_code"])?.toUpperCase() ?? "SUCCESS";
    const requestId = stringOf(meta["request_id"]);
    const seconds = (clock.now() - begin) / 1000;
    if (state === "SUCCESS") {
      return rowsOf(answer, requestId);
    }
    if (finished.has(state)) {
      throw new QueryFailedError("", state, requestId);
    }
    onProgress?.({ state, seconds });
    await pause(clock, seconds < 5 ? 1000 : seconds < 20 ? 2000 : 5000, signal);
    const again = { ...parameters, schedule_id: meta["schedule_id"] };
    answer = await api.query(account, again, signal);
  }
}

function parametersOf({ dsId, username, accounts, fields, dates, maxRows }: TestRunQuery) {
  return {
    ds_id: dsId,
    ...(username !== undefined && { ds_user: username }),
    ...(accounts === "all"
      ? { ds_accounts: "list.all_accounts" }
      : accounts.length > 0 && { ds_accounts: accounts }),
    fields,
    ...(dates && { start_date: dates.start, end_date: dates.end }),
    max_rows: maxRows,
    cache_minutes: 0,
    sync_timeout: 0,
  };
}

function rowsOf(answer: unknown, requestId: string | undefined): QueryRows {
  const [heads, ...rows] = itemsOf(membersOf(answer)["data"]);
  return {
    columns: itemsOf(heads).map((head) => ({ id: String(head), name: String(head) })),
    rows: rows.map((row) => itemsOf(row).map(cellOf)),
    isCacheUsed: valueAt(answer, "meta", "result", "cache_used") === true,
    requestId,
  };
}
