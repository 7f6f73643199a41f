import assert from "node:assert/strict";
import { parseServerTime, timePrecision } from "../../../../src/platform/http/serverTime";

describe("parseServerTime", () => {
  // Far from UTC, so that no time is right only because of where the tests run.
  const zone = process.env["TZ"];
  before(() => {
    process.env["TZ"] = "Asia/Tokyo";
  });
  after(() => {
    if (zone === undefined) {
      delete process.env["TZ"];
    } else {
      process.env["TZ"] = zone;
    }
  });

  const noon = Date.UTC(2026, 9, 2, 12, 0, 0);

  for (const text of [
    "2026-10-02T12:00:00Z",
    "2026-10-02T12:00:00+00:00",
    "2026-10-02T12:00:00+0000",
    "2026-10-02t12:00:00z",
    "2026-10-02 12:00:00",
    "2026-10-02 12:00",
    "2026-10-02T14:00:00+0200",
    "2026-10-02T06:30:00-05:30",
    " 2026-10-02T12:00:00.000Z ",
    "2026-10-02T12:00:00.000999999Z",
  ]) {
    it(`reads ${text}`, () => {
      assert.equal(parseServerTime(text), noon);
    });
  }

  it("keeps milliseconds", () => {
    assert.equal(parseServerTime("2026-10-02T12:00:00.123456+00:00"), noon + 123);
    assert.equal(parseServerTime("2026-10-02T12:00:00.5Z"), noon + 500);
  });

  it("takes a bare date for its midnight in UTC, whatever the reader's time zone", () => {
    assert.equal(parseServerTime("2026-10-02"), Date.UTC(2026, 9, 2));
  });

  for (const text of [
    undefined,
    "",
    "today",
    "2026",
    "2026-10",
    "02.10.2026",
    "10/02/2026",
    "2026-13-01",
    "2026-10-02T25:00:00Z",
    "2026-10-02T12:00:00 Europe/Helsinki",
    "1790942400",
  ]) {
    it(`does not guess at ${text ?? "nothing"}`, () => {
      assert.equal(parseServerTime(text), undefined);
    });
  }
});

describe("how precise a time of the service is written", () => {
  for (const [text, expected] of [
    ["2026-10-02", 86_400_000],
    ["2026-10-02T12:00Z", 60_000],
    ["2026-10-02 12:00:00", 1000],
    ["2026-10-02T12:00:00+02:00", 1000],
    ["2026-10-02T12:00:00.5Z", 100],
    ["2026-10-02T12:00:00.123+0200", 1],
    ["2026-10-02T12:00:00.123456Z", 1],
  ] as const) {
    it(text, () => assert.equal(timePrecision(text), expected));
  }
});
