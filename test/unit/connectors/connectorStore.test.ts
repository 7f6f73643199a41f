import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import type { ListState } from "../../../src/features/connectors/connectorStore";
import { named, namesOf, useStore } from "../support/connectorStore";

const seeded = ["Bikes / Räder 🚲", "Harbour Mail", "Äpfel & Birnen"];

describe("ConnectorStore", () => {
  const { account, control, lists, pass, store: newStore } = useStore();

  it("sends nothing until somebody looks, and then only once", async () => {
    const store = newStore();
    assert.equal(await lists(), 0);
    await store.ensureListed();
    await store.ensureListed();
    assert.deepEqual(namesOf(store), seeded);
    assert.equal(await lists(), 1);
  });

  it("has nothing to show and nothing to ask where nobody is signed in", async () => {
    const store = newStore(null);
    await store.ensureListed();
    await store.refresh();
    assert.deepEqual(store.state, { connectors: [], isRemembered: true, isLoading: false });
    assert.equal(await lists(), 0);
  });

  it("shares a refresh that is under way, and sends another one afterwards", async () => {
    const store = newStore();
    await Promise.all([store.refresh(), store.refresh(), store.ensureListed()]);
    assert.equal(await lists(), 1);
    await store.refresh();
    assert.equal(await lists(), 2);
  });

  it("tells that it is loading, and then what came", async () => {
    const store = newStore();
    const told: ListState[] = [];
    store.onDidChange((state) => told.push(state));
    await store.refresh();
    assert.deepEqual(
      told.map(({ isLoading, connectors }) => [isLoading, connectors.length]),
      [
        [true, 0],
        [false, 3],
      ],
    );
  });

  it("sees what colleagues created, renamed and removed", async () => {
    const store = newStore();
    await store.refresh();
    const { teamId } = account();
    await control().addConnector(teamId, { identifier: "NEW01", name: "Their Version" });
    await control().changeConnector(teamId, "T3S70", { name: "Renamed" });
    await control().removeConnector(teamId, "B1K3S");
    await store.refresh();
    assert.deepEqual(namesOf(store), ["Renamed", "Their Version", "Äpfel & Birnen"]);
    assert.equal(store.find("T3S70")?.name, "Renamed");
    assert.equal(store.find("B1K3S"), undefined);
  });

  it("keeps the list and adds the reason when a refresh fails, until one succeeds", async () => {
    const store = newStore();
    await store.refresh();
    await control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    await store.refresh();
    assert.ok(store.state.problem instanceof ApiError);
    assert.equal(store.state.isLoading, false);
    assert.deepEqual(namesOf(store), seeded);
    await store.refresh();
    assert.equal(store.state.problem, undefined);
  });

  it("adds a connector that was created, and replaces one that it knows", async () => {
    const store = newStore();
    await store.refresh();
    store.put(account(), named("NEW01"));
    store.put(account(), { identifier: "T3S70", name: "Renamed" });
    assert.deepEqual(namesOf(store), ["Bikes / Räder 🚲", "NEW01", "Renamed", "Äpfel & Birnen"]);
    assert.equal(await lists(), 1);
  });

  it("shows all of a team with as many connectors as the API lists", async () => {
    await control().reset({ connectors: 1000 });
    const store = newStore();
    await store.refresh();
    assert.equal(store.state.connectors.length, 1000);
    assert.equal(store.state.total, undefined);
  });

  it("says how many there are when the API lists fewer", async () => {
    await control().reset({ connectors: 1001 });
    const store = newStore();
    await store.refresh();
    assert.equal(store.state.connectors.length, 1000);
    assert.equal(store.state.total, 1001);
  });

  it("serves who chooses a connector from a list of this session, for five minutes", async () => {
    const store = newStore();
    assert.equal((await store.freshConnectors()).length, 3);
    assert.equal((await store.freshConnectors()).length, 3);
    assert.equal(await lists(), 1);
    pass(301);
    await store.freshConnectors();
    assert.equal(await lists(), 2);
  });

  it("tells who chooses a connector why there is no list", async () => {
    await control().fault({ status: 403, errorCode: "FORBIDDEN" });
    await assert.rejects(newStore().freshConnectors(), ApiError);
  });
});
