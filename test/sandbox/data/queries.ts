import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Hono } from "hono";
import { errorAnswer, Refusal, refusals } from "../answers";
import type { World } from "../model";
import { dataAnswer } from "./envelope";
import { dataSourceOf, jsonParameter, keyWith, loginFor } from "./lookups";
import type { DataSettings, Query, Run, RunFailure, RunRows } from "./model";
import { written } from "./parts";
import { integer, readQuery } from "./queryParameters";
import { run } from "./run";
import { newId } from "./signIn";

/** How long an answer waits for an end that is due. */
const patienceMs = 500;
/** As long as queries without `sync_timeout` wait. */
const syncSeconds = 300;

/** `query/data/json`, `query/status` and `query/results`. */
export function addQueries(api: Hono, world: () => World): void {
  api.get("/query/data/json", async (c) => {
    const key = keyWith(c, "ds_queries_run", world());
    const json = jsonParameter(c);
    const offset = integer(json, "offset_start", 0, 1_000_000) ?? 0;
    const timeout = integer(json, "sync_timeout", 0, 3600);
    if (json["schedule_id"] !== undefined) {
      return rowsAnswer(runFor(c, "ds_queries_run", world()), offset, c, world().settings);
    }
    const cacheMinutes = integer(json, "cache_minutes", 0, 10_080) ?? 0;
    const { team, connector } = dataSourceOf(key, json["ds_id"], world());
    const query = readQuery(json);
    const cached = earlier(world(), query, cacheMinutes);
    const started = start(team, query, async () =>
      cached ? cached : run(connector, loginFor(connector, team, query, world()), query),
    );
    world().data.runs.set(started.id, started);
    if (timeout !== 0) {
      await ended(started, (timeout ?? syncSeconds) * 1000, world().settings);
    }
    return rowsAnswer(started, offset, c, world().settings);
  });

  api.get("/query/status", async (c) => {
    const found = runFor(c, "ds_queries_read", world());
    const state = await stateOf(found, world().settings);
    const about = { schedule_id: found.id, status_code: state };
    return dataAnswer(about, { meta: about });
  });

  api.get("/query/results", async (c) => {
    const found = runFor(c, "ds_queries_read", world());
    const json = jsonParameter(c);
    const offset = integer(json, "offset", 0, 1_000_000) ?? 0;
    const limit = integer(json, "limit", 1, 100_000);
    const { settings } = world();
    if (!found.ended || !isDue(found, settings)) {
      throw refusals.badRequest("The query has not finished.");
    }
    const pageRows = Math.min(limit ?? settings.pageRows, settings.pageRows);
    return rowsAnswer(found, offset, c, { ...settings, pageRows });
  });
}

function start(team: string, query: Query, end: () => Promise<RunRows | RunFailure>): Run {
  const started: Run = {
    id: newId("schedule"),
    team,
    query,
    startedAt: new Date(),
    answers: 0,
    end: end(),
    ended: null,
  };
  void started.end.then((value) => (started.ended = value));
  return started;
}

/** The rows of an equal query that is not too old. */
function earlier({ data, settings }: World, query: Query, minutes: number): RunRows | undefined {
  const same = [...data.runs.values()].findLast(
    (one) => one.ended && "rows" in one.ended && isSame(one.query, query),
  );
  const isFresh = same && Date.now() - same.startedAt.getTime() < minutes * 60_000;
  return same?.ended && "rows" in same.ended && (isFresh || settings.queryCache === "always")
    ? { ...same.ended, cachedAt: same.ended.cachedAt ?? same.startedAt }
    : undefined;
}

function isSame(one: Query, other: Query): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function runFor(c: Context, right: string, world: World): Run {
  const { teams } = keyWith(c, right, world);
  const found = world.data.runs.get(written(jsonParameter(c)["schedule_id"]));
  if (!found || !teams.includes(found.team)) {
    throw refusals.notFound();
  }
  return found;
}

