import assert from "node:assert/strict";
import { bodyOf, refusalOf } from "../testing";
import { daysQuery, useDataApi, withJson, type QueryBody } from "./testing";

describe("sandbox: queries", () => {
  const { ask, control, failure, queried, query } = useDataApi();

  async function states(scheduleId: string, count: number): Promise<string[]> {
    const seen: string[] = [];
    for (let poll = 0; poll < count; poll++) {
      seen.push((await query({ ...daysQuery, schedule_id: scheduleId })).meta.status_code);
    }
    return seen;
  }

  it("run on the source, and give the names of the fields before the rows", async () => {
    const { meta, data } = await query({ ...daysQuery, max_rows: 4 });
    assert.deepEqual([meta.status_code, meta.result?.total_rows], ["SUCCESS", 4]);
    assert.deepEqual(data, [
      ["Day", "Opens"],
      ["2026-01-01", "62"],
      ["2026-01-01", "49"],
      ["2026-01-01", "36"],
      ["2026-01-02", "65"],
    ]);
  });

  it("are scheduled with a sync_timeout of 0, and asked for by their schedule_id", async () => {
    await control().settings({ queryStates: ["SCHEDULED", "QUEUED", "RUNNING"] });
    const first = await queried({ ...daysQuery, sync_timeout: 0 });
    const { meta, data } = bodyOf<QueryBody>(first);
    assert.deepEqual([first.status, meta.status_code, data], [202, "SCHEDULED", []]);
    const seen = await states(meta.schedule_id, 4);
    assert.deepEqual(seen, ["QUEUED", "RUNNING", "SUCCESS", "SUCCESS"]);
  });

  it("end at once when set to, and answer 200 while they go on when set to", async () => {
    await control().settings({ queryStates: [] });
    assert.equal((await query({ ...daysQuery, sync_timeout: 0 })).meta.status_code, "SUCCESS");
    await control().settings({ queryStates: ["pending"], queryAccepted: 200 });
    const answer = await queried({ ...daysQuery, sync_timeout: 0 });
    assert.equal(answer.status, 200);
    assert.equal(bodyOf<QueryBody>(answer).meta.status_code, "pending");
  });

  it("last as long as set, in their last state", async () => {
    await control().settings({ queryStates: ["QUEUED", "RUNNING"], queryMs: 3_600_000 });
    const { meta } = await query({ ...daysQuery, sync_timeout: 0 });
    assert.deepEqual(await states(meta.schedule_id, 3), ["RUNNING", "RUNNING", "RUNNING"]);
    await control().settings({ queryMs: 0 });
    assert.deepEqual(await states(meta.schedule_id, 1), ["SUCCESS"]);
  });

  for (const queryEnd of ["FAILURE", "STOPPED", "PROCESS_EXITED"] as const) {
    it(`end in ${queryEnd} when set to, without rows`, async () => {
      await control().settings({ queryEnd });
      const answer = await queried(daysQuery);
      const { meta, data } = bodyOf<QueryBody>(answer);
      assert.deepEqual([answer.status, meta.status_code, data], [200, queryEnd, []]);
    });
  }

  it("tell of a failure by their state and an error, by the state alone, or by a refusal", async () => {
    const wrong = { ...daysQuery, fields: ["opens"] };
    const both = await query(wrong);
    assert.deepEqual([both.meta.status_code, both.error?.code], ["FAILURE", "BAD_REQUEST"]);
    await control().settings({ queryFailures: "state" });
    const alone = await query(wrong);
    assert.deepEqual([alone.meta.status_code, alone.error], ["FAILURE", undefined]);
    await control().settings({ queryFailures: "refusal" });
    assert.equal(refusalOf(await queried(wrong)), "400 BAD_REQUEST");
    const nobody = { ...daysQuery, ds_user: "nobody" };
    assert.equal(refusalOf(await queried(nobody)), "403 QUERY_AUTH_UNAVAILABLE");
  });

  it("give their rows in pages, each with the names of the fields", async () => {
    await control().settings({ pageRows: 4 });
    const first = await query(daysQuery);
    assert.equal(first.data.length, 5);
    const next = first.meta.paginate?.next ?? "";
    const second = bodyOf<QueryBody>(await ask(next));
    assert.deepEqual(second.data[0], ["Day", "Opens"]);
    assert.equal(second.data.length, 3);
    assert.equal(second.meta.paginate?.next, null);
    const back = bodyOf<QueryBody>(await ask(second.meta.paginate.prev ?? ""));
    assert.deepEqual(back.data, first.data);
  });

  it("lead to another origin when set to", async () => {
    await control().settings({ pageRows: 4, paginateOrigin: "https://elsewhere.example" });
    const { meta } = await query(daysQuery);
    assert.match(meta.paginate?.next ?? "", /^https:\/\/elsewhere\.example\/v2\/query\/data\/json/);
  });

  it("give cells as texts, or as the source has them", async () => {
    const fields = ["newsletter_days_opens", "newsletter_days_revenue"];
    assert.deepEqual((await query({ ...daysQuery, fields })).data[1], ["62", "19.22"]);
    await control().settings({ cells: "typed" });
    assert.deepEqual((await query({ ...daysQuery, fields })).data[1], [62, 19.22]);
  });

  it("take rows of an equal query when cache_minutes allow it, or always when set to", async () => {
    const isCached = async (more: object) =>
      (await query({ ...daysQuery, ...more })).meta.result?.cache_used;
    assert.equal(await isCached({ cache_minutes: 60 }), false);
    assert.equal(await isCached({ cache_minutes: 60 }), true);
    assert.equal(await isCached({}), false);
    assert.equal(await isCached({ cache_minutes: 60, max_rows: 1 }), false);
    await control().settings({ queryCache: "always" });
    assert.equal(await isCached({}), true);
  });

  it("have a status and, once finished, results with offset and limit", async () => {
    const { meta } = await query({ ...daysQuery, sync_timeout: 0 });
    const { schedule_id } = meta;
    const results = (json: object) => ask(withJson("/v2/query/results", { schedule_id, ...json }));
    await control().settings({ queryMs: 3_600_000 });
    assert.match((await ask(withJson("/v2/query/status", { schedule_id }))).text, /"SCHEDULED"/);
    assert.equal(refusalOf(await results({})), "400 BAD_REQUEST");
    await control().settings({ queryMs: 0 });
    assert.match((await ask(withJson("/v2/query/status", { schedule_id }))).text, /"SUCCESS"/);
    const { data } = bodyOf<QueryBody>(await results({ offset: 1, limit: 2 }));
    assert.deepEqual(data, [
      ["Day", "Opens"],
      ["2026-01-01", "49"],
      ["2026-01-01", "36"],
    ]);
  });

  it("take all accounts, several, and texts with commas", async () => {
    const rows = async (more: object) => (await query({ ...daysQuery, ...more })).data.length - 1;
    assert.equal(await rows({ ds_accounts: "list.all_accounts" }), 12);
    assert.equal(await rows({ ds_accounts: "1001,1002" }), 12);
    assert.equal(await rows({ fields: "newsletter_days_day, newsletter_days_opens" }), 6);
    assert.equal(await rows({ start_date: "yesterday", end_date: "today" }), 6);
  });

  it("fail without accounts and dates where they are needed", async () => {
    const noAccounts = await failure({ ...daysQuery, ds_accounts: [] });
    assert.match(noAccounts, /^FAILURE ACCOUNT_REQUIRED: /);
    const noDates = await failure({ ...daysQuery, start_date: undefined, end_date: undefined });
    assert.equal(noDates, "FAILURE BAD_REQUEST: start_date and end_date are required.");
  });

  it("fail for IDs that are no runtime IDs, and for fields of several report types", async () => {
    for (const id of ["day", "newsletter_days", "newsletter_days_none"]) {
      const found = await failure({ ...daysQuery, fields: [id] });
      assert.equal(found, `FAILURE BAD_REQUEST: The field “${id}” does not exist.`);
    }
    const mixed = await failure({ ...daysQuery, fields: ["newsletter_days_day", "visits_town"] });
    assert.match(mixed, /Fields of different report types/);
  });

  for (const [name, wrong] of Object.entries({
    max_rows: 0,
    sync_timeout: 3601,
    cache_minutes: -1,
    offset_start: "1",
    start_date: "2026-1-1",
    end_date: "2025-01-01",
    fields: [],
    ds_accounts: Array.from({ length: 101 }, String),
  })) {
    it(`refuse ${name} ${JSON.stringify(wrong).slice(0, 20)}`, async () => {
      assert.equal(refusalOf(await queried({ ...daysQuery, [name]: wrong })), "400 BAD_REQUEST");
    });
  }

  for (const more of [{ filter: "opens > 1" }, { order_rows: "day" }, { settings: { a: 1 } }]) {
    it(`refuse ${JSON.stringify(more)}, which they do not imitate`, async () => {
      const answer = await queried({ ...daysQuery, ...more });
      assert.equal(refusalOf(answer), "422 UNPROCESSABLE_ENTITY");
    });
  }

  it("are not found for another data source or schedule_id, and refused without JSON", async () => {
    assert.equal(refusalOf(await queried({ ...daysQuery, ds_id: "NONE1" })), "404 NOT_FOUND");
    assert.equal(refusalOf(await queried({ schedule_id: "none" })), "404 NOT_FOUND");
    for (const search of ["", "?json=", "?json=[]", "?json={"]) {
      assert.equal(refusalOf(await ask(`/v2/query/data/json${search}`)), "400 BAD_REQUEST", search);
    }
  });
});
