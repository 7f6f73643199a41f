import assert from "node:assert/strict";
import * as fc from "fast-check";
import { compareTexts, cellText, isEmptyCell } from "../../../src/features/rows/cells";
import { RowTable, type RowQuery } from "../../../src/features/rows/rowTable";
import type { Cell } from "../../../src/features/rows/runResult";

const all: RowQuery = { search: "", filters: new Map() };

function tableOf(...columns: readonly (readonly Cell[])[]): RowTable {
  const table = new RowTable(columns.length);
  table.add(columns, columns[0]?.length ?? 0);
  return table;
}

const find = (table: RowTable, query: Partial<RowQuery>) => [...table.find({ ...all, ...query })];

describe("RowTable", () => {
  it("gives all rows in their order where nothing is asked", () => {
    assert.deepEqual(find(tableOf(["b", "a", "c"]), {}), [0, 1, 2]);
  });

  it("sorts in both directions, empty cells last, equal ones in their order", () => {
    const table = tableOf([2, null, 1, "", 2, undefined, "10"]);
    assert.deepEqual(
      find(table, { sort: { column: 0, isDescending: false } }),
      [2, 0, 4, 6, 1, 3, 5],
    );
    assert.deepEqual(
      find(table, { sort: { column: 0, isDescending: true } }),
      [6, 0, 4, 2, 1, 3, 5],
    );
  });

  it("sorts rows that came later, too", () => {
    const table = tableOf([2, 3]);
    find(table, { sort: { column: 0, isDescending: false } });
    table.add([[1]], 1);
    assert.deepEqual(find(table, { sort: { column: 0, isDescending: false } }), [2, 0, 1]);
  });

  it("searches in all columns, in any case", () => {
    const table = tableOf(["Ads", "Mail", "Feed"], ["x", "y", "ad hoc"]);
    assert.deepEqual(find(table, { search: " AD" }), [0, 2]);
  });

  it("finds no text that begins in one cell and ends in the next", () => {
    assert.deepEqual(find(tableOf(["ab"], ["cd"]), { search: "bc" }), []);
  });

  it("filters by several columns at once", () => {
    const table = tableOf([1, 2, 3], ["a", "b", "b"]);
    const filters = new Map([
      [0, ">1"],
      [1, "b"],
      [7, "no such column"],
    ]);
    assert.deepEqual(find(table, { filters }), [1, 2]);
  });

  it("gives rows by what has become of them", () => {
    const table = tableOf(["same", "new"]);
    table.mark(1, "added");
    table.add([["old"]], 1, "gone");
    assert.deepEqual(find(table, { marks: new Set(["added", "gone"]) }), [1, 2]);
    assert.equal(table.markOf(0), "same");
  });

  it("sorts as comparing each with each would", () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, undefined, true, ""));
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const rows = find(tableOf(cells), { sort: { column: 0, isDescending: false } });
        assert.deepEqual(
          rows,
          [...cells.keys()].toSorted(
            (a, b) =>
              Number(isEmptyCell(cells[a])) - Number(isEmptyCell(cells[b])) ||
              (isEmptyCell(cells[a]) ? 0 : compareTexts(cellText(cells[a]), cellText(cells[b]))) ||
              a - b,
          ),
        );
      }),
    );
  });

  it("takes 100,000 rows, and texts of a megabyte", () => {
    const table = tableOf(
      Array.from({ length: 100_000 }, (_, row) => `value ${(row * 7919) % 100_000}`),
      Array.from({ length: 100_000 }, (_, row) => (row < 5 ? "x".repeat(1_000_000) + row : row)),
    );
    const started = process.cpuUsage();
    for (const column of [0, 1]) {
      find(table, {
        sort: { column, isDescending: true },
        search: "9",
        filters: new Map([[0, "value"]]),
      });
    }
    const { user } = process.cpuUsage(started);
    assert.ok(user < 6_000_000, `${user / 1000} ms`);
  });
});