/** Waits for the end of a run, and passes over its states. */
async function ended(started: Run, mostMs: number, settings: DataSettings): Promise<void> {
  const least = sleep(settings.queryMs, undefined, { ref: false });
  const most = sleep(mostMs, undefined, { ref: false });
  await Promise.race([Promise.all([started.end, least]), most]);
  started.answers = settings.queryStates.length;
}

/** Whether an answer now may tell of the end. */
function isDue({ answers, startedAt }: Run, { queryStates, queryMs }: DataSettings): boolean {
  return answers >= queryStates.length && Date.now() - startedAt.getTime() >= queryMs;
}

/** The state of a run now; counts the answer. */
async function stateOf(found: Run, settings: DataSettings): Promise<string> {
  const { queryStates, queryEnd } = settings;
  const isOver = isDue(found, settings);
  const answers = found.answers++;
  if (isOver) {
    await Promise.race([found.end, sleep(patienceMs, undefined, { ref: false })]);
    if (found.ended) {
      return queryEnd ?? ("rows" in found.ended ? "SUCCESS" : "FAILURE");
    }
  }
  return queryStates[Math.min(answers, queryStates.length - 1)] ?? "RUNNING";
}

async function rowsAnswer(found: Run, offset: number, c: Context, settings: DataSettings) {
  const state = await stateOf(found, settings);
  const meta = { schedule_id: found.id, status_code: state };
  const end = found.ended;
  if (state === "SUCCESS" && end && "rows" in end) {
    return successAnswer(found, end, offset, c, settings);
  }
  if (state !== "FAILURE") {
    const isOver = state === settings.queryEnd;
    return dataAnswer([], { status: isOver ? 200 : settings.queryAccepted, meta });
  }
  if (!end || "rows" in end || settings.queryFailures === "state") {
    return dataAnswer([], { meta });
  }
  const { status, code, message, description } = end;
  if (settings.queryFailures === "refusal") {
    return errorAnswer(new Refusal(status, code, message, description));
  }
  const error = { code, message, ...(description && { description }) };
  return dataAnswer([], { meta, error });
}

function successAnswer(
  { id, query }: Run,
  { fields, rows, seconds, cachedAt }: RunRows,
  offset: number,
  c: Context,
  settings: DataSettings,
): Response {
  const { pageRows, cells } = settings;
  const link = (to: number) => pageUrl(id, to, c, settings);
  const next = offset + pageRows;
  const meta = {
    schedule_id: id,
    status_code: "SUCCESS",
    query: {
      ds_id: query.dataSource,
      start_date: query.dates?.start ?? null,
      end_date: query.dates?.end ?? null,
      fields: fields.map((field, place) => ({
        id: field.id,
        field_id: field.id,
        field_name: field.name,
        field_type: field.isMetric ? "met" : "dim",
        data_type: field.dataType,
        data_column: place,
        visible: true,
      })),
    },
    result: {
      total_rows: rows.length,
      total_columns: fields.length,
      run_seconds: seconds,
      cache_used: cachedAt !== null,
      cache_time: cachedAt?.toISOString() ?? null,
    },
    paginate: {
      prev: offset > 0 ? link(Math.max(0, offset - pageRows)) : null,
      next: next < rows.length ? link(next) : null,
    },
  };
  const page = rows.slice(offset, next).map((row) => row.map((cell) => shown(cell, cells)));
  return dataAnswer([fields.map(({ name }) => name), ...page], { meta });
}

function pageUrl(id: string, offset: number, c: Context, settings: DataSettings): string {
  const json = encodeURIComponent(JSON.stringify({ schedule_id: id, offset_start: offset }));
  const origin = settings.paginateOrigin ?? `http://${c.req.header("host")}`;
  return `${origin}${settings.dataPrefix}/query/data/json?json=${json}`;
}

function shown(cell: unknown, cells: DataSettings["cells"]): unknown {
  return cells === "typed" ? (cell ?? null) : written(cell);
}
