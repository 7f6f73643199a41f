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
const signedOut = { kind: "signedOut", reason: "noKey", origin } as const;

describe("A list that is in flight", () => {
  let lists: ReturnType<typeof gate>;
  let store: ConnectorStore;
  let memory: ConnectorMemory;
  beforeEach(() => {
    lists = gate();
    memory = new ConnectorMemory(new AccountStorage(new MemoryStorage(), new MemoryFileStorage()));
    store = new ConnectorStore(lists.list, memory);
    store.useSession(signedIn(first));
    void store.ensureListed();
  });

  it("does not reach the account that was changed to, nor what is remembered of it", async () => {
    store.useSession(signedIn(second));
    void store.ensureListed();
    await lists.answer(0, "First's");
    assert.deepEqual(namesOf(store), []);
    assert.equal(store.state.isLoading, true);
    assert.equal(await memory.list.get(second), undefined);
    await lists.answer(1, "Second's");
    assert.deepEqual(namesOf(store), ["Second's"]);
  });

  it("does not come back after a sign-out", async () => {
    store.useSession(signedOut);
    await lists.answer(0, "First's");
    assert.deepEqual(store.state, { connectors: [], isRemembered: true, isLoading: false });
    assert.equal(await memory.list.get(first), undefined);
  });

  it("does not overtake the list of the same account's next sign-in", async () => {
    store.useSession(signedOut);
    store.useSession(signedIn(first));
    void store.ensureListed();
    await lists.answer(1, "New");
    await lists.answer(0, "Old");
    assert.deepEqual(namesOf(store), ["New"]);
  });

  it("does not show the next sign-in why the one before was refused", async () => {
    store.useSession(signedOut);
    store.useSession(signedIn(first));
    void store.ensureListed();
    await lists.refuse(0, new Error("The old key has expired"));
    assert.equal(store.state.problem, undefined);
    assert.equal(store.state.isLoading, true);
    void store.refresh();
    assert.equal(lists.asked(), 2);
  });

  it("does not take away a connector that was created after it was asked for", async () => {
    store.put(first, named("Created"));
    await lists.answer(0, "Listed");
    assert.deepEqual(namesOf(store), ["Created", "Listed"]);
    assert.equal((await memory.list.get(first))?.connectors.length, 2);
  });

  it("does not keep such a connector beyond the next list, if it is gone by then", async () => {
    store.put(first, named("Created"));
    await lists.answer(0);
    void store.refresh();
    await lists.answer(1, "Listed");
    assert.deepEqual(namesOf(store), ["Listed"]);
  });

  it("shows a connector once that is both created and listed, as it was listed", async () => {
    store.put(first, named("Created"));
    await lists.answer(0, "Created", "Listed");
    assert.deepEqual(namesOf(store), ["Created", "Listed"]);
    assert.equal(store.state.total, undefined);
  });

  for (const [what, change] of [
    ["renamed or published", () => store.put(first, { identifier: "Own", name: "Renamed" })],
    ["deleted", () => store.remove(first, "Own")],
    ["created", () => store.put(first, named("Created"))],
    [
      "created and deleted again",
      () => {
        store.put(first, named("Created"));
        store.remove(first, "Created");
      },
    ],
  ] as const) {
    it(`does not undo that a connector was ${what} after it was asked for`, async () => {
      await lists.answer(0, "Own", "Other");
      void store.refresh();
      change();
      const done = namesOf(store);
      await lists.answer(1, "Own", "Other");
      assert.deepEqual(namesOf(store), done);
      assert.equal(store.state.isLoading, false);
      assert.deepEqual(
        (await memory.list.get(first))?.connectors.map(({ name }) => name).toSorted(),
        done,
      );
      void store.refresh();
      await lists.answer(2, "Own", "Their Version");
      assert.deepEqual(namesOf(store), ["Own", "Their Version"], "the next list knows it");
    });

    it(`does not undo that, where it was asked for elsewhere: ${what}`, async () => {
      await lists.answer(0, "Own", "Other");
      const mark = store.mark();
      change();
      const done = namesOf(store);
      store.adopt(first, { connectors: [named("Own"), named("Other")], total: 2 }, mark);
      assert.deepEqual(namesOf(store), done);
    });
  }

  it("brings what is new in it, though something was deleted meanwhile", async () => {
    store.remove(first, "Own");
    await lists.answer(0, "Own", "New");
    assert.deepEqual(namesOf(store), ["New"]);
  });

  it("does not overtake a list that was fetched elsewhere meanwhile", async () => {
    store.adopt(first, { connectors: [named("Found")], total: 1 }, store.mark());
    assert.equal(store.state.isLoading, false);
    await lists.answer(0, "Old");
    assert.deepEqual(namesOf(store), ["Found"]);
  });

  it("is not added to by what is created in another team", async () => {
    store.put(second, named("Second's"));
    await lists.answer(0, "First's");
    assert.deepEqual(namesOf(store), ["First's"]);
  });
});

describe("A connector that was listed for one account", () => {
  it("stays that account's when another one is signed in", async () => {
    const lists = gate();
    const memory = new ConnectorMemory(
      new AccountStorage(new MemoryStorage(), new MemoryFileStorage()),
    );
    const store = new ConnectorStore(lists.list, memory);
    store.useSession(signedIn(first));
    void store.ensureListed();
    await lists.answer(0, "A");
    const [shown] = store.state.connectors;
    assert.ok(shown);
    store.useSession(signedIn(second));
    assert.deepEqual(store.refOf(shown), { ...first, identifier: "A" });
    store.useSession(signedOut);
    store.useSession(signedIn(first));
    await new Promise((resolve) => setImmediate(resolve));
    const [remembered] = store.state.connectors;
    assert.ok(remembered && remembered !== shown);
    store.useSession(signedIn(second));
    assert.deepEqual(store.refOf(remembered), { ...first, identifier: "A" });
    assert.deepEqual(store.refOf(named("B")), { ...second, identifier: "B" });
  });
});
