import assert from "node:assert/strict";
import type { Account } from "../../../src/platform/account";
import { listConnectors } from "../../../src/features/connectors/connectorsApi";
import { ConnectorStore } from "../../../src/features/connectors/connectorStore";
import { ConnectorMemory } from "../../../src/features/connectors/connectorMemory";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import type { SourceList } from "../../../src/features/connectors/createSteps";
import { useService } from "../support/client";
import { connectors, create, Draft, sources } from "../support/draft";
import { pick, ScriptedPrompts } from "../support/scriptedPrompts";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { MemoryStorage } from "../support/memoryStorage";

const left = { name: "Mail", description: "", source: { kind: "default" } } as const;

/** Answers only the question what to start from. */
async function choose(list: SourceList, ...labels: readonly string[]) {
  const script = new ScriptedPrompts(...labels.map(pick));
  const sent = await create(script, new Draft(left), { list, from: "last" });
  return { script, duplicateOf: sent?.duplicateOf, items: script.last.items ?? [] };
}

const labels = (items: readonly { readonly label: string }[]) => items.map(({ label }) => label);

describe("What a connector can start from", () => {
  it("is the default configuration, a connector, or one whose identifier is known", async () => {
    const { items, duplicateOf } = await choose(sources(), "Harbour Mail");
    assert.deepEqual(labels(items), [
      "Default configuration",
      "Bikes",
      "Harbour Mail",
      "Select file…",
      "Enter identifier…",
    ]);
    assert.equal(duplicateOf, "T3S70");
  });

  it("has the connectors that were used last on top of the others", async () => {
    const { items } = await choose(sources({ recent: () => ["T3S70"] }), "Harbour Mail");
    assert.deepEqual(labels(items).slice(1, 3), ["Harbour Mail", "Bikes"]);
  });

  it("tells namesakes apart by their identifiers", async () => {
    const twins = ["A1", "B2"].map((identifier) => ({ identifier, name: "Same" }));
    const { items } = await choose(sources({ connectors: async () => twins }), "Same");
    assert.deepEqual(
      items.slice(1, 3).map(({ description }) => description),
      ["A1", "B2"],
    );
  });

  it("can be answered when the connectors cannot be listed, which says why", async () => {
    const list = sources({
      connectors: () => Promise.reject(new Error("Nobody there")),
      known: () => connectors.slice(0, 1),
    });
    const { items } = await choose(list, "Default configuration");
    assert.deepEqual(labels(items), [
      "Default configuration",
      "Retry",
      "Harbour Mail",
      "Select file…",
      "Enter identifier…",
    ]);
    const again = items.find(({ label }) => label === "Retry");
    assert.equal(again?.detail, "Couldn't load the connectors. Nobody there.");
  });

  it("can be listed again on the spot, without losing an answer", async () => {
    let tries = 0;
    const list = sources({
      connectors: async () => {
        if (++tries === 1) {
          throw new Error("Nobody there");
        }
        return connectors;
      },
    });
    const { script, duplicateOf } = await choose(list, "Retry", "Bikes");
    assert.equal(duplicateOf, "B1K3S");
    assert.equal(script.seen.length, 2);
    assert.ok(!labels(script.last.items ?? []).includes("Retry"));
  });
});

describe("What a connector can start from, asked of the service,", () => {
  const service = useService();

  it("costs one list at most, and none while that is fresh", async () => {
    const list = (account: Account) => listConnectors(service.sendWith(), account);
    const store = new ConnectorStore(
      list,
      new ConnectorMemory(new AccountStorage(new MemoryStorage(), new MemoryFileStorage())),
    );
    store.useSession({ kind: "signedIn", ...service.account() });
    const parts = sources({ connectors: () => store.freshConnectors() });
    await choose(parts, "Harbour Mail");
    await choose(parts, "Äpfel & Birnen");
    assert.equal((await service.requests()).length, 1);
  });

  it("names the right that a key without a list lacks", async () => {
    const key = await service.key({ rights: ["cb_connectors_write"] });
    const list = () => listConnectors(service.sendWith(key), service.account());
    const { items } = await choose(
      sources({ connectors: async () => (await list()).connectors }),
      "Default configuration",
    );
    assert.match(items[1]?.detail ?? "", /cb_connectors_read.*\[HTTP 403/);
  });
});
