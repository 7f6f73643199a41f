import assert from "node:assert/strict";
import { TestValueStore } from "../../../src/features/preview/testValueStore";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { MemorySecretStorage, MemoryStorage } from "../support/memoryStorage";

const [a, b] = ["https://api.example.com 1 A", "file:///b.connector.json"];
const [origin, other] = ["https://a.example.com", "https://b.example.com"];

describe("Test values", () => {
  const kept = () => {
    const state = new MemoryStorage();
    const secrets = new MemorySecretStorage();
    const storage = new AccountStorage(state, new MemoryFileStorage());
    return { state, secrets, storage, store: new TestValueStore(storage, secrets) };
  };

  it("are kept for a connector, and credentials for the host that they go to", async () => {
    const { store, state } = kept();
    await store.setValues(a, { dates: "last:7" });
    await store.setValues(a, { "account.id": "1" });
    await Promise.all([
      store.setCredentials(a, origin, { token: "secret-a" }),
      store.setCredentials(a, origin, { key: "secret-k" }),
      store.setCredentials(b, origin, { token: "secret-b" }),
    ]);
    assert.deepEqual(store.values(a), { dates: "last:7", "account.id": "1" });
    assert.deepEqual(store.values(b), {});
    assert.deepEqual(await store.credentials(a, origin), { token: "secret-a", key: "secret-k" });
    assert.deepEqual(await store.credentials(a, other), {});
    assert.deepEqual(await store.credentials(b, origin), { token: "secret-b" });
    assert.ok(!JSON.stringify(state.keys().map((key) => state.get(key))).includes("secret-"));
  });

  it("know which hosts were confirmed for a connector", async () => {
    const { store } = kept();
    await store.confirm(a, origin);
    assert.ok(store.isConfirmed(a, origin));
    assert.ok(!store.isConfirmed(a, other) && !store.isConfirmed(b, origin));
  });

  it("are forgotten for one connector", async () => {
    const { store } = kept();
    for (const connector of [a, b]) {
      await store.setValues(connector, { dates: "last:7" });
      await store.setCredentials(connector, origin, { token: "secret" });
      await store.confirm(connector, origin);
    }
    await store.forget(a);
    assert.deepEqual([store.values(a), await store.credentials(a, origin)], [{}, {}]);
    assert.ok(!store.isConfirmed(a, origin) && store.isConfirmed(b, origin));
    assert.deepEqual(await store.credentials(b, origin), { token: "secret" });
  });

  it("are all forgotten with the sign-out", async () => {
    const { store, storage, secrets } = kept();
    await store.setValues(a, { dates: "last:7" });
    await store.setCredentials(a, origin, { token: "secret" });
    await store.confirm(a, origin);
    await storage.forgetAll();
    assert.deepEqual(store.values(a), {});
    assert.ok(!store.isConfirmed(a, origin));
    assert.equal(secrets.kept.size, 0);
  });

  it("are asked for again where the store of secrets gives nothing that it knows", async () => {
    const { store, secrets } = kept();
    secrets.kept.set("supermetrics.previewCredentials", "garbled");
    assert.deepEqual(await store.credentials(a, origin), {});
    secrets.broken = new Error("locked");
    assert.deepEqual(await store.credentials(a, origin), {});
  });
});
