import assert from "node:assert/strict";
import { askLater } from "../../../src/features/testRun/polling";
import { ApiError, NetworkError } from "../../../src/platform/http/errors";
import { InstantClock } from "./dataService";

describe("askLater", () => {
  const refused = (status: number, code?: string, retryAt?: number) =>
    new ApiError("No.", { status, code, retryAt, form: code ? "api" : "empty" });

  /** Fails so many times, one failure after the other; gives how long was waited, or the failure. */
  async function waitsFor(failures: (now: number) => readonly Error[]) {
    const clock = new InstantClock();
    const left = [...failures(clock.now())];
    const ask = async () => {
      const failure = left.shift();
      if (failure) {
        throw failure;
      }
    };
    const error: unknown = await askLater(ask, 2000, clock, undefined).catch((cause) => cause);
    return error ?? clock.waits;
  }

  it("asks again what got lost, twice", async () => {
    const lost = () => [new NetworkError("reset", "reset"), refused(503)];
    assert.deepEqual(await waitsFor(lost), [2000, 2000, 2000]);
    const error = await waitsFor(() => [refused(502), refused(503), refused(504), refused(502)]);
    assert.ok(error instanceof ApiError && error.details.status === 504);
  });

  it("waits as long as the service wants, but for no day", async () => {
    const tooMany = (milliseconds: number) => (now: number) => [
      refused(429, "TOO_MANY_REQUESTS", now + milliseconds),
    ];
    assert.deepEqual(await waitsFor(tooMany(62_000)), [2000, 60_000]);
    assert.deepEqual(await waitsFor(tooMany(86_400_000)), [2000, 3_600_000]);
    assert.deepEqual(await waitsFor(tooMany(-1)), [2000, 2000]);
  });

  it("takes a refusal for one", async () => {
    for (const error of [
      refused(429, "LICENSE_DAILY_QUERY_LIMIT_EXCEEDED"),
      refused(500, "INTERNAL_SERVER_ERROR"),
      refused(403, "FORBIDDEN"),
      new NetworkError("more than 50 MB", "tooLarge"), // and would be again
      new Error("Another"),
    ]) {
      assert.equal(await waitsFor(() => [error]), error);
    }
  });
});
