import assert from "node:assert/strict";
import { ApiKeyVault } from "../../../src/features/account/apiKeyVault";
import { Session, type SessionState } from "../../../src/features/account/session";
import { desk, key, origin } from "../support/desk";

describe("Session, when something changes elsewhere,", () => {
  it("follows a sign-in and a sign-out in another window", async () => {
    const { vault, window } = desk();
    const [here, there] = [window(), window()];
    await Promise.all([here.ready(), there.ready()]);
    await vault.store({ origin, key });
    await there.refresh();
    assert.equal(here.state.kind, "signedOut");
    await here.refresh();
    assert.equal(here.state.kind, "signedIn");
    await vault.delete();
    // A request between the other window's sign-out and its news does not go out either.
    assert.equal((await here.credentials()).key, undefined);
  });

  it("ends with the latest of several changes, whichever is read first", async () => {
    const { settings, safe, vault } = desk();
    await vault.store({ origin, key });
    let readFirst = () => {};
    const reads = [new Promise<void>((resolve) => (readFirst = resolve))];
    const slow = new ApiKeyVault({
      get: async (name) => {
        await reads.shift();
        return safe.get(name);
      },
      store: (name, value) => safe.store(name, value),
      delete: (name) => safe.delete(name),
    });
    const session = new Session(slow, () => settings);
    const told: SessionState["kind"][] = [];
    session.onDidChange(({ kind }) => told.push(kind));
    const first = session.refresh();
    settings.apiBaseUrl = "nonsense";
    await session.refresh();
    readFirst();
    await first;
    assert.deepEqual(told, ["badSettings"]);
    assert.equal((await first).kind, "badSettings");
  });
});
