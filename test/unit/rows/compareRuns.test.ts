import assert from "node:assert/strict";
import * as fc from "fast-check";
import { compareRuns } from "../../../src/features/rows/compareRuns";
import type { Cell } from "../../../src/features/rows/runResult";

const run = (ids: string, ...rows: readonly (readonly Cell[])[]) => ({
  columns: Array.from(ids, (id) => ({ id, label: id, dataType: "" })),
  rows,
});

describe("compareRuns", () => {
  it("finds nothing in equal runs, however the rows are ordered", () => {
    const { added, gone, changed } = compareRuns(
      run("ab", [1, "x"], [2, "y"]),
      run("ab", [2, "y"], [1, "x"]),
    );
    assert.deepEqual({ added, gone, changed }, { added: [], gone: [], changed: [] });
  });

  it("finds rows that were added and that are gone", () => {
    const before = run("ab", ["mon", 1], ["tue", 2]);
    const after = run("ab", ["tue", 2], ["wed", 3], ["thu", 4]);
    const { added, gone, changed } = compareRuns(before, after);
    assert.deepEqual({ added, gone, changed }, { added: [1, 2], gone: [0], changed: [] });
  });

  it("takes rows for the same whose numbers changed", () => {
    const before = run("ab", ["mon", 1], ["tue", 2], ["wed", 3]);
    const after = run("ab", ["wed", 3], ["tue", 20], ["mon", 1]);
    assert.deepEqual(compareRuns(before, after).changed, [{ row: 1, before: 1 }]);
  });

  it("takes rows for the same that stand at the same place, where all else has changed", () => {
    const before = run("ab", ["mon", "x"], ["tue", "y"]);
    const after = run("ab", ["mon", null], ["tue", null]);
    const { changed, added, gone } = compareRuns(before, after);
    assert.deepEqual(changed, [
      { row: 0, before: 0 },
      { row: 1, before: 1 },
    ]);
    assert.deepEqual([added, gone], [[], []]);
  });

  it("counts equal rows", () => {
    const { added, gone } = compareRuns(run("a", ["x"], ["x"]), run("a", ["x"], ["x"], ["x"]));
    assert.deepEqual([added.length, gone.length], [1, 0]);
  });

  it("tells null from nothing, and compares by the columns that both have", () => {
    assert.equal(compareRuns(run("a", [null]), run("a", [undefined])).changed.length, 1);
    const changes = compareRuns(run("ab", [1, 2]), run("bc", [2, 3]));
    assert.deepEqual(changes, {
      added: [],
      gone: [],
      changed: [],
      addedColumns: ["c"],
      goneColumns: ["a"],
    });
  });

  it("leaves no row out, and takes none twice", () => {
    const cell = fc.constantFrom<Cell>("a", "b", 1, 2, null, undefined);
    const rows = fc.array(fc.tuple(cell, cell));
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { added, gone, changed } = compareRuns(run("ab", ...before), run("ab", ...after));
        const same = after.length - added.length - changed.length;
        assert.equal(before.length - gone.length - changed.length, same);
        assert.equal(
          new Set([...gone, ...changed.map((pair) => pair.before)]).size,
          gone.length + changed.length,
        );
        assert.equal(
          new Set([...added, ...changed.map((pair) => pair.row)]).size,
          added.length + changed.length,
        );
      }),
    );
  });

  it("takes 100,000 rows that all have changed", () => {
    const rows = (base: number) =>
      Array.from({ length: 100_000 }, (_, row) => [`row ${row}`, base + row]);
    const started = process.cpuUsage();
    assert.equal(compareRuns(run("ab", ...rows(0)), run("ab", ...rows(1))).changed.length, 100_000);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 6_000_000, `${user / 1000} ms`);
  });
});
