import assert from "node:assert/strict";
import { mock } from "node:test";
import { ApiKeyVault } from "../../../src/features/account/apiKeyVault";
import { Session, type SessionState } from "../../../src/features/account/session";
import { SecretStoreError, SignedOutError } from "../../../src/platform/http/errors";
import { MemorySecretStorage } from "../support/memoryStorage";

const origin = "https://api.supermetrics.com";
const key = "api_0123456789-abcdefghijklmnopqrstuvwxyz";
const signedIn: SessionState = { kind: "signedIn", origin, teamId: "42" };
const unanswered: SessionState = { kind: "signedOut", reason: "unanswered", origin };
const noKey: SessionState = { kind: "signedOut", reason: "noKey", origin };

/** A window with a key in its store. */
async function desk() {
  const safe = new MemorySecretStorage();
  const vault = new ApiKeyVault(safe);
  await vault.store({ origin, key });
  return { safe, vault, session: new Session(vault, () => ({ apiBaseUrl: origin, teamId: "42" })) };
}

/** A promise that the test settles. */
function pending() {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("Session, where the store of secrets", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("never answers, says so within seconds, for requests as well", async () => {
    const { safe, session } = await desk();
    safe.waiting = new Promise(() => {});
    const states = [session.ready(), session.account(), session.credentials()] as const;
    const settled = Promise.allSettled(states);
    await turn();
    mock.timers.tick(5000);
    const [ready, account, credentials] = await settled;
    assert.deepEqual(ready, { status: "fulfilled", value: unanswered });
    assert.ok(account.status === "rejected" && account.reason instanceof SecretStoreError);
    assert.ok(credentials.status === "rejected" && credentials.reason instanceof SecretStoreError);
  });

  it("answers again, is signed in with the next try", async () => {
    const { safe, session } = await desk();
    safe.waiting = new Promise(() => {});
    const first = session.ready();
    mock.timers.tick(5000);
    assert.deepEqual(await first, unanswered);
    safe.waiting = undefined;
    assert.deepEqual(await session.ready(), signedIn);
  });

  it("answers late, hears of it, and gives the next read more time", async () => {
    const { safe, vault, session } = await desk();
    const slow = pending();
    safe.waiting = slow.promise;
    vault.onDidAnswerLate(() => void session.refresh());
    const first = session.ready();
    mock.timers.tick(5000);
    assert.deepEqual(await first, unanswered);
    const again = pending();
    safe.waiting = again.promise;
    slow.settle();
    await turn();
    mock.timers.tick(9000);
    again.settle();
    assert.deepEqual(await session.ready(), signedIn);
  });

  it("gives nothing at first though a key is there, is signed in with the next action", async () => {
    for (const act of ["ready", "account", "credentials"] as const) {
      const { safe, session } = await desk();
      const kept = [...safe.kept];
      safe.kept.clear();
      assert.deepEqual(await session.ready(), noKey);
      kept.forEach(([name, value]) => safe.kept.set(name, value));
      await session[act]();
      assert.deepEqual(await session.ready(), signedIn);
      assert.deepEqual(session.state, signedIn, act);
    }
  });

  it("has no key, reads once for actions that are under way together, and tells no change", async () => {
    const { safe, vault, session } = await desk();
    await vault.delete();
    await session.ready();
    let told = 0;
    session.onDidChange(() => told++);
    const get = mock.method(safe, "get");
    const outcomes = await Promise.allSettled([session.account(), session.account()]);
    assert.ok(outcomes.every((one) => one.status === "rejected"));
    assert.ok(outcomes.every((one) => "reason" in one && one.reason instanceof SignedOutError));
    assert.deepEqual([get.mock.callCount(), told], [1, 0]);
  });

  it("takes or deletes no key in half a minute, fails and does not wait for ever", async () => {
    const { safe, vault } = await desk();
    const never = () => new Promise<void>(() => {});
    safe.store = never;
    safe.delete = never;
    const outcomes = Promise.allSettled([vault.store({ origin, key }), vault.delete()]);
    mock.timers.tick(30_000);
    for (const outcome of await outcomes) {
      assert.ok(outcome.status === "rejected" && outcome.reason instanceof SecretStoreError);
    }
  });
});
