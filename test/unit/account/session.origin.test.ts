import assert from "node:assert/strict";
import { SettingsError } from "../../../src/platform/http/errors";
import { ApiKeyVault } from "../../../src/features/account/apiKeyVault";
import { Session } from "../../../src/features/account/session";
import { MemorySecretStorage } from "../support/memoryStorage";

const origin = "https://api.supermetrics.com";
const key = "api_0123456789-abcdefghijklmnopqrstuvwxyz";

describe("A stored key and the base URL", () => {
  const settings = { apiBaseUrl: origin, teamId: "42" };
  let session: Session;
  beforeEach(async () => {
    const vault = new ApiKeyVault(new MemorySecretStorage());
    await vault.store({ origin, key });
    session = new Session(vault, () => settings);
  });

  for (const same of [
    `${origin}/`,
    `${origin}:443`,
    "HTTPS://API.Supermetrics.com",
    ` ${origin} `,
  ]) {
    it(`belong together where the URL is spelled “${same}”`, async () => {
      settings.apiBaseUrl = same;
      assert.equal((await session.refresh()).kind, "signedIn");
      assert.deepEqual(await session.credentials(), { href: origin, teamId: "42", key });
    });
  }

  it("belong together behind a path of the same origin", async () => {
    settings.apiBaseUrl = `${origin}/gateway/`;
    assert.equal((await session.refresh()).kind, "signedIn");
    assert.equal((await session.credentials()).href, `${origin}/gateway`);
  });

  for (const other of [
    "https://api.supermetrics.com:8443",
    "https://api.supermetrics.com.evil.example",
    "https://supermetrics.com",
    "http://localhost:8080",
  ]) {
    it(`do not where it is ${other}`, async () => {
      settings.apiBaseUrl = other;
      assert.deepEqual(await session.refresh(), {
        kind: "signedOut",
        reason: "otherOrigin",
        origin: other,
      });
      assert.equal((await session.credentials()).key, undefined);
    });
  }

  it("are parted at once, before the session has read the setting anew", async () => {
    settings.apiBaseUrl = origin;
    await session.refresh();
    settings.apiBaseUrl = "https://evil.example";
    assert.equal((await session.credentials()).key, undefined);
  });

  for (const [refused, problem] of [
    ["http://api.supermetrics.com", "notHttps"],
    ["https://user:pass@api.supermetrics.com", "hasCredentials"],
    ["https://api.supermetrics.com/?x=1", "hasQuery"],
    ["", "notAUrl"],
  ] as const) {
    it(`go nowhere when the setting is “${refused}”`, async () => {
      settings.apiBaseUrl = refused;
      assert.deepEqual(await session.refresh(), { kind: "badSettings", problem });
      await assert.rejects(session.account(), SettingsError);
      await assert.rejects(session.credentials(), SettingsError);
      assert.throws(() => session.baseUrl(), SettingsError);
    });
  }
});
