import assert from "node:assert/strict";
import type { ConfigurationFile } from "../../../src/features/configurations/configurationFile";
import { KeptConfigurations } from "../../../src/features/configurations/keptConfigurations";
import { Versions } from "../../../src/features/configurations/versions";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import { SignedOutError } from "../../../src/platform/http/errors";
import { MemoryFileStorage } from "../support/memoryFileStorage";

const ref = { origin: defaultOrigin, teamId: "1", identifier: "T3S70" };

describe("What is kept of a configuration", () => {
  let versions: Versions;
  let load: () => Promise<Pick<ConfigurationFile, "published">>;
  beforeEach(() => {
    versions = new Versions(new MemoryFileStorage());
    load = () => Promise.reject(new SignedOutError());
  });
  const kept = () =>
    new KeptConfigurations(versions, { load: () => load() as Promise<ConfigurationFile> });

  it("is the version that was published last, and no edit", async () => {
    await versions.add(ref, '{"a":1}', "elsewhere", 1000);
    await versions.add(ref, '{"a":2}', "here", 2000);
    await versions.add(ref, '{"a":3}', "edit", 3000);
    const file = await kept().file(ref);
    assert.equal(new TextDecoder().decode(file?.bytes), '{\n  "a": 2\n}\n');
    assert.equal(file?.size, file?.bytes.byteLength);
    assert.ok(file && file.updatedAt < 1000, "every file of the service is newer");
    assert.equal(await kept().published(ref), '{"a":2}');
  });

  it("counts for nothing where the service answers", async () => {
    await versions.add(ref, '{"a":1}', "elsewhere", 1000);
    load = () => Promise.resolve({ published: '{"now":1}' });
    assert.equal(await kept().published(ref), '{"now":1}');
  });

  it("is nothing where only edits are, or nothing can be read", async () => {
    await versions.add(ref, '{"a":3}', "edit", 3000);
    assert.equal(await kept().file(ref), undefined);
    await assert.rejects(kept().published(ref), SignedOutError);
    versions.list = () => Promise.reject(new Error("no disk"));
    assert.equal(await kept().file(ref), undefined);
  });
});
