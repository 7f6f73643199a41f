import assert from "node:assert/strict";
import { daysOf, isDay, localDay, namedDateRanges } from "../../../../src/platform/flow/dateRange";

describe("A range of days", () => {
  for (const [range, today, start, end] of [
    ["last:7", "2026-11-25", "2026-11-18", "2026-11-24"],
    ["last:30", "2026-03-01", "2026-01-30", "2026-02-28"],
    ["last:1", "2024-03-01", "2024-02-29", "2024-02-29"],
    ["month:0", "2026-11-25", "2026-11-01", "2026-11-25"],
    ["month:-1", "2026-01-31", "2025-12-01", "2025-12-31"],
    ["2026-01-01/2026-01-31", "2026-11-25", "2026-01-01", "2026-01-31"],
  ] as const) {
    it(`are ${start} to ${end} for ${range} on ${today}`, () => {
      assert.deepEqual(daysOf(range, today), { start, end });
    });
  }

  it("are none for anything else", () => {
    for (const range of [
      "",
      "last:",
      "last:x",
      "2026-01-02/2026-01-01",
      "2026-02-30/2026-03-01",
      "a/b",
      "2026-01-01/2026-01-02/2026-01-03",
    ]) {
      assert.equal(daysOf(range, "2026-11-25"), undefined, range);
    }
  });

  it("are offered by names that mean some", () => {
    assert.ok(namedDateRanges().every(({ range }) => daysOf(range, "2026-11-25")));
  });

  it("are those of where the person is", () => {
    assert.equal(localDay(new Date(2026, 0, 5, 23, 59).getTime()), "2026-01-05");
    assert.ok(isDay("2024-02-29") && !isDay("2026-02-29") && !isDay("2026-1-1"));
  });
});
