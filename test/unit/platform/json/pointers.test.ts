import assert from "node:assert/strict";
import * as fc from "fast-check";
import { locatePointers, parsePointer } from "../../../../src/platform/json/pointers";
import { assertLinear, list } from "../../support/linear";

const at = (json: string, pointer: string) => {
  const [located] = locatePointers(json, [parsePointer(pointer)]);
  const { offset = 0, length = 0 } = located?.value ?? {};
  return [json.slice(offset, offset + length), located?.missing];
};

describe("locatePointers", () => {
  it("finds items and members, escapes of RFC 6901 included", () => {
    const json = '{"a": [1, {"b/c": "x", "~": "y"}]}';
    assert.deepEqual(at(json, "/a/0"), ["1", 0]);
    assert.deepEqual(at(json, "/a/1/b~1c"), ['"x"', 0]);
    assert.deepEqual(at(json, "/a/1/~0"), ['"y"', 0]);
    assert.deepEqual(at(json, ""), [json, 0]);
  });

  it("tells keys of digits from indexes by the text", () => {
    assert.deepEqual(at('{"0": [{"1": {"2": ["x"]}}]}', "/0/0/1/2/0"), ['"x"', 0]);
  });

  it("gives what is nearest where the text has changed", () => {
    assert.deepEqual(at('{"a": {"b": 1}}', "/a/c/0"), ['{"b": 1}', 2]);
  });

  it("finds every value of a JSON text by its pointer", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const json = JSON.stringify(value);
        const visit = (part: unknown, pointer: string): void => {
          assert.deepEqual(
            JSON.parse(String(at(json, pointer)[0])),
            JSON.parse(JSON.stringify(part)),
          );
          if (typeof part === "object" && part !== null) {
            for (const [key, inner] of Object.entries(part)) {
              visit(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
            }
          }
        };
        visit(JSON.parse(json), "");
      }),
    );
  });

  it("takes time in proportion to the text, for many pointers at once", () => {
    const pointers = Array.from({ length: 1000 }, (_, row) => [String(row), "0"]);
    assertLinear(
      (json) => locatePointers(json, pointers),
      list((n) => `{"a":${n}}`),
    );
  });
});
