import assert from "node:assert/strict";
import { daysQuery, useDataApi } from "./testing";

describe("sandbox: queries", () => {
  const { control, query } = useDataApi();

  it("run on the source, and give the names of the fields before the rows", async () => {
    const { meta, data } = await query({ ...daysQuery, max_rows: 4 });
    assert.equal(meta.status_code, "SUCCESS");
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
    const { meta, data } = await query({ ...daysQuery, sync_timeout: 0 });
    assert.deepEqual([meta.status_code, data], ["SCHEDULED", []]);
    const states: string[] = [];
    for (let poll = 0; poll < 4; poll++) {
      const next = await query({ ...daysQuery, schedule_id: meta.schedule_id });
      states.push(next.meta.status_code);
    }
    assert.deepEqual(states, ["QUEUED", "RUNNING", "SUCCESS", "SUCCESS"]);
  });
});
