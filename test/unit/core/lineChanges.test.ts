import assert from "node:assert/strict";
import { lineChanges } from "../../../src/core/lineChanges";

describe("lineChanges", () => {
  it("counts the lines that were added and removed", () => {
    assert.deepEqual(lineChanges('{"a":1,"b":2}', '{"a":1,"b":2,"c":3}'), { added: 2, removed: 1 });
    assert.deepEqual(lineChanges('{"a":1,"b":2}', '{"b":2}'), { added: 0, removed: 1 });
  });

  it("does not count the layout, nor how strings are escaped", () => {
    assert.deepEqual(lineChanges('{"a":"\\u00e9\\/"}', '{\n\n "a": "é/" }'), {
      added: 0,
      removed: 0,
    });
  });

  it("gives up where two texts have nothing in common and are long", () => {
    const rows = (mark: string) =>
      JSON.stringify(Array.from({ length: 20_000 }, (_, index) => `${mark}${index}`));
    assert.equal(lineChanges(rows("a"), rows("b")), undefined);
  });
});
