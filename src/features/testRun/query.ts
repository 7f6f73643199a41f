import * as l10n from "@vscode/l10n";
import type { Account } from "../../platform/account";
import { systemClock, type Clock } from "../../platform/clock";
import { CancelledError, ContractError, isTooLarge } from "../../platform/http/errors";
import { membersOf, valueAt } from "../../platform/json/parsedValue";
import type { DataApi } from "./dataApi";
import { askLater } from "./polling";
import { textOrDigits, type QueryAnswer } from "./queryAnswer";
import { numberIn } from "../rows/cells";
import { cellOf } from "../rows/responseJson";
import type { Cell } from "../rows/runResult";
import { QueryTable, type QueryColumn } from "./queryTable";

/** So many fields, and so many accounts by name, a query takes at most. */
export const mostListed = 100;

/** What is asked of a published connector. */
export interface TestRunQuery {
  readonly dsId: string;
  readonly username?: string | undefined;
  /** IDs, of which 100 are asked for at most; none for a connector without accounts. */
  readonly accounts: readonly string[] | "all";
  /** Runtime IDs, of which 100 are asked for at most. */
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

/** How a query is run. */
export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: QueryProgress) => void) | undefined;
  readonly clock?: Clock;
}

/** The rows of a run. */
export interface QueryRows {
  /** Fields in the order in which they were asked for, then what else came. */
  readonly columns: readonly QueryColumn[];
  /** A row has a cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** All that the run gave, as the service counts them. */
  readonly total?: number | undefined;
  /**
   * Why there may be more: as many came as were asked for, or as can be shown; the next page's address isn't one that
   * the key may go to; or that page is too large, or didn't come.
   */
  readonly cut?: "full" | "otherAddress" | "largePage" | "lostPage" | undefined;
  /** Whether the rows are older than the run. */
  readonly isCacheUsed: boolean;
  readonly requestId?: string | undefined;
}

/** The run ended without rows, or doesn't end. `message` is the service's own, or empty. */
export class QueryFailedError extends Error {
  override readonly name = "QueryFailedError";

  /** @param state as the service names it, e.g. `FAILURE`; any that isn't final after four hours; untrusted */
  constructor(
    message: string,
    readonly state: string,
    readonly requestId?: string | undefined,
    readonly code?: string | undefined,
  ) {
    super(message);
  }
}

/** The calls that a run needs. */
export type QueryApi = Pick<DataApi, "query" | "page">;

/** The states that a run ends in; in any other it goes on. */
const finalStates = new Set(["SUCCESS", "FAILURE", "STOPPED", "PROCESS_EXITED"]);

/** The service ends a run by then. Seconds. */
const longestRun = 4 * 3600;

/**
 * Runs a query, waits for its rows, and fetches all pages of them. Throws `QueryFailedError`, `CancelledError`, and what
 * `send` throws. Canceled, the run goes on in the service, which has no call to end it.
 */
export async function runQuery(
  api: QueryApi,
  account: Account,
  query: TestRunQuery,
  options: QueryOptions = {},
): Promise<QueryRows> {
  const first = await finalAnswer(api, account, query, options);
  const table = new QueryTable(query);
  const requested = new Set<string>();
  let cut: QueryRows["cut"];
  for (let answer = first; table.add(answer) && !table.isFull;) {
    const next = textOrDigits(valueAt(answer.meta, "paginate", "next"));
    // A service that leads in a circle would have no end.
    if (next === undefined || requested.has(next)) {
      break;
    }
    requested.add(next);
    const page = await pageAt(api, account, next, options);
    if (typeof page === "string") {
      cut = page;
      break;
    }
    answer = page;
  }
  const result = membersOf(first.meta["result"]);
  return {
    columns: table.columns,
    rows: table.rows,
    total: numberIn(cellOf(result["total_rows"])),
    cut: table.isFull ? "full" : cut,
    isCacheUsed: result["cache_used"] === true,
    requestId: first.requestId,
  };
}

/** A page, or why there is none: the rows that are here already are worth more than its error. */
async function pageAt(
  api: QueryApi,
  account: Account,
  address: string,
  { signal, clock = systemClock }: QueryOptions,
): Promise<QueryAnswer | "otherAddress" | "largePage" | "lostPage"> {
  try {
    const page = await askLater(() => api.page(account, address, signal), 0, clock, signal);
    return page && stateOf(page) !== "SUCCESS" ? "lostPage" : (page ?? "otherAddress");
  } catch (error) {
    if (error instanceof CancelledError) {
      throw error;
    }
    return isTooLarge(error) ? "largePage" : "lostPage";
  }
}

/** Asks as often as the official client: each second, after 5 seconds every 2, after 20 every 5. */
async function finalAnswer(
  api: QueryApi,
  account: Account,
  query: TestRunQuery,
  { signal, onProgress, clock = systemClock }: QueryOptions,
): Promise<QueryAnswer> {
  const startedAt = clock.now();
  const parameters = parametersOf(query);
  let scheduleId: string | undefined;
  let answer = await api.query(account, { ...parameters, cache_minutes: 0 }, signal);
  for (;;) {
    const seconds = (clock.now() - startedAt) / 1000;
    const state = stateOf(answer);
    const { requestId, problem, code } = answer;
    if (state === "SUCCESS") {
      return answer;
    }
    if (finalStates.has(state)) {
      throw new QueryFailedError(problem, state, requestId, code);
    }
    if (seconds >= longestRun) {
      throw new QueryFailedError(l10n.t("The run didn't finish within 4 hours."), state, requestId);
    }
    scheduleId = answer.scheduleId ?? scheduleId;
    if (scheduleId === undefined) {
      // To ask without it would run the query again.
      throw new ContractError("meta.schedule_id", { status: 200, requestId });
    }
    onProgress?.({ state, seconds });
    // Not `cache_minutes`: with 0 the rows that are ready might count as too old, and the run begin again.
    const again = { ...parameters, schedule_id: scheduleId };
    const wait = seconds < 5 ? 1000 : seconds < 20 ? 2000 : 5000;
    answer = await askLater(() => api.query(account, again, signal), wait, clock, signal);
  }
}

/** Where the service doesn't name the state: with rows, or without a name to ask for them by, they are all there is. */
function stateOf({ state, scheduleId, meta, data }: QueryAnswer): string {
  const hasRows = Array.isArray(data) && (data.length > 0 || !scheduleId || "result" in meta);
  return state ?? (hasRows ? "SUCCESS" : "");
}

function parametersOf({ dsId, username, accounts, fields, dates, maxRows }: TestRunQuery): object {
  const ids = accounts === "all" ? "list.all_accounts" : accounts.slice(0, mostListed);
  return {
    ds_id: dsId,
    ...(username !== undefined && { ds_user: username }),
    ...(ids.length > 0 && { ds_accounts: ids }),
    fields: fields.slice(0, mostListed),
    ...(dates && { start_date: dates.start, end_date: dates.end }),
    max_rows: maxRows,
    sync_timeout: 0,
  };
}
