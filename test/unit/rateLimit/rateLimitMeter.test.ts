import assert from "node:assert/strict";
import type { Exchange } from "../../../src/platform/http/exchange";
import {
  rateLimitLevel,
  RateLimitMeter,
  type RateLimit,
} from "../../../src/features/rateLimit/rateLimitMeter";

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 9, 2, 12);

/** An answer that came the given time after the start. */
function answer(after: number, given: Partial<NonNullable<Exchange["answer"]>> = {}): Exchange {
  return {
    method: "GET",
    path: "/v1",
    startedAt: start + after - 5,
    durationMs: 5,
    answer: { status: 200, responseBody: () => "", ...given },
  };
}

function meterAfter(...exchanges: readonly Exchange[]): RateLimitMeter {
  const meter = new RateLimitMeter();
  exchanges.forEach((exchange) => meter.note(exchange));
  return meter;
}

const levelAfter = (after: number, ...exchanges: readonly Exchange[]) =>
  rateLimitLevel(meterAfter(...exchanges).value, start + after);

const left = (remaining: number, limit = 5000) => ({ rateLimit: { limit, remaining } });
const refused = { status: 429, ...left(0) };

describe("RateLimitMeter", () => {
  it("keeps the numbers through answers that say nothing of them", () => {
    const { value } = meterAfter(answer(0, left(4000)), answer(minute, { requestId: "r2" }));
    assert.deepEqual(value, {
      limit: 5000,
      remaining: 4000,
      readAt: start,
      lastAnswerAt: start + minute,
      lastRequestId: "r2",
      refused: undefined,
    });
  });

  it("learns nothing from a request without an answer", () => {
    const { answer: _, ...lost } = answer(0, left(1));
    assert.deepEqual(meterAfter({ ...lost, problem: "timeout" }).value, {});
  });

  it("tells each change, and a reset", () => {
    const meter = new RateLimitMeter();
    const told: RateLimit[] = [];
    meter.onDidChange((value) => told.push(value));
    meter.note(answer(0, left(7)));
    meter.reset();
    assert.deepEqual(
      told.map(({ remaining }) => remaining),
      [7, undefined],
    );
    assert.deepEqual(meter.value, {});
  });
});

describe("rateLimitLevel", () => {
  it("is unknown before anything was told, and an hour after it was", () => {
    assert.equal(levelAfter(0), "unknown");
    assert.equal(levelAfter(0, answer(0)), "unknown");
    assert.equal(levelAfter(hour - 1, answer(0, left(4000))), "ok");
    assert.equal(levelAfter(hour, answer(0, left(4000))), "unknown");
  });

  it("is low below a tenth, not at a tenth", () => {
    assert.equal(levelAfter(0, answer(0, left(500))), "ok");
    assert.equal(levelAfter(0, answer(0, left(499))), "low");
    assert.equal(levelAfter(0, answer(0, left(1))), "low");
  });

  it("is not low when nobody told of how many", () => {
    assert.equal(levelAfter(0, answer(0, { rateLimit: { remaining: 1 } })), "ok");
    assert.equal(levelAfter(0, answer(0, { rateLimit: { limit: 5000 } })), "unknown");
  });

  it("is exhausted when none is left, also without a refusal", () => {
    assert.equal(levelAfter(minute, answer(0, left(0))), "exhausted");
    assert.equal(levelAfter(hour, answer(0, left(0))), "unknown");
  });

  it("is exhausted after a refusal until the time that it named", () => {
    const refusal = answer(0, { ...refused, retryAt: start + 2 * minute });
    assert.equal(levelAfter(2 * minute - 1, refusal), "exhausted");
    assert.equal(levelAfter(2 * minute, refusal), "unknown");
  });

  it("is exhausted for an hour after a refusal that named no time", () => {
    const refusal = answer(0, { status: 429 });
    assert.equal(levelAfter(hour - 1, refusal), "exhausted");
    assert.equal(levelAfter(hour, refusal), "unknown");
  });

  it("does not go back to the numbers from before a refusal", () => {
    const refusal = answer(minute, { status: 429, retryAt: start + 2 * minute });
    assert.equal(levelAfter(3 * minute, answer(0, left(4000)), refusal), "unknown");
  });

  it("is not exhausted any more once a request was answered, though successes carry no numbers", () => {
    const refusal = answer(0, { ...refused, retryAt: start + minute });
    assert.equal(levelAfter(2 * minute, refusal, answer(2 * minute)), "unknown");
    assert.equal(levelAfter(2 * minute, refusal, answer(2 * minute, left(4999))), "ok");
  });
});
