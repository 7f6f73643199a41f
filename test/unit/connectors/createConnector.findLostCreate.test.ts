import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import { defaultTeam } from "../../sandbox";
import type { Fault } from "../../sandbox/model";
import { thrownBy } from "../support/api";
import { expectKind, useCreation } from "../support/creation";

describe("looking for a lost create", () => {
  const { account, control, create, find, store } = useCreation();
  const lose = async (title: string, fault: Fault = {}) => {
    await control().fault({ method: "POST", reset: true, ...fault });
    return expectKind(await create(title), "lost").trace;
  };

  it("does not take a connector for it that was listed before", async () => {
    await store().refresh();
    assert.deepEqual(await find(await lose("Harbour Mail")), []);
    assert.deepEqual(await find(await lose("Harbour Mail", { apply: true })), ["Harbour Mail"]);
  });

  it("does not take a connector for it that was created here before", async () => {
    await store().refresh();
    expectKind(await create("Twin"), "created");
    assert.deepEqual(await find(await lose("Twin")), []);
  });

  it("finds all of that name where none was ever listed, and says that it cannot tell", async () => {
    const trace = await lose("Harbour Mail", { apply: true });
    assert.equal(trace.known, undefined);
    assert.deepEqual(await find(trace), ["Harbour Mail", "Harbour Mail"]);
  });

  for (const [sent, shown] of [
    ["NFC", "NFD"],
    ["NFD", "NFC"],
  ] as const) {
    it(`knows the name that was sent in ${sent} when the service shows it in ${shown}`, async () => {
      const trace = await lose("Räder é".normalize(sent));
      await control().addConnector(defaultTeam, { name: "Räder é".normalize(shown) });
      assert.equal((await find(trace)).length, 1);
    });
  }

  it("takes no other name for it", async () => {
    await store().refresh();
    const trace = await lose("Lost");
    await control().addConnector(defaultTeam, { name: "lost" });
    assert.deepEqual(await find(trace), []);
  });

  it("cannot tell either where only another account's connectors were listed", async () => {
    await store().refresh();
    store().useSession({ kind: "signedIn", origin: account().origin, teamId: "4242" });
    await store().refresh();
    assert.equal((await lose("Harbour Mail")).known, undefined);
  });

  it("shows the list that it fetched", async () => {
    await find(await lose("Lost", { apply: true }));
    const names = store().state.connectors.map(({ name }) => name);
    assert.ok(names.includes("Lost") && names.includes("Harbour Mail"));
  });

  it("looks in the account of the create, though another is signed in by now", async () => {
    const trace = await lose("Lost", { apply: true });
    store().useSession({ kind: "signedIn", origin: account().origin, teamId: "4242" });
    assert.deepEqual(await find(trace), ["Lost"]);
    assert.deepEqual(store().state.connectors, []);
  });

  it("passes on why it could not look", async () => {
    const trace = await lose("Lost");
    await control().fault({ status: 403, errorCode: "FORBIDDEN" });
    const { details } = await thrownBy(find(trace), ApiError);
    assert.equal(details.code, "FORBIDDEN");
  });
});
