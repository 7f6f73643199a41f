import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatConfiguration } from "../../../src/platform/json/format";
import { lineChanges } from "../../../src/features/configurations/lineChanges";
import { jsonText } from "../support/jsonTexts";

const shown = (json: string) => new TextDecoder().decode(formatConfiguration(json));

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

  it("counts a line that was edited as one of each, and a block line by line", () => {
    assert.deepEqual(lineChanges('{"a":1.0}', '{"a":1}'), { added: 1, removed: 1 });
    assert.deepEqual(lineChanges("{}", '{"a":{"b":[1]}}'), { added: 7, removed: 1 });
    assert.deepEqual(lineChanges("[1,2,3,4]", "[1,4]"), { added: 0, removed: 2 });
  });

  it("finds nothing in what is only laid out, and accounts for every line of an edit", () => {
    fc.assert(
      fc.property(jsonText, jsonText, (before, after) => {
        assert.deepEqual(lineChanges(before, shown(before)), { added: 0, removed: 0 });
        const { added, removed } = lineChanges(before, after) ?? { added: NaN, removed: NaN };
        const more = shown(after).split("\n").length - shown(before).split("\n").length;
        assert.equal(added - removed, more);
        assert.deepEqual(lineChanges(after, before), { added: removed, removed: added });
      }),
      { numRuns: 50 },
    );
  });

  it("gives up where two texts have nothing in common and are long", () => {
    const rows = (mark: string) =>
      JSON.stringify(Array.from({ length: 20_000 }, (_, index) => `${mark}${index}`));
    assert.equal(lineChanges(rows("a"), rows("b")), undefined);
  });
});
