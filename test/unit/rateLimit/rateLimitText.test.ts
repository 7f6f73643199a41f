import assert from "node:assert/strict";
import type { RateLimit } from "../../../src/features/rateLimit/rateLimitMeter";
import {
  rateLimitLabel,
  rateLimitLines,
  rateLimitText,
} from "../../../src/features/rateLimit/rateLimitText";
import { clockTime } from "../../../src/platform/words/time";

const now = new Date(2026, 9, 2, 12, 0, 0).getTime();
const minute = 60_000;

/** In the reader's language, whichever that is on the machine that runs this. */
const n = (value: number) => value.toLocaleString();

const told = (remaining: number, limit?: number): RateLimit => ({
  remaining,
  limit,
  readAt: now - minute,
  lastAnswerAt: now - minute,
});
const refusedUntil: RateLimit = {
  ...told(0, 5000),
  refused: { at: now - minute, retryAt: now + 12 * minute + 5000 },
};
const refused: RateLimit = { refused: { at: now - minute } };

describe("The rate limit in the status bar", () => {
  for (const [what, value, text] of [
    ["the product's name while nothing is known", {}, "Supermetrics"],
    ["what is left of how many", told(4321, 5000), `${n(4321)}/${n(5000)}`],
    ["the numbers as they are when few are left", told(3, 5000), `3/${n(5000)}`],
    ["what is left alone when the limit was not told", told(4321), `${n(4321)} left`],
    ["the time to wait after a refusal", refusedUntil, "Retry in 12:05"],
    ["that the limit is reached when no time was told", refused, "Limit reached"],
    ["that the limit is reached when none is left", told(0, 5000), "Limit reached"],
  ] as const) {
    it(`shows ${what}`, () => {
      assert.equal(rateLimitText(value, now), text);
    });
  }

  it("counts down", () => {
    assert.equal(rateLimitText(refusedUntil, now + minute), "Retry in 11:05");
  });
});

describe("The rate limit for screen readers", () => {
  for (const [value, label] of [
    [{}, "Supermetrics rate limit: unknown"],
    [told(4321, 5000), `Supermetrics rate limit: ${n(4321)} of ${n(5000)} requests left`],
    [told(4321), `Supermetrics rate limit: ${n(4321)} requests left`],
    [refused, "Supermetrics rate limit reached"],
  ] as const) {
    it(`says “${label}”`, () => {
      assert.equal(rateLimitLabel(value, now), label);
    });
  }

  it("says when to try again", () => {
    assert.match(
      rateLimitLabel(refusedUntil, now),
      /^Supermetrics rate limit reached, retry at .+ \(in 12:05\)$/,
    );
  });
});

describe("The rate limit line by line", () => {
  const lines = (value: RateLimit) =>
    Object.fromEntries(rateLimitLines(value, now).map(({ label, value: text }) => [label, text]));

  it("admits what is not known", () => {
    assert.deepEqual(lines({}), {
      "Requests left": "unknown until the first request",
      "Next reset": "unknown until the limit is reached",
      "Last response": "none yet",
    });
  });

  it("says how old the numbers are", () => {
    const { "Requests left": requestsLeft } = lines(told(4321, 5000));
    assert.equal(
      requestsLeft,
      `${n(4321)} of ${n(5000)} per hour (as of ${clockTime(now - minute, now)})`,
    );
  });

  it("knows the reset after a refusal, until it is over", () => {
    assert.match(lines(refusedUntil)["Next reset"] ?? "", /\(in 12:05\)$/);
    const over = { ...refusedUntil, refused: { at: now - minute, retryAt: now } };
    assert.match(lines(over)["Next reset"] ?? "", /^unknown/);
  });

  it("shows the request ID as one short line of text", () => {
    const { "Last request ID": id } = lines({
      lastRequestId: `a\n[b](command:c)${"x".repeat(200)}`,
    });
    assert.match(id ?? "", /^a \[b\] \(command:c\)x+…$/);
    assert.equal(id?.length, 100);
  });
});
