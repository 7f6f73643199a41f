import assert from "node:assert/strict";
import { ApiKeyVault } from "../../../src/features/account/apiKeyVault";
import { MemorySecretStorage } from "../support/memoryStorage";

describe("ApiKeyVault", () => {
  const key = "api_0123456789-abcdefghijklmnopqrstuvwxyz";
  const stored = { origin: "https://api.supermetrics.com", key };
  let safe: MemorySecretStorage;
  let vault: ApiKeyVault;
  beforeEach(() => {
    safe = new MemorySecretStorage();
    vault = new ApiKeyVault(safe);
  });

  it("gives back the key together with its origin, in another window too", async () => {
    await vault.store(stored);
    assert.deepEqual(await new ApiKeyVault(safe).read(), stored);
  });

  it("has one secret, whose changes it recognises", async () => {
    await vault.store(stored);
    await vault.store({ ...stored, key: "api_other" });
    const names = [...safe.kept.keys()];
    assert.equal(names.length, 1);
    assert.ok(names.every((name) => ApiKeyVault.isApiKeySecret(name)));
    assert.ok(!ApiKeyVault.isApiKeySecret("another.extension"));
  });

  it("has nothing before and after", async () => {
    assert.equal(await vault.read(), undefined);
    await vault.store(stored);
    await vault.delete();
    assert.equal(await vault.read(), undefined);
    assert.equal(safe.kept.size, 0);
  });

  it("tells a secret that cannot be read from none", async () => {
    await vault.store(stored);
    const [name = ""] = safe.kept.keys();
    for (const garbled of ["", "{", key, "null", "[]", '{"key":"k"}', '{"origin":"o","key":""}']) {
      safe.kept.set(name, garbled);
      assert.equal(await vault.read(), "unreadable", garbled);
    }
    safe.broken = new Error("Could not decrypt");
    assert.equal(await vault.read(), "unreadable");
  });

  it("does not claim a deletion that did not happen", async () => {
    await vault.store(stored);
    safe.delete = async () => {};
    await assert.rejects(vault.delete(), (error: Error) => !error.message.includes(key));
  });
});
