import assert from "node:assert/strict";
import { SignedOutError } from "../../../src/platform/http/errors";
import { type SessionState } from "../../../src/features/account/session";
import { desk, key, origin } from "../support/desk";

async function signedIn() {
  const parts = desk();
  await parts.vault.store({ origin, key });
  const session = parts.window();
  await session.ready();
  return { ...parts, session };
}

describe("Session", () => {
  it("begins without a claim, and reads the vault when somebody wants to know", async () => {
    const { window } = desk();
    const session = window();
    assert.deepEqual(session.state, { kind: "loading" });
    const signedOut = { kind: "signedOut", reason: "noKey", origin };
    assert.deepEqual(await session.ready(), signedOut);
    assert.deepEqual(session.state, signedOut);
  });

  it("is signed in with a key for the service and a team, as the team is spelled by the API", async () => {
    const { session, settings } = await signedIn();
    assert.deepEqual(session.state, { kind: "signedIn", origin, teamId: "42" });
    settings.teamId = " 0042 ";
    assert.deepEqual(await session.refresh(), { kind: "signedIn", origin, teamId: "42" });
    assert.deepEqual(await session.account(), session.state);
  });

  it("gives the key to nobody but a request to the service", async () => {
    const { session } = await signedIn();
    assert.deepEqual(await session.credentials(), { href: origin, teamId: "42", key });
    assert.ok(!JSON.stringify([session.state, session]).includes(key.slice(4)));
  });

  it("signs out when the key is gone, and in again when it is back", async () => {
    const { session, vault } = await signedIn();
    await vault.delete();
    assert.equal((await session.refresh()).kind, "signedOut");
    await assert.rejects(session.account(), SignedOutError);
    assert.equal((await session.credentials()).key, undefined);
    await vault.store({ origin, key });
    assert.equal((await session.refresh()).kind, "signedIn");
  });

  it("is signed out where the secret cannot be decrypted, until another is stored", async () => {
    const { session, safe, vault } = await signedIn();
    safe.broken = new Error("Could not decrypt");
    const state = await session.refresh();
    assert.deepEqual(state, { kind: "signedOut", reason: "unreadable", origin });
    assert.equal((await session.credentials()).key, undefined);
    safe.broken = undefined;
    await vault.store({ origin, key });
    assert.equal((await session.refresh()).kind, "signedIn");
  });

  it("wants a team", async () => {
    const { session, settings } = await signedIn();
    for (const teamId of ["", "SM_HARBOUR1", "0"]) {
      settings.teamId = teamId;
      assert.deepEqual(await session.refresh(), { kind: "noTeam", origin });
      await assert.rejects(session.account(), SignedOutError);
      assert.equal((await session.credentials()).teamId, undefined);
    }
  });

  it("tells a change once, and no change not at all", async () => {
    const { session, settings, vault } = await signedIn();
    const told: SessionState[] = [];
    session.onDidChange((state) => told.push(state));
    await session.refresh();
    settings.teamId = "7";
    await session.refresh();
    await vault.store({ origin, key: "api_another" });
    await session.refresh();
    assert.deepEqual(told, [{ kind: "signedIn", origin, teamId: "7" }]);
  });
});
