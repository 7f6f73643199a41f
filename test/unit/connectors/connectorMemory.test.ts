import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import { otherTeam } from "../../sandbox/seed";
import { named, namesOf, useStore } from "../support/connectorStore";

describe("ConnectorStore in another session", () => {
  const { account, key, lists, forgetAll, store: newStore } = useStore();

  it("shows at once, without a request, what was listed last, and when that was", async () => {
    const before = newStore();
    await before.refresh();
    const after = newStore();
    assert.deepEqual(namesOf(after), namesOf(before));
    assert.equal(after.state.listedAt, before.state.listedAt);
    assert.equal(after.state.isRemembered, true);
    assert.equal(before.state.isRemembered, false);
    assert.equal(await lists(), 1);
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
    await after.ensureListed();
    assert.deepEqual(namesOf(after), ["NEW01"]);
    assert.equal(after.state.listedAt, undefined);
  });

  it("shows one team's connectors to that team only", async () => {
    await newStore().refresh();
    assert.deepEqual(namesOf(newStore(account(otherTeam))), []);
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
    assert.deepEqual(namesOf(store), []);
  });
});
