import assert from "node:assert/strict";
import { ConnectorStore } from "../../../src/features/connectors/connectorStore";
import { ConnectorMemory } from "../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { type Account } from "../../../src/platform/account";
import { gate, named, namesOf } from "../support/connectorStore";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { MemoryStorage } from "../support/memoryStorage";

const origin = "https://api.supermetrics.com";
const first: Account = { origin, teamId: "1" };
const second: Account = { origin, teamId: "2" };
const signedIn = (account: Account) => ({ kind: "signedIn", ...account }) as const;

describe("A list that was fetched elsewhere", () => {
  let time = Date.UTC(2026, 9, 2);

  function adopted(account: Account) {
    const lists = gate();
    const store = new ConnectorStore(
      lists.list,
      new ConnectorMemory(new AccountStorage(new MemoryStorage(), new MemoryFileStorage())),
      () => time,
    );
    store.adopt(account, { connectors: [named("Found")], total: 1 }, 0);
    return { lists, store };
  }

  it("serves the sign-in that it was fetched for without another request", async () => {
    const { lists, store } = adopted(first);
    assert.deepEqual(namesOf(store), []);
    store.useSession(signedIn(first));
    await store.ensureListed();
    assert.deepEqual(namesOf(store), ["Found"]);
    assert.equal(lists.asked(), 0);
  });

  it("serves nobody else", () => {
    const { store } = adopted(first);
    store.useSession(signedIn(second));
    assert.deepEqual(namesOf(store), []);
    store.useSession(signedIn(first));
    assert.deepEqual(namesOf(store), []);
  });

  it("does not pass for new when its account is signed in hours later", () => {
    const { lists, store } = adopted(first);
    time += 7_200_000;
    store.useSession(signedIn(first));
    void store.ensureListed();
    assert.equal(lists.asked(), 1);
  });
});
