import assert from "node:assert/strict";
import { refusalOf, useSandbox } from "./testing";

describe("sandbox: the hourly limit", () => {
  const { ask, control, send } = useSandbox();
  const remaining = "x-ratelimit-remaining";
  const leave = (left: number) => control().settings({ rateLimit: { limit: 10, remaining: left } });

  it("counts every request, refused ones too, down to a 429", async () => {
    await leave(3);
    assert.equal((await ask("getTeam", { key: null })).headers.get(remaining), "2");
    assert.equal((await ask("getTeam")).status, 200);
    const last = await ask("getTeam", { key: null });
    assert.equal(last.headers.get(remaining), "0");
    assert.equal(last.headers.get("x-ratelimit-limit"), "10");
    const refused = await ask("getTeam");
    assert.equal(refusalOf(refused), "429 TOO_MANY_REQUESTS");
    assert.equal(refused.headers.get(remaining), "0");
    assert.equal(refused.headers.get("retry-after"), "3600");
  });

  it("does nothing of what it refuses", async () => {
    await leave(0);
    assert.equal((await ask("deleteConnector")).status, 429);
    await leave(1);
    assert.equal((await ask("getConnector")).status, 200);
  });

  it("goes on when a new window is set", async () => {
    await leave(0);
    assert.equal((await ask("getTeam")).status, 429);
    await leave(10);
    assert.equal((await ask("getTeam")).status, 200);
  });

  it("comes before the key", async () => {
    await leave(0);
    assert.equal((await ask("getTeam", { key: null })).status, 429);
  });

  it("says how long to wait in seconds, as a date, or not at all", async () => {
    await leave(0);
    await control().settings({ retryAfter: "86400" });
    assert.equal((await ask("getTeam")).headers.get("retry-after"), "86400");
    const date = "Fri, 02 Oct 2026 17:00:00 GMT";
    await control().settings({ retryAfter: date });
    assert.equal((await send("getTeam")).headers.get("retry-after"), date);
    await control().settings({ retryAfter: null });
    assert.equal((await send("getTeam")).headers.get("retry-after"), null);
  });

  it("tells its numbers as set: with the documented refusals, always, or never", async () => {
    const shown = async () => {
      await control().fault({ path: "logo$", status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
      const answers = [
        await send("getTeam"),
        await send("getTeam", { key: null }),
        await send("getLogo"),
      ];
      return answers.map(({ headers }) => headers.has(remaining));
    };
    assert.deepEqual(await shown(), [false, true, false]);
    await control().settings({ rateHeaders: "all" });
    assert.deepEqual(await shown(), [true, true, true]);
    await control().settings({ rateHeaders: "none" });
    assert.deepEqual(await shown(), [false, false, false]);
  });

  it("tells no numbers with statuses of a gateway", async () => {
    for (const status of [413, 415, 502, 503]) {
      await control().fault({ status });
      assert.equal((await send("getTeam")).headers.has(remaining), false, String(status));
    }
  });
});
