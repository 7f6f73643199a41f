import assert from "node:assert/strict";
import { RememberedTeams } from "../../../../src/features/account/rememberedTeams";
import { ConnectorMemory } from "../../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../../src/platform/storage/accountStorage";
import { MemoryStorage } from "../../support/memoryStorage";

const account = { origin: "https://api.supermetrics.com", teamId: "42" };

describe("AccountStorage", () => {
  let drawer: MemoryStorage;
  let storage: AccountStorage;
  let memory: ConnectorMemory;
  let teams: RememberedTeams;
  beforeEach(() => {
    drawer = new MemoryStorage();
    storage = new AccountStorage(drawer);
    memory = new ConnectorMemory(storage);
    teams = new RememberedTeams(storage);
  });

  it("gives back in another session what was kept in this one", async () => {
    const connectors = [
      { identifier: "T3S70", name: "Harbour Mail", updatedAt: "2026-10-02" },
      { identifier: "B1K3S", name: "Räder 🚲", description: "By day" },
    ];
    await memory.list.set(account, { connectors, listedAt: 1 });
    await memory.recent.set(account, ["B1K3S"]);
    await teams.add({ ...account, teamId: "7" }, undefined);
    await teams.add(account, "Harbour");
    await memory.encoding.set(account.origin, "json");

    const laterStorage = new AccountStorage(drawer);
    const later = new ConnectorMemory(laterStorage);
    assert.deepEqual(later.list.get(account), { connectors, listedAt: 1 });
    assert.deepEqual(later.recent.get(account), ["B1K3S"]);
    assert.deepEqual(new RememberedTeams(laterStorage).of(account.origin), [
      { teamId: "42", name: "Harbour" },
      { teamId: "7" },
    ]);
    assert.equal(later.encoding.get(account.origin), "json");
  });

  it("keeps teams and services apart", async () => {
    await memory.recent.set(account, ["A"]);
    assert.equal(memory.recent.get({ ...account, teamId: "4" }), undefined);
    assert.equal(memory.recent.get({ ...account, origin: "https://eu.example.org" }), undefined);
    assert.equal(memory.list.get(account), undefined);
  });

  it("takes what another version wrote, and it cannot read, for nothing", async () => {
    await memory.list.set(account, { connectors: [] });
    await memory.recent.set(account, []);
    const keys = drawer.keys();
    for (const foreign of [null, 1, "text", { connectors: [{}] }, [1], { listedAt: 1 }]) {
      await Promise.all(keys.map((key) => drawer.update(key, foreign)));
      assert.equal(memory.list.get(account), undefined);
      assert.equal(memory.recent.get(account), undefined);
    }
  });

  it("reads a list that a later version wrote more into", async () => {
    await memory.list.set(account, { connectors: [] });
    const [key = ""] = drawer.keys();
    const connectors = [{ identifier: "A", name: "A", starred: true }];
    await drawer.update(key, { connectors, sortedBy: "name" });
    assert.equal(memory.list.get(account)?.connectors[0]?.identifier, "A");
  });

  it("forgets all of every account, and nothing that is not its own", async () => {
    for (const teamId of ["42", "7"]) {
      await memory.list.set({ ...account, teamId }, { connectors: [] });
      await memory.recent.set({ ...account, teamId }, ["A"]);
    }
    await teams.add(account, undefined);
    await memory.encoding.set(account.origin, "form");
    await drawer.update("createDraft ", { name: "Typed by a person" });

    await storage.forgetAll();

    assert.deepEqual(drawer.keys(), ["createDraft "]);
  });
});
