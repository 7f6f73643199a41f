import assert from "node:assert/strict";
import type { ConnectorStore } from "../../../src/features/connectors/connectorStore";
import { ApiError } from "../../../src/platform/http/errors";
import { otherTeam } from "../../sandbox/seed";
import { named, namesOf, useStore } from "../support/connectorStore";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Resolves when the store shows what it remembers. */
async function remembered(store: ConnectorStore): Promise<void> {
  await turn();
  assert.ok(store.state.isRemembered && store.state.connectors.length > 0);
}

describe("ConnectorStore in another session", () => {
  const { account, key, lists, forgetAll, store: newStore } = useStore();

  it("shows at once, without a request, what was listed last, and when that was", async () => {
    const before = newStore();
    await before.refresh();
    const after = newStore();
    await remembered(after);
    assert.deepEqual(namesOf(after), namesOf(before));
    assert.equal(after.state.listedAt, before.state.listedAt);
    assert.equal(after.state.isRemembered, true);
    assert.equal(before.state.isRemembered, false);
    assert.equal(await lists(), 1);
  });

  it("merges what is done before it has read what it remembers, and remembers both", async () => {
    await newStore().refresh();
    const store = newStore();
    store.put(account(), named("NEW01"));
    await remembered(store);
    const all = namesOf(store);
    assert.ok(all.includes("NEW01") && all.length > 1, all.join());
    const after = newStore();
    await remembered(after);
    assert.deepEqual(namesOf(after), all);
  });

  it("shows nothing remembered over a list that came first", async () => {
    const before = newStore();
    await before.refresh();
    const store = newStore();
    store.adopt(account(), { connectors: [named("Listed")], total: 1 }, store.mark());
    await turn();
    assert.deepEqual(namesOf(store), ["Listed"]);
  });

  it("does not take what is remembered for fresh", async () => {
    await newStore().refresh();
    const after = newStore();
    await after.freshConnectors();
    assert.equal(await lists(), 2);
    assert.equal(after.state.isRemembered, false);
  });

  it("keeps what was created with a key that may not list", async () => {
    const writeOnly = await key({ rights: ["cb_connectors_write"] });
    const before = newStore(account(), writeOnly);
    await before.refresh();
    before.put(account(), named("NEW01"));
    await before.refresh();
    assert.deepEqual(namesOf(before), ["NEW01"]);
    assert.ok(before.state.problem instanceof ApiError);

    const after = newStore(account(), writeOnly);
    await remembered(after);
    await after.ensureListed();
    assert.deepEqual(namesOf(after), ["NEW01"]);
    assert.equal(after.state.listedAt, undefined);
  });

  it("shows one team's connectors to that team only", async () => {
    await newStore().refresh();
    const other = newStore(account(otherTeam));
    await turn();
    assert.deepEqual(namesOf(other), []);
  });

  it("knows which connectors were used, the last one first, each once", async () => {
    const store = newStore();
    for (const identifier of ["A", "B", "A", "C"]) {
      await store.markUsed(identifier);
    }
    assert.deepEqual(newStore().recent(), ["C", "A", "B"]);
    assert.deepEqual(newStore(account(otherTeam)).recent(), []);
  });

  it("does not remember uses without end", async () => {
    const store = newStore();
    for (let n = 0; n < 60; n++) {
      await store.markUsed(`C${n}`);
    }
    assert.equal(store.recent().length, 50);
    assert.equal(store.recent()[0], "C59");
  });

  it("notes nothing for nobody", async () => {
    const store = newStore(null);
    await store.markUsed("A");
    assert.deepEqual(store.recent(), []);
  });

  it("shows nothing of what was forgotten at the sign-out", async () => {
    const store = newStore();
    await store.refresh();
    await forgetAll();
    store.useSession({ kind: "signedOut", reason: "noKey", origin: account().origin });
    assert.deepEqual(namesOf(store), []);
    store.useSession({ kind: "signedIn", ...account() });
    await turn();
    assert.deepEqual(namesOf(store), []);
  });
});
