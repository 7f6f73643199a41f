import assert from "node:assert/strict";
import { placeAfterKey } from "../../../src/features/rows/webview/gridKeys";

const context = { page: 10, last: 99, isTyping: false };
const after = (
  key: string,
  row: number,
  column: number,
  more: { ctrlKey?: boolean; isTyping?: boolean } = {},
) => {
  const { ctrlKey = false, isTyping = false } = more;
  return placeAfterKey({ key, ctrlKey, metaKey: false }, { row, column }, { ...context, isTyping });
};

describe("placeAfterKey", () => {
  it("goes from cell to cell, to the ends of a row, and to those of the grid", () => {
    assert.deepEqual(after("ArrowDown", 3, 2), { row: 4, column: 2 });
    assert.deepEqual(after("ArrowLeft", 3, 2), { row: 3, column: 1 });
    assert.deepEqual(after("Home", 3, 2), { row: 3, column: 0 });
    assert.equal(after("End", 3, 2)?.row, 3);
    assert.deepEqual(after("Home", 3, 2, { ctrlKey: true }), { row: -2, column: 0 });
    assert.equal(after("End", 3, 2, { ctrlKey: true })?.row, 99);
  });

  it("goes by pages, from the heads into the rows, and not out of them", () => {
    assert.deepEqual(after("PageDown", -2, 1), { row: 10, column: 1 });
    assert.deepEqual(after("PageUp", 5, 1), { row: 0, column: 1 });
    assert.deepEqual(after("PageUp", -1, 1), { row: -1, column: 1 });
  });

  it("leaves the keys of the caret to an input", () => {
    const keys = ["ArrowLeft", "ArrowRight", "Home", "End", "a"];
    assert.deepEqual(
      keys.map((key) => after(key, -1, 1, { isTyping: true })),
      keys.map(() => undefined),
    );
    assert.deepEqual(after("ArrowDown", -1, 1, { isTyping: true }), { row: 0, column: 1 });
  });
});
