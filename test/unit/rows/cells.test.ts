import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  cellText,
  compareTexts,
  isEmptyCell,
  numberIn,
  timeIn,
} from "../../../src/features/rows/cells";
import { assertLinear, repeated } from "../support/linear";

const texts = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom("1", "1.0", "01", "a", "A"),
);

describe("A cell", () => {
  it("is empty when nothing was found, when it is null, and when it has no text", () => {
    assert.deepEqual([undefined, null, "", 0, false, " "].map(isEmptyCell), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("has a number only where JSON spells it as one", () => {
    const cells = [
      1,
      "1",
      "-1.5e3",
      "007",
      "+1",
      "0x1",
      "1 ",
      "",
      null,
      true,
      Infinity,
      "1e999",
      "9".repeat(61),
    ];
    const none = undefined;
    assert.deepEqual(cells.map(numberIn), [
      1,
      1,
      -1500,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
    ]);
  });

  it("has a time where it is a date of ISO 8601, in any zone of this computer", () => {
    const day = Date.UTC(2026, 0, 31);
    const cells = [
      "2026-01-31",
      "2026-01-31 00:00",
      "2026-01-31T02:00:00+02:00",
      "2026-01",
      "2026-01-32",
      "31.1.2026",
      "20260131",
    ];
    assert.deepEqual(cells.map(timeIn), [
      day,
      day,
      day,
      Date.UTC(2026, 0),
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("compareTexts", () => {
  const sorted = (...all: string[]) => all.toSorted(compareTexts);

  it("puts numbers by value before texts", () => {
    assert.deepEqual(sorted("b", "10", "9", "-1", "a", "1e1"), ["-1", "9", "10", "1e1", "a", "b"]);
  });

  it("tells numbers beyond 2^53 apart by their digits", () => {
    assert.deepEqual(sorted("12345678901234567891", "12345678901234567890"), [
      "12345678901234567890",
      "12345678901234567891",
    ]);
  });

  it("is an order: total, and equal only for equal texts", () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        assert.equal(Math.sign(compareTexts(a, b)), -Math.sign(compareTexts(b, a)) || 0);
        assert.equal(compareTexts(a, b) === 0, a === b);
        if (compareTexts(a, b) <= 0 && compareTexts(b, c) <= 0) {
          assert.ok(compareTexts(a, c) <= 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes time in proportion to the texts", () => {
    assertLinear((text) => compareTexts(text, `${text}x`), repeated("1"));
    assertLinear(
      (text) => [numberIn(text), timeIn(text), cellText(text)],
      repeated("2026-01-01T00:00"),
    );
  });
});
