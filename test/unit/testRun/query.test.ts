import assert from "node:assert/strict";
import { QueryFailedError, runQuery, type QueryOptions } from "../../../src/features/testRun/query";
import { queryAnswer } from "../../../src/features/testRun/queryAnswer";
import {
  ApiError,
  CancelledError,
  ContractError,
  NetworkError,
} from "../../../src/platform/http/errors";
import { thrownBy } from "../support/api";
import { InstantClock, parametersIn, useDataService, type Script } from "./dataService";

const asking = {
  dsId: "T3S70",
  username: "ann@example.com",
  accounts: ["1", "2"],
  fields: ["days_day", "days_opens"],
  dates: { start: "2026-09-01", end: "2026-09-30" },
  maxRows: 500,
} as const;

const waiting = (status_code: string) => ({ meta: { schedule_id: "s1", status_code } });
const done = {
  meta: { schedule_id: "s1", request_id: "r1", status_code: "SUCCESS" },
  data: [["Day"], ["2026-09-01"]],
};

describe("runQuery", () => {
  const { answer, api, account, asked, paths } = useDataService();
  const clocks = () => {
    const clock = new InstantClock();
    const begin = clock.now();
    return { clock, seconds: () => (clock.now() - begin) / 1000 };
  };
  const run = (options: QueryOptions = {}, query = asking) =>
    runQuery(api(), account(), query, { clock: new InstantClock(), ...options });
  /** Answers so many times that the run goes on, then that it is done. */
  const after =
    (count: number, last: object = done): Script =>
    (request) =>
      request.count < count ? waiting("RUNNING") : last;

  it("asks for fresh rows without waiting, then for those of the schedule", async () => {
    answer(after(1));
    assert.deepEqual((await run()).rows, [["2026-09-01"]]);
    assert.match(asked[0]?.path ?? "", /^\/v2\/query\/data\/json\?json=%7B[^&]*$/);
    const parameters = {
      ds_id: "T3S70",
      ds_user: "ann@example.com",
      ds_accounts: ["1", "2"],
      fields: ["days_day", "days_opens"],
      start_date: "2026-09-01",
      end_date: "2026-09-30",
      max_rows: 500,
      sync_timeout: 0,
    };
    assert.deepEqual(
      asked.map(({ path }) => parametersIn(path)),
      [
        { ...parameters, cache_minutes: 0 },
        { ...parameters, schedule_id: "s1" },
      ],
    );
  });

  it("leaves out what isn't chosen, and asks for all accounts by their name", async () => {
    answer(after(0));
    const fields = Array.from({ length: 150 }, (_, n) => `f${n}`);
    await runQuery(api(), account(), { dsId: "T3S70", accounts: [], fields, maxRows: 1 });
    await runQuery(api(), account(), { dsId: "T3S70", accounts: "all", fields: [], maxRows: 1 });
    assert.deepEqual(
      asked.map(({ path }) => parametersIn(path)),
      [
        {
          ds_id: "T3S70",
          fields: fields.slice(0, 100),
          max_rows: 1,
          sync_timeout: 0,
          cache_minutes: 0,
        },
        {
          ds_id: "T3S70",
          ds_accounts: "list.all_accounts",
          fields: [],
          max_rows: 1,
          sync_timeout: 0,
          cache_minutes: 0,
        },
      ],
    );
  });

  it("asks as often as the official client, and tells the state and the seconds", async () => {
    answer(after(16));
    const { clock, seconds } = clocks();
    const told: string[] = [];
    await run({ clock, onProgress: (at) => told.push(`${at.state} ${at.seconds}`) });
    assert.deepEqual(
      clock.waits,
      [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5].map((s) => s * 1000),
    );
    assert.equal(seconds(), 36);
    assert.deepEqual([told[0], told.at(-1), told.length], ["RUNNING 0", "RUNNING 31", 16]);
  });

  it("waits in any state that isn't final, in whatever case it is written", async () => {
    const states = ["SCHEDULED", "QUEUED", "pending", "running", "Something New"];
    answer(({ count }) => waiting(states[count] ?? "success"));
    const told: string[] = [];
    assert.deepEqual((await run({ onProgress: ({ state }) => told.push(state) })).rows, []);
    assert.deepEqual(
      told,
      states.map((state) => state.toUpperCase()),
    );
  });

  it("says in which state a run failed, and what the service says of it", async () => {
    for (const state of ["FAILURE", "STOPPED", "PROCESS_EXITED"]) {
      answer(after(1, { meta: { request_id: "r9", status_code: state }, data: null }));
      const error = await thrownBy(run(), QueryFailedError);
      assert.deepEqual([error.message, error.state, error.requestId], ["", state, "r9"]);
      asked.length = 0;
    }
    const said = { code: "QUERY_FAILED", message: "No access.", description: "Log in again." };
    answer(() => ({ ...waiting("FAILURE"), error: said }));
    assert.equal((await thrownBy(run(), QueryFailedError)).message, "No access. Log in again.");
    answer(() => ({ ...waiting("FAILURE"), error: { code: "QUERY_FAILED" } }));
    const { message, code } = await thrownBy(run(), QueryFailedError);
    assert.deepEqual([message, code], ["", "QUERY_FAILED"]);
  });

  it("says that a call was refused, and runs nothing twice", async () => {
    answer(() => ({ meta: {}, error: { code: "BAD_REQUEST", message: "No." } }));
    await thrownBy(run(), ApiError);
    answer(() => ({ status: 503, body: "" }));
    await thrownBy(run(), ApiError);
    assert.equal(asked.length, 2);
  });

  it("asks again when an answer gets lost on the way, but not for ever", async () => {
    const lost = { status: 502, body: "<html></html>" };
    answer(({ count }) => (count === 0 ? waiting("RUNNING") : count < 3 ? lost : done));
    assert.equal((await run()).rows.length, 1);
    asked.length = 0;
    answer(({ count }) => (count === 0 ? waiting("RUNNING") : lost));
    const { details } = await thrownBy(run(), ApiError);
    assert.deepEqual([details.status, asked.length], [502, 4]);
  });

  it("takes an error of the source for the end of the run", async () => {
    const body = JSON.stringify({ error: { code: "DATA_SOURCE_ERROR", message: "No." } });
    answer(({ count }) => (count === 0 ? waiting("RUNNING") : { status: 500, body }));
    await thrownBy(run(), ApiError);
    assert.equal(asked.length, 2);
  });

  it("gives up after four hours", async () => {
    const running = queryAnswer(JSON.stringify(waiting("RUNNING")));
    const endless = { query: async () => running, page: async () => undefined };
    const { clock, seconds } = clocks();
    const error = await thrownBy(runQuery(endless, account(), asking, { clock }), QueryFailedError);
    assert.deepEqual(
      [error.message, error.state],
      ["The run didn't finish within 4 hours.", "RUNNING"],
    );
    assert.ok(seconds() >= 14_400 && seconds() <= 14_405, String(seconds()));
  });

  it("never asks without the schedule: that would be another run", async () => {
    answer(() => ({ meta: { status_code: "RUNNING" } }));
    assert.equal((await thrownBy(run(), ContractError)).message, "meta.schedule_id");
    answer(({ count }) =>
      count === 1
        ? waiting("RUNNING")
        : { meta: { status_code: count < 4 ? "RUNNING" : "SUCCESS" } },
    );
    await run();
    assert.deepEqual(
      asked.slice(2).map(({ path }) => parametersIn(path)["schedule_id"]),
      ["s1", "s1", "s1"],
    );
  });

  it("takes rows without any word about the run for its end, and what has neither for no answer", async () => {
    for (const body of [{ data: [["Day"], ["1"]] }, { data: [["Day"], ["1"]], meta: null }]) {
      answer(() => body);
      assert.deepEqual((await run()).rows, [["1"]]);
    }
    answer(() => ({ data: [] }));
    assert.deepEqual((await run()).rows, []);
    answer(() => ({ data: [], meta: { schedule_id: "s1", result: { total_rows: 0 } } }));
    assert.equal((await run()).total, 0);
    for (const body of [{}, { meta: {} }, { data: null }, { data: "text" }, { data: {} }]) {
      answer(() => body);
      await thrownBy(run(), ContractError);
    }
  });

  it("tells that rows come from a cache", async () => {
    answer(() => ({
      ...done,
      meta: { ...done.meta, result: { total_rows: "1", cache_used: true } },
    }));
    const { isCacheUsed, total, requestId } = await run();
    assert.deepEqual([isCacheUsed, total, requestId], [true, 1, "r1"]);
  });

  it("ends at once when the person cancels, before, between, and while it asks", async () => {
    answer(() => waiting("RUNNING"));
    await thrownBy(run({ signal: AbortSignal.abort() }), CancelledError);
    assert.equal(asked.length, 0);
    const atProgress = new AbortController();
    await thrownBy(
      run({ signal: atProgress.signal, onProgress: () => atProgress.abort() }),
      CancelledError,
    );
    assert.equal(asked.length, 1);
    const inCall = new AbortController();
    answer(({ count }) => {
      if (count === 3) {
        inCall.abort();
      }
      return waiting("RUNNING");
    });
    await thrownBy(run({ signal: inCall.signal }), CancelledError);
    assert.equal(paths().length, 4);
  });

  it("does not ask on for another account", async () => {
    answer(() => waiting("RUNNING"));
    const other = { ...account(), teamId: "7" };
    const error: unknown = await runQuery(api(), other, asking).catch((cause: unknown) => cause);
    assert.match(String(error), /another account/);
    assert.equal(asked.length, 0);
    assert.ok(!(error instanceof NetworkError));
  });
});
