import assert from "node:assert/strict";
import { findUndo } from "../../../src/features/configurations/undoPublish";
import type { Version, VersionOrigin } from "../../../src/features/configurations/versionFileName";

describe("Undoing the last publish", () => {
  /** The newest first. */
  const kept = (...origins: VersionOrigin[]): Version[] =>
    origins.map((origin, index) => {
      const at = 1000 - index;
      return { order: at, at, origin, id: String(at), length: 2 };
    });

  /** The newest that was published is published now. */
  const undoOf = (versions: readonly Version[]) =>
    findUndo(versions, versions.find(({ origin }) => origin !== "edit")?.id ?? "none");

  it("restores what was published before, whoever published it", () => {
    for (const before of ["here", "elsewhere"] as const) {
      const versions = kept("here", before, "here");
      assert.deepEqual(undoOf(versions), { kind: "restore", version: versions[1] });
    }
  });

  it("passes over edits, which were never published", () => {
    const versions = kept("edit", "here", "edit", "elsewhere");
    assert.deepEqual(undoOf(versions), { kind: "restore", version: versions[3] });
  });

  it("has nothing to restore where a new connector was published once, or only edits are kept before it", () => {
    assert.deepEqual(undoOf(kept("here")), { kind: "nothingBefore" });
    assert.deepEqual(undoOf(kept("here", "edit")), { kind: "nothingBefore" });
  });

  it("is overtaken by what came from elsewhere since", () => {
    assert.deepEqual(undoOf(kept("elsewhere", "here")), { kind: "overtaken" });
  });

  it("is about nothing where nothing was published by you", () => {
    for (const versions of [kept(), kept("edit"), kept("elsewhere", "edit")]) {
      assert.deepEqual(undoOf(versions), { kind: "neverPublished" });
    }
  });

  it("goes by what is published now where a clock has the versions in another order", () => {
    const [newest, middle, oldest] = kept("elsewhere", "here", "elsewhere");
    assert.ok(newest && middle && oldest);
    assert.deepEqual(findUndo([newest, middle, oldest], middle.id), {
      kind: "restore",
      version: oldest,
    });
    assert.deepEqual(findUndo([newest, middle, oldest], oldest.id), { kind: "overtaken" });
    assert.deepEqual(findUndo([newest, middle, oldest], "unknown"), { kind: "overtaken" });
  });
});
