import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import { entries, entry, idsOf, useLogs } from "../support/logs";

describe("LogStore", () => {
  const { account, connector, control, queries, store: newStore, write } = useLogs();

  it("asks for nothing before a connector is shown", async () => {
    const store = newStore();
    await Promise.all([store.refresh(), store.loadOlder(), store.retry()]);
    assert.deepEqual(await queries(), []);
    assert.equal(store.state.connector, undefined);
  });

  it("shows the newest first, and what is older behind it until nothing more comes", async () => {
    await write(entries(700, 1));
    const store = newStore();
    await store.show(connector());
    assert.deepEqual([store.state.entries.length, store.state.mayHaveOlder], [100, true]);
    await store.loadOlder();
    await store.loadOlder();
    assert.equal(idsOf(store).length, 700);
    assert.deepEqual([idsOf(store)[0], idsOf(store).at(-1)], ["e700", "e1"]);
    assert.ok(store.state.mayHaveOlder, "the service did not say that there are no older ones");
    await store.loadOlder();
    assert.ok(!store.state.mayHaveOlder);
    assert.deepEqual((await queries())[1], "?limit=500&before=2026-10-02T00:10:01.001Z");
  });

  it("reads the oldest time with its offset", async () => {
    await write([entry(2), entry(1, { log_time: "2026-10-02T02:00:01+02:00" })]);
    const store = newStore();
    await store.show(connector());
    await store.loadOlder();
    assert.deepEqual((await queries())[1], "?limit=500&before=2026-10-02T00:00:02Z");
  });

  it("puts new entries before the others, and leaves the list alone when there are none", async () => {
    await write(entries(3, 1));
    const store = newStore();
    await store.show(connector());
    const before = store.state;
    await store.refresh();
    assert.equal(store.state.visible, before.visible);
    await write(entries(5, 1));
    await store.refresh();
    assert.deepEqual(idsOf(store), ["e5", "e4", "e3", "e2", "e1"]);
    assert.equal(store.state.entries[2], before.entries[0]);
  });

  it("begins anew rather than with a gap", async () => {
    await write(entries(3, 1));
    const store = newStore();
    await store.show(connector());
    await store.loadOlder();
    await write(entries(400, 1));
    await store.refresh();
    assert.deepEqual([idsOf(store).length, idsOf(store).at(-1)], [100, "e301"]);
    assert.ok(store.state.mayHaveOlder);
  });

  it("shares requests of a kind that are under way, and sends others one after the other", async () => {
    await write(entries(200, 1));
    const store = newStore();
    await Promise.all([
      store.show(connector()),
      store.refresh(),
      store.loadOlder(),
      store.loadOlder(),
    ]);
    assert.equal(store.state.entries.length, 200);
    assert.ok(!store.state.isLoading);
    assert.equal((await queries()).length, 2);
  });

  it("ignores what arrives for a connector that is not shown any more", async () => {
    await write(entries(3, 1));
    const store = newStore();
    await control().fault({ path: "T3S70", delayMs: 300 });
    const first = store.show(connector());
    await store.show(connector("B1K3S"));
    await first;
    assert.deepEqual(idsOf(store), []);
    assert.equal(store.state.connector?.ref.identifier, "B1K3S");
    assert.ok(!store.state.isLoading);
  });

  it("keeps what it has when a request fails, and tries the same again", async () => {
    await write(entries(150, 1));
    const store = newStore();
    await store.show(connector());
    await control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    await store.loadOlder();
    assert.ok(store.state.problem instanceof ApiError);
    assert.equal(store.state.entries.length, 100);
    await store.retry();
    assert.equal(store.state.problem, undefined);
    assert.equal(store.state.entries.length, 150);
  });

  it("forgets the logs of an account that is not signed in any more", async () => {
    const store = newStore();
    await store.show(connector());
    store.useSession({ kind: "signedIn", ...account() });
    assert.ok(store.state.connector);
    store.useSession({ kind: "noTeam", origin: account().origin });
    assert.deepEqual([store.state.connector, store.state.entries], [undefined, []]);
  });

  it("filters what is loaded by errors and by text in any field", async () => {
    await write([
      entry(5, { status: 401, request: "GET /Räder" }),
      entry(4, { status: null, event: "connection.failed" }),
      entry(3, { status: null, event: "started" }),
      entry(2, { request_id: "5f0c8e0e-5f5e-4d5e-8f0e-000000000001" }),
      entry(1, { request: "GET /x?token=hidden" }),
    ]);
    const store = newStore();
    await store.show(connector());
    store.setFilter({ errorsOnly: true });
    assert.deepEqual(idsOf(store), ["e5", "e4"]);
    store.setFilter({ text: "räDER" });
    assert.deepEqual(idsOf(store), ["e5"]);
    store.setFilter({ errorsOnly: false, text: "8f0e-000000000001" });
    assert.deepEqual(idsOf(store), ["e2"]);
    store.setFilter({ text: "hidden" });
    assert.deepEqual(idsOf(store), []);
    assert.equal(store.state.entries.length, 5);
    assert.equal((await queries()).length, 1);
  });

  it("loads the entries around a time that is past, and says where they end", async () => {
    const at = Date.UTC(2026, 9, 2, 0, 0, 3);
    const store = newStore(() => at + 3_600_000);
    await write([entry(1000), ...entries(5, 1)]);
    const nearest = await store.showAround(connector(), at);
    assert.equal(nearest?.id, "e3");
    assert.deepEqual(await queries(), ["?limit=1000&before=2026-10-02T00:05:03.000Z"]);
    assert.equal(store.state.endsAt, at + 300_000);
    await store.refresh();
    assert.deepEqual([store.state.endsAt, idsOf(store)[0]], [undefined, "e1000"]);
  });

  it("loads the newest where that time has just been: clocks differ", async () => {
    const at = Date.UTC(2026, 9, 2);
    const store = newStore(() => at + 1000);
    await store.showAround(connector(), at);
    assert.deepEqual(await queries(), ["?limit=1000"]);
    assert.equal(store.state.endsAt, undefined);
  });

  it("finds an entry of the connector that it shows", async () => {
    const store = newStore();
    await store.show(connector());
    assert.equal(store.find(connector().ref, "id:2-log")?.id, "2-log");
    assert.equal(store.find(connector("B1K3S").ref, "id:2-log"), undefined);
  });
});
