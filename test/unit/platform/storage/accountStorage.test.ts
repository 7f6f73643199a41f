import assert from "node:assert/strict";
import { RememberedTeams } from "../../../../src/features/account/rememberedTeams";
import { ConnectorMemory } from "../../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../../src/platform/storage/accountStorage";
import { MemoryFileStorage } from "../../support/memoryFileStorage";
import { MemoryStorage } from "../../support/memoryStorage";

const account = { origin: "https://api.supermetrics.com", teamId: "42" };

describe("AccountStorage", () => {
  let drawer: MemoryStorage;
  let files: MemoryFileStorage;
  let storage: AccountStorage;
  let memory: ConnectorMemory;
  let teams: RememberedTeams;
  beforeEach(() => {
    drawer = new MemoryStorage();
    files = new MemoryFileStorage();
    storage = new AccountStorage(drawer, files);
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

    const laterStorage = new AccountStorage(drawer, files);
    const later = new ConnectorMemory(laterStorage);
    assert.deepEqual(await later.list.get(account), { connectors, listedAt: 1 });
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
    assert.equal(await memory.list.get(account), undefined);
  });

  it("takes what another version wrote, and it cannot read, for nothing", async () => {
    await memory.list.set(account, { connectors: [] });
    await memory.recent.set(account, []);
    const keys = drawer.keys();
    const paths = [...files.files.values()].map(({ path }) => path);
    assert.equal(paths.length, 1);
    for (const foreign of [null, 1, "text", { connectors: [{}] }, [1], { listedAt: 1 }]) {
      await Promise.all(keys.map((key) => drawer.update(key, foreign)));
      await Promise.all(paths.map((path) => files.write(path, JSON.stringify(foreign))));
      assert.equal(await memory.list.get(account), undefined);
      assert.equal(memory.recent.get(account), undefined);
    }
    await Promise.all(paths.map((path) => files.write(path, '{"connectors":[')));
    assert.equal(await memory.list.get(account), undefined);
  });

  it("reads a list that a later version wrote more into", async () => {
    await memory.list.set(account, { connectors: [] });
    const [{ path } = { path: [] }] = files.files.values();
    const connectors = [{ identifier: "A", name: "A", starred: true }];
    await files.write(path, JSON.stringify({ connectors, sortedBy: "name" }));
    assert.equal((await memory.list.get(account))?.connectors[0]?.identifier, "A");
  });

  it("keeps 1,000 connectors with long descriptions out of the state, which the editor wants small", async () => {
    const description = "d".repeat(1000);
    const connectors = Array.from({ length: 1000 }, (_, n) => ({
      identifier: `C${n}`,
      name: `Connector ${n}`,
      description,
    }));
    await memory.list.set(account, { connectors });
    assert.equal((await memory.list.get(account))?.connectors.length, 1000);
    assert.ok(drawer.length < 1000, String(drawer.length));
  });

  it("removes the lists that an earlier version kept in the state", async () => {
    const old = `list ${account.origin} ${account.teamId}`;
    await drawer.update(old, { connectors: [] });
    await drawer.update("createDraft ", { name: "Typed by a person" });
    void new ConnectorMemory(new AccountStorage(drawer, files));
    assert.deepEqual(drawer.keys(), ["createDraft "]);
  });

  it("writes the last of several values that wait, and can be read meanwhile", async () => {
    const names = ["A", "B", "C"];
    const written = names.map((name) =>
      memory.list.set(account, { connectors: [{ identifier: name, name }] }),
    );
    const read = memory.list.get(account);
    await Promise.all(written);
    assert.equal((await read)?.connectors[0]?.name, "C");
    assert.equal(files.writes, 1);
  });

  it("writes nothing after it was told to forget", async () => {
    const writing = ["A", "B"].map((name) =>
      memory.list.set({ ...account, teamId: name }, { connectors: [{ identifier: name, name }] }),
    );
    await storage.forgetAll();
    await Promise.all(writing);
    assert.equal(files.files.size, 0);
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

    assert.equal(files.files.size, 0);
    assert.deepEqual(drawer.keys(), ["createDraft "]);
  });
});
