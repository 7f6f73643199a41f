import assert from "node:assert/strict";
import { DataApi } from "../../../src/features/testRun/dataApi";
import { QueryFailedError, runQuery } from "../../../src/features/testRun/query";
import { thrownBy } from "../support/api";
import { SimulatedClock } from "../support/clock";
import { scriptedService } from "./scriptedService";

const query = { dsId: "T3S70", accounts: ["1"], fields: ["days_day"], maxRows: 10 } as const;

describe("runQuery", () => {
  it("waits for the rows", async () => {
    const service = scriptedService([
      { meta: { schedule_id: "s1", status_code: "QUEUED" } },
      { meta: { schedule_id: "s1", status_code: "SUCCESS" }, data: [["Day"], ["2026-01-01"]] },
    ]);
    const clock = new SimulatedClock();
    const states: unknown[] = [];
    const api = new DataApi(service.send, () => service.origin);
    const run = runQuery(api, service.account, query, {
      clock,
      onProgress: (progress) => states.push(progress),
    });
    await clock.advance(1000);
    assert.deepEqual((await run).rows, [["2026-01-01"]]);
    assert.deepEqual(states, [{ state: "QUEUED", seconds: 0 }]);
  });

  it("says that a run failed", async () => {
    const service = scriptedService([{ meta: { request_id: "r1", status_code: "FAILURE" } }]);
    const api = new DataApi(service.send, () => service.origin);
    const error = await thrownBy(runQuery(api, service.account, query), QueryFailedError);
    assert.deepEqual([error.state, error.requestId], ["FAILURE", "r1"]);
  });
});
