import assert from "node:assert/strict";
import * as fc from "fast-check";
import { sliceItems, sliceMember } from "../../../../src/platform/json/slice";
import { jsonKey, jsonText } from "../../support/jsonTexts";

const members = fc.array(fc.tuple(jsonKey, jsonText), { maxLength: 5 });
const objectOf = (all: readonly (readonly [string, string])[]) =>
  `{${all.map(([key, value]) => `${key}:${value}`).join(",")}}`;

describe("sliceMember", () => {
  it("gives the text of a member as it stands, the last one of several", () => {
    fc.assert(
      fc.property(members, jsonText, members, (before, value, after) => {
        const json = objectOf([...before, ['"wanted"', value], ...after]);
        assert.equal(sliceMember(json, ["wanted"]), value.trim());
        const twice = objectOf([['"wanted"', "0"], ...before, ['"\\u0077anted"', value], ...after]);
        assert.equal(sliceMember(twice, ["wanted"]), value.trim());
      }),
      { numRuns: 500 },
    );
  });

  it("goes down a path, whatever else stands on the way", () => {
    fc.assert(
      fc.property(members, jsonText, members, (before, value, after) => {
        const inner = objectOf([
          ...before,
          ['"b"', value],
          ...after.filter(([key]) => key !== '"b"'),
        ]);
        const json = objectOf([...before, ['"outer"', ` ${inner}\n`], ...after]);
        assert.equal(sliceMember(json, ["outer", "b"]), value.trim());
      }),
    );
  });

  it("finds nothing where the key is missing, or where there is no object", () => {
    for (const json of ["{}", '{"b":{"a":1}}', "[]", '["a"]', '"a"', "1", "null", '{"":1}']) {
      assert.equal(sliceMember(json, ["a"]), undefined);
    }
    assert.equal(sliceMember('{"a":[{"b":1}]}', ["a", "b"]), undefined);
  });

  it("gives the whole text for an empty path", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        assert.equal(sliceMember(json, []), json.trim());
      }),
    );
  });
});

describe("sliceItems", () => {
  it("gives the texts of an array's items as they stand", () => {
    fc.assert(
      fc.property(fc.array(jsonText, { maxLength: 5 }), (items) => {
        const all = items.map((item) => item.trim());
        assert.deepEqual(sliceItems(` [${items.join(",")}]`), all);
      }),
    );
    assert.deepEqual(sliceItems("[ ]"), []);
  });
});
