import assert from "node:assert/strict";
import * as fc from "fast-check";
import { profileColumn } from "../../../src/features/rows/columnProfile";

const total = (bars: readonly { readonly count: number }[]) =>
  bars.reduce((sum, { count }) => sum + count, 0);

describe("profileColumn", () => {
  it("counts empty and distinct values", () => {
    const { empty, distinct, kind } = profileColumn(["a", "b", "a", "", null, undefined]);
    assert.deepEqual({ empty, distinct, kind }, { empty: 3, distinct: 2, kind: "text" });
  });

  it("says of a column without values that it is empty", () => {
    assert.deepEqual(profileColumn([null, undefined]), {
      kind: "empty",
      empty: 2,
      distinct: 0,
      bars: [],
    });
    assert.deepEqual(profileColumn([]), { kind: "empty", empty: 0, distinct: 0, bars: [] });
  });

  it("has the smallest and largest number by value", () => {
    const { smallest, largest, kind } = profileColumn([10, "9", 100]);
    assert.deepEqual(
      { smallest, largest, kind },
      { smallest: "9", largest: "100", kind: "number" },
    );
  });

  it("spreads numbers over spans of the same width", () => {
    const { bars } = profileColumn(Array.from({ length: 101 }, (_, value) => value));
    assert.equal(bars.length, 20);
    assert.equal(bars[0]?.label, "0 – 5");
    assert.deepEqual([bars[0]?.count, bars[19]?.count], [5, 6]);
  });

  it("spreads dates over time", () => {
    const { kind, bars, smallest, largest } = profileColumn([
      "2026-01-01",
      "2026-01-21",
      "2026-01-11",
    ]);
    assert.deepEqual([kind, smallest, largest], ["time", "2026-01-01", "2026-01-21"]);
    assert.equal(bars[0]?.label, "2026-01-01 00:00 – 2026-01-02 00:00");
    assert.equal(total(bars), 3);
  });

  it("has the most frequent texts first", () => {
    const { bars } = profileColumn(["b", "a", "b", "c", "c", "b"]);
    assert.deepEqual(bars, [
      { label: "b", count: 3 },
      { label: "c", count: 2 },
      { label: "a", count: 1 },
    ]);
  });

  it("is text as soon as one value is no number", () => {
    assert.equal(profileColumn([1, 2, "n/a"]).kind, "text");
  });

  it("counts every number in one bar, whatever the numbers are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (numbers) => {
          assert.equal(total(profileColumn(numbers).bars), numbers.length);
        },
      ),
    );
  });

  it("takes 100,000 rows, and texts of a megabyte", () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `value ${row}`);
    const long = Array.from({ length: 5 }, (_, row) => "x".repeat(1_000_000) + row);
    const started = process.cpuUsage();
    assert.equal(profileColumn(rows).distinct, 100_000);
    assert.equal(profileColumn(long).distinct, 5);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 4_000_000, `${user / 1000} ms`);
  });
});
