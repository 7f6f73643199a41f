import assert from "node:assert/strict";
import * as fc from "fast-check";
import { cellCondition } from "../../../src/features/rows/cellCondition";
import type { Cell } from "../../../src/features/rows/runResult";
import { assertLinear, repeated } from "../support/linear";

const matching = (typed: string, cells: readonly Cell[]) =>
  cells.filter(cellCondition(typed) ?? (() => true));

describe("cellCondition", () => {
  it("is none where nothing was typed, or an operator that waits for its value", () => {
    assert.deepEqual(["", "  ", ">", "<= "].map(cellCondition), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("finds a part of a text in any case", () => {
    assert.deepEqual(matching("ad", ["Ads", "READ", "x", null]), ["Ads", "READ"]);
  });

  it("compares numbers by value", () => {
    assert.deepEqual(matching(">9", [10, "100", 9, "9.5", "abc", null]), [10, "100", "9.5"]);
    assert.deepEqual(matching("<= 9", [10, 9, "9.0", -1, "", undefined]), [9, "9.0", -1]);
  });

  it("compares dates", () => {
    assert.deepEqual(matching(">=2026-02-01", ["2026-01-31", "2026-02-01", "2026-10-01"]), [
      "2026-02-01",
      "2026-10-01",
    ]);
  });

  it("finds equal values, by digits beyond 2^53", () => {
    assert.deepEqual(matching("=1", [1, "1.0", 10, "1"]), [1, "1.0", "1"]);
    assert.deepEqual(matching("!=1", [1, "1.0", 10]), [10]);
    assert.deepEqual(
      matching("=12345678901234567890", ["12345678901234567890", "12345678901234567891"]),
      ["12345678901234567890"],
    );
  });

  it("finds empty cells, and all others", () => {
    assert.deepEqual(matching("=", ["", null, undefined, 0]), ["", null, undefined]);
    assert.deepEqual(matching("!=", ["", null, undefined, 0]), [0]);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(fc.string(), fc.double(), fc.constant(null)),
        (typed, cell) => {
          assert.equal(typeof (cellCondition(typed)?.(cell) ?? true), "boolean");
        },
      ),
    );
  });

  it("takes time in proportion to the texts", () => {
    assertLinear((text) => cellCondition(text)?.(text), repeated(" "));
    assertLinear((text) => cellCondition(`>=${text}`)?.(`${text}x`), repeated("9"));
  });
});
