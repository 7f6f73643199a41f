import assert from "node:assert/strict";
import { versionId } from "../../../src/platform/json/tokens";
import {
  versionFileName,
  type Version,
} from "../../../src/features/configurations/versionFileName";
import { versionLimits, Versions } from "../../../src/features/configurations/versions";
import { MemoryFileStorage } from "../support/memoryFileStorage";

const ref = { origin: "http://127.0.0.1:8080", teamId: "1", identifier: "T3S70" };
const stored = (text: string, updatedAt?: string) => ({
  connector: { identifier: "T3S70", name: "Own", updatedAt },
  name: "Own",
  text,
});

describe("Versions that are noted", () => {
  let files: MemoryFileStorage;
  let versions: Versions;
  beforeEach(() => {
    files = new MemoryFileStorage();
    versions = new Versions(files, versionLimits, () => 5000);
  });
  const newestAt = async () => (await versions.list(ref))[0]?.at;

  it("came to be when the service says, whoever published them", async () => {
    await versions.note(ref, stored("1", "1970-01-01T00:00:03Z"), "elsewhere");
    assert.equal(await newestAt(), 3000);
    await versions.note(ref, stored("2", "1970-01-01T00:00:04Z"), "here");
    assert.equal(await newestAt(), 4000);
  });

  it("came to be now, where the service does not tell, or only that it was today", async () => {
    for (const [text, updatedAt] of [
      ["2", undefined],
      ["3", "soon"],
      ["4", "1970-01-01"],
    ] as const) {
      await versions.note(ref, stored(text, updatedAt), "elsewhere");
      assert.equal(await newestAt(), 5000);
    }
  });

  it("disturb nothing where they cannot be kept", async () => {
    files.broken = new Error("The disk is full");
    await versions.note(ref, stored("1"), "here");
    assert.deepEqual(await versions.list(ref), []);
  });
});

describe("Versions on the files", () => {
  let files: MemoryFileStorage;
  let versions: Versions;
  beforeEach(() => {
    files = new MemoryFileStorage();
    versions = new Versions(files);
  });
  const add = (text: string) => versions.add(ref, text, "edit", 1);
  const origins = async () => (await versions.list(ref)).map(({ origin }) => origin);

  /** Files that an earlier session left, the newest first; their names alone say how long they are. */
  const leave = async (...lengths: readonly number[]) => {
    await add("0");
    const [mark] = files.files.values();
    assert.ok(mark);
    await files.remove(mark.path);
    for (const [index, length] of lengths.entries()) {
      const id = versionId(String(index));
      const left: Version = { order: 1000 - index, at: 1, origin: "here", length, id };
      await files.write([...mark.path.slice(0, -1), versionFileName(left)], "left");
    }
  };

  it("stay as long as they are twenty million code units together", async () => {
    await leave(10_000_000, 9_999_991, 0);
    await add('"1234567"');
    assert.deepEqual(await origins(), ["edit", "here", "here", "here"]);
  });

  it("lose the oldest beyond that, be it by one code unit", async () => {
    await leave(10_000_000, 9_999_992, 0);
    await add('"1234567"');
    assert.deepEqual(await origins(), ["edit", "here"]);
  });

  it("are listed and read with what was being added, and removed with it", async () => {
    const adding = add("1");
    assert.equal(await versions.text(ref, versionId("1")), "1");
    await adding;
    void add("2");
    assert.equal((await versions.list(ref)).length, 2);
    void add("3");
    await versions.removeAll();
    assert.deepEqual([await versions.isEmpty(), files.files.size], [true, 0]);
    void add("4");
    assert.ok(!(await versions.isEmpty()));
  });

  it("lie in one folder for each service, whatever its address has in it", async () => {
    await add("1");
    const [file] = files.files.values();
    assert.equal(file?.path.length, 5);
    assert.deepEqual(
      file.path.filter((segment) => /[/:\\]/.test(segment)),
      [],
    );
  });

  it("are all kept where two windows add at once", async () => {
    const other = new Versions(files);
    await Promise.all([add("1"), other.add(ref, "2", "here", 1)]);
    assert.deepEqual((await origins()).toSorted(), ["edit", "here"]);
    await add("3");
    assert.equal(await other.text(ref, versionId("3")), "3");
    assert.equal((await other.list(ref)).length, 3);
  });
});
