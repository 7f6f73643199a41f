import assert from "node:assert/strict";
import * as fc from "fast-check";
import { clockTime, countdown, relativeTime, untilTime } from "../../../../src/platform/words/time";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 9, 2, 12, 0, 0).getTime();

describe("countdown", () => {
  for (const [milliseconds, words] of [
    [0, "0:00"],
    [-5 * minute, "0:00"],
    [1, "0:01"],
    [9 * second, "0:09"],
    [59_001, "1:00"],
    [12 * minute + 5 * second, "12:05"],
    [hour - 1, "1:00:00"],
    [3 * hour, "3:00:00"],
    [day + second, "24:00:01"],
  ] as const) {
    it(`shows ${milliseconds} ms as ${words}`, () => {
      assert.equal(countdown(milliseconds), words);
    });
  }

  it("never promises less time than there is, nor a second more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (milliseconds) => {
        const shown = countdown(milliseconds)
          .split(":")
          .reduce((sum, part) => sum * 60 + Number(part), 0);
        assert.ok(shown * second >= milliseconds && shown * second < milliseconds + second);
      }),
    );
  });
});

describe("relativeTime", () => {
  // In the reader's language, whichever that is on the machine that runs this.
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

  for (const [offset, count, unit] of [
    [0, 0, "second"],
    [-30 * second, -30, "second"],
    [59_999, 59, "second"],
    [minute, 1, "minute"],
    [-hour + 1, -59, "minute"],
    [2 * hour + 59 * minute, 2, "hour"],
    [-3 * day, -3, "day"],
    [-400 * day, -400, "day"],
  ] as const) {
    it(`puts ${offset} ms as ${count} ${unit}(s)`, () => {
      assert.equal(relativeTime(now + offset, now), words.format(count, unit));
    });
  }
});

describe("clockTime", () => {
  it("leaves out today's date and gives any other", () => {
    const tomorrow = new Date(now + day);
    assert.equal(clockTime(now + hour, now), new Date(now + hour).toLocaleTimeString());
    assert.equal(clockTime(now + day, now), tomorrow.toLocaleString());
    assert.notEqual(clockTime(now + day, now), tomorrow.toLocaleTimeString());
  });
});

describe("untilTime", () => {
  it("says when, and how long that is from now", () => {
    const at = now + 12 * minute + 5 * second;
    assert.equal(untilTime(at, now), `at ${clockTime(at, now)} (in 12:05)`);
  });
});

describe("what is no point in time", () => {
  for (const at of [Number.NaN, Infinity, -Infinity, 1e24, 8.64e15 + 1]) {
    it(`is put into words as ${at} is, and throws nothing`, () => {
      assert.equal(relativeTime(at, now), "at an unknown time");
      assert.equal(clockTime(at, now), "at an unknown time");
      assert.equal(untilTime(at, now), "later");
    });
  }

  it("does not begin before the last one that there is", () => {
    assert.match(relativeTime(8.64e15, now), /^in /);
    assert.match(untilTime(8.64e15, now), /^at /);
  });
});
