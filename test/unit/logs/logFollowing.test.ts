import assert from "node:assert/strict";
import { keptEntries } from "../../../src/features/logs/logState";
import { LogFollowing } from "../../../src/features/logs/logFollowing";
import { logMessage } from "../../../src/features/logs/logRows";
import { LogStore } from "../../../src/features/logs/logStore";
import { ApiError } from "../../../src/platform/http/errors";
import { SimulatedClock } from "../support/clock";
import { listedLogs, type Listed } from "../support/listedLogs";

const connector = (identifier = "T3S70") => ({
  ref: { origin: "https://api.supermetrics.com", teamId: "42", identifier },
  name: "Harbour Mail",
});
const seconds = 1000;

describe("LogFollowing", () => {
  /** Follows, having just shown the connector. */
  async function begin(isVisible = true) {
    const clock = new SimulatedClock();
    let written: readonly Listed[] = [];
    const service = listedLogs(() => written, { before: "exclusive" });
    let failure: { readonly problem: unknown } | undefined;
    const store = new LogStore(async (...asked) => {
      const entries = await service.list(...asked);
      if (failure) {
        throw failure.problem;
      }
      return entries;
    });
    await store.show(connector());
    service.asked.length = 0;
    const following = new LogFollowing(store, clock);
    following.setVisible(isVisible);
    const write = (id: number) => {
      written = [{ id: `e${id}`, log_time: new Date(clock.now()).toISOString() }, ...written];
    };
    const fail = (problem: unknown) => (failure = { problem });
    const recover = () => (failure = undefined);
    return { clock, store, following, write, fail, recover, asked: () => service.asked.length };
  }

  const tooMany = (retryAt?: number) =>
    new ApiError("Too many requests", { status: 429, form: "api", retryAt });

  it("is off until it is started", async () => {
    const { clock, asked } = await begin();
    await clock.advance(60 * seconds);
    assert.equal(asked(), 0);
  });

  it("asks at once and then every ten seconds, until it is stopped", async () => {
    const { clock, store, following, write, asked } = await begin();
    following.start();
    await clock.advance(0);
    assert.equal(asked(), 1);
    write(1);
    await clock.advance(9 * seconds);
    assert.equal(asked(), 1);
    await clock.advance(22 * seconds);
    assert.deepEqual([asked(), store.state.entries[0]?.id], [4, "e1"]);
    following.stop();
    await clock.advance(60 * seconds);
    assert.equal(asked(), 4);
  });

  it("asks for nothing while nobody sees it", async () => {
    const { clock, following, asked } = await begin(false);
    following.start();
    await clock.advance(60 * seconds);
    assert.equal(asked(), 0);
    following.setVisible(true);
    await clock.advance(1 * seconds);
    assert.equal(asked(), 1);
    following.setVisible(false);
    await clock.advance(60 * seconds);
    assert.equal(asked(), 1);
  });

  it("waits after a 429 until the service allows another request", async () => {
    const { clock, following, fail, recover, asked } = await begin();
    fail(tooMany(clock.now() + 45 * seconds));
    following.start();
    await clock.advance(44 * seconds);
    assert.deepEqual([following.state.kind, asked()], ["waiting", 1]);
    recover();
    await clock.advance(1 * seconds);
    assert.deepEqual([following.state.kind, asked()], ["on", 2]);
  });

  it("waits a minute after a 429 that names no time", async () => {
    const { clock, following, fail, asked } = await begin();
    fail(tooMany());
    following.start();
    await clock.advance(59 * seconds);
    assert.equal(asked(), 1);
    await clock.advance(1 * seconds);
    assert.equal(asked(), 2);
  });

  it("waits longer than a timer can", async () => {
    const { clock, following, fail, asked } = await begin();
    const days = 86_400 * seconds;
    fail(tooMany(clock.now() + 30 * days));
    following.start();
    await clock.advance(29 * days);
    assert.deepEqual([following.state.kind, asked()], ["waiting", 1]);
    await clock.advance(1 * days);
    assert.equal(asked(), 2);
  });

  it("stops when another failure comes, and says which", async () => {
    const { clock, store, following, fail, asked } = await begin();
    fail(new ApiError("No", { status: 403, form: "api" }));
    following.start();
    await clock.advance(60 * seconds);
    const { state } = following;
    assert.ok(state.kind === "stopped" && state.problem === store.state.problem);
    assert.equal(asked(), 1);
  });

  it("is off again for another connector, and for none", async () => {
    const { store, following } = await begin();
    following.start();
    await store.show(connector("B1K3S"));
    assert.equal(following.state.kind, "off");
    following.start();
    store.useSession({ kind: "noTeam", origin: "" });
    assert.equal(following.state.kind, "off");
  });

  it("keeps so many entries however long it follows, says so, and has no gap among them", async () => {
    const { clock, store, following, write, asked } = await begin();
    following.start();
    await clock.advance(0);
    let most = 0;
    store.onDidChange(({ entries }) => (most = Math.max(most, entries.length)));
    const says = () => logMessage(store.state, { kind: "off" }, clock.now());
    const last = keptEntries * 1.5;
    for (let id = 1; id <= last; id++) {
      write(id);
      if (id % 20 === 0) {
        await clock.advance(10 * seconds);
      }
      if (id === keptEntries) {
        assert.doesNotMatch(says(), /are kept/);
      }
    }
    assert.equal(asked(), last / 20 + 1);
    assert.equal(most, keptEntries);
    const kept = Array.from({ length: keptEntries }, (_, index) => `e${last - index}`);
    assert.deepEqual(
      store.state.entries.map(({ id }) => id),
      kept,
    );
    assert.match(says(), /5000 entries loaded\. Only the newest 5000 are kept\. To see/);
    assert.ok(store.state.mayHaveOlder);
    await store.loadOlder();
    assert.equal(store.state.entries[keptEntries]?.id, `e${last - keptEntries}`);
    assert.doesNotMatch(says(), /are kept/);
    // What was loaded by hand stays as long as it is; it grows no further.
    const loaded = store.state.entries.length;
    write(last + 1);
    await clock.advance(10 * seconds);
    assert.deepEqual(
      [store.state.entries.length, store.state.entries[0]?.id],
      [loaded, `e${last + 1}`],
    );
  });
});
