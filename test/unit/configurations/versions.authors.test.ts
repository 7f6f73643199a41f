import assert from "node:assert/strict";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import { Versions } from "../../../src/features/configurations/versions";
import { MemoryFileStorage } from "../support/memoryFileStorage";

describe("Who published a version", () => {
  const ref = { origin: defaultOrigin, teamId: "1", identifier: "T3S70" };
  const at = "2026-10-02 10:00:00";
  let files: MemoryFileStorage;
  let versions: Versions;
  beforeEach(() => {
    files = new MemoryFileStorage();
    versions = new Versions(files);
  });
  const ofText = (text: string) => versions.authorOf(ref, text);

  it("was the person where it was published from this computer, in this window or another", async () => {
    await new Versions(files).add(ref, '{"mine":1}', "here", Date.parse(`${at}Z`));
    assert.deepEqual(await ofText('{ "mine": 1 }'), { kind: "you" });
    assert.deepEqual(await versions.lastAuthor(ref, at), { kind: "you" });
  });

  it("was somebody else otherwise, whatever was typed here but not published", async () => {
    await versions.add(ref, '{"theirs":1}', "elsewhere", Date.parse(`${at}Z`));
    await versions.add(ref, '{"edit":1}', "edit", 1000);
    for (const text of ['{"theirs":1}', '{"edit":1}', '{"new":1}']) {
      assert.deepEqual(await ofText(text), { kind: "someoneElse" });
    }
  });

  it("was somebody else where they came back to a version that the person had published once", async () => {
    await versions.add(ref, '{"mine":1}', "here", 1000);
    await versions.add(ref, '{"theirs":1}', "elsewhere", 2000);
    await versions.add(ref, '{"mine":1}', "elsewhere", 3000);
    assert.deepEqual(await ofText('{"mine":1}'), { kind: "someoneElse" });
  });

  it("isn't known of a change of a connector that wasn't a publish from here", async () => {
    await versions.add(ref, '{"mine":1}', "here", Date.parse(`${at}Z`));
    await versions.add(ref, '{"theirs":1}', "elsewhere", Date.parse("2026-10-02T11:00:00Z"));
    for (const other of ["2026-10-02 10:00:01", "2026-10-02 11:00:00", "", undefined]) {
      assert.deepEqual(await versions.lastAuthor(ref, other), { kind: "unknown" });
    }
  });

  it("is what is noted of it: a file, or that the service may have written it", async () => {
    const yours = { kind: "you", file: "a.connector.json" } as const;
    await versions.add(ref, '{"mine":1}', "here", Date.parse(`${at}Z`));
    versions.noteAuthor(ref, '{"mine":1}', yours);
    versions.noteAuthor(ref, '{"secret":1}', { kind: "unknown" });
    assert.deepEqual(await ofText('{ "mine": 1 }'), yours);
    assert.deepEqual(await versions.lastAuthor(ref, at), yours);
    assert.deepEqual(await ofText('{"secret":1}'), { kind: "unknown" });
  });

  it("was the person where it is noted as unknown, but was published from here", async () => {
    versions.noteAuthor(ref, '{"mine":1}', { kind: "unknown" });
    await versions.add(ref, '{"mine":1}', "here", 1000);
    assert.deepEqual(await ofText('{"mine":1}'), { kind: "you" });
  });

  it("isn't known where versions can't be read", async () => {
    files.list = () => Promise.reject(new Error("disk"));
    assert.deepEqual(await ofText('{"mine":1}'), { kind: "unknown" });
  });
});
