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

  it("restores what was published before, whoever published it", () => {
    for (const before of ["here", "elsewhere"] as const) {
      const versions = kept("here", before, "here");
      assert.deepEqual(findUndo(versions), { kind: "restore", version: versions[1] });
    }
  });

  it("passes over edits, which were never published", () => {
    const versions = kept("edit", "here", "edit", "elsewhere");
    assert.deepEqual(findUndo(versions), { kind: "restore", version: versions[3] });
  });

  it("has nothing to restore where a new connector was published once, or only edits are kept before it", () => {
    assert.deepEqual(findUndo(kept("here")), { kind: "nothingBefore" });
    assert.deepEqual(findUndo(kept("here", "edit")), { kind: "nothingBefore" });
  });

  it("is overtaken by what came from elsewhere since", () => {
    assert.deepEqual(findUndo(kept("elsewhere", "here")), { kind: "overtaken" });
  });

  it("is about nothing where nothing was published by you", () => {
    for (const versions of [kept(), kept("edit"), kept("elsewhere", "edit")]) {
      assert.deepEqual(findUndo(versions), { kind: "neverPublished" });
    }
  });
});
