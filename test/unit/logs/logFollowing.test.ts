import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { LogFollowing } from "../../../src/features/logs/logFollowing";
import { entries, idsOf, useLogs } from "../support/logs";

describe("LogFollowing", () => {
  const { connector, control, queries, store: newStore, write } = useLogs();
  let following: LogFollowing | undefined;
  afterEach(() => following?.stop());

  /** Follows every 100 ms, having just shown the connector. */
  async function begin(isVisible = true) {
    const store = newStore();
    await store.show(connector());
    await control().clearRequests();
    following = new LogFollowing(store, 100);
    following.setVisible(isVisible);
    return { store, following };
  }

  it("is off until it is started", async () => {
    await begin();
    await sleep(250);
    assert.deepEqual(await queries(), []);
  });

  it("asks at once and then again and again, until it is stopped", async () => {
    const { store, following: follow } = await begin();
    follow.start();
    await write(entries(3, 1));
    await sleep(350);
    assert.deepEqual(idsOf(store), ["e3", "e2", "e1"]);
    const asked = (await queries()).length;
    assert.ok(asked >= 3 && asked <= 4, String(asked));
    follow.stop();
    await sleep(250);
    assert.ok((await queries()).length <= asked + 1);
  });

  it("asks for nothing while nobody sees it", async () => {
    const { following: follow } = await begin(false);
    follow.start();
    await sleep(250);
    assert.deepEqual(await queries(), []);
    follow.setVisible(true);
    await sleep(50);
    assert.equal((await queries()).length, 1);
    follow.setVisible(false);
    await sleep(250);
    assert.equal((await queries()).length, 1);
  });

  it("waits after a 429 until the service allows another request", async () => {
    const { following: follow } = await begin();
    await control().fault({
      status: 429,
      errorCode: "TOO_MANY_REQUESTS",
      headers: { "retry-after": "1" },
    });
    follow.start();
    await sleep(500);
    assert.equal(follow.state.kind, "waiting");
    assert.equal((await queries()).length, 1);
    await sleep(1000);
    assert.equal(follow.state.kind, "on");
    assert.ok((await queries()).length > 1);
  });

  it("waits longer than a timer can", async () => {
    const { following: follow } = await begin();
    const headers = { "retry-after": String(30 * 86_400) };
    await control().fault({ status: 429, errorCode: "TOO_MANY_REQUESTS", headers });
    follow.start();
    await sleep(400);
    assert.equal(follow.state.kind, "waiting");
    assert.equal((await queries()).length, 1);
  });

  it("stops when another failure comes, and says which", async () => {
    const { store, following: follow } = await begin();
    await control().fault({ status: 403, errorCode: "FORBIDDEN" });
    follow.start();
    await sleep(350);
    assert.ok(follow.state.kind === "stopped" && follow.state.problem === store.state.problem);
    assert.equal((await queries()).length, 1);
  });

  it("is off again for another connector, and for none", async () => {
    const { store, following: follow } = await begin();
    follow.start();
    await store.show(connector("B1K3S"));
    assert.equal(follow.state.kind, "off");
    follow.start();
    store.useSession({ kind: "noTeam", origin: "" });
    assert.equal(follow.state.kind, "off");
  });
});
