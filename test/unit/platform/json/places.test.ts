import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { locate } from "../../../../src/platform/json/places";
import { repeatedKeys } from "../../../../src/platform/json/repeatedKeys";
import { jsonText, tokens } from "../../support/jsonTexts";

describe("places in a JSON text", () => {
  it("are where jsonc-parser finds them too", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(3), (compact, indent) => {
        const value: unknown = JSON.parse(compact);
        const text = JSON.stringify(value, undefined, indent);
        const root = parseTree(text);
        const paths = pathsIn(value);
        for (const [index, located] of locate(text, paths).entries()) {
          const node = root && findNodeAtLocation(root, [...(paths[index] ?? [])]);
          assert.deepEqual(located?.value, { offset: node?.offset, length: node?.length });
        }
      }),
    );
  });

  it("are those of the last of repeated keys, as for JSON.parse", () => {
    const text = '{"a":{"b":1},"a":{"c":2}}';
    const [b, c] = locate(text, [
      ["a", "b"],
      ["a", "c"],
    ]);
    assert.equal(b, undefined);
    assert.deepEqual(c?.key, { offset: 18, length: 3 });
  });
});

describe("repeated keys", () => {
  const find = (text: string) => repeatedKeys(text, JSON.parse(text)).map(({ key }) => key);

  it("are found wherever they are, and by what they say", () => {
    assert.deepEqual(find('[{"a":1,"b":{"c":1,"c":2,"c":3},"\\u0061":2}]'), ["c", "c", "a"]);
  });

  it("are found beside colons in texts and keys, escaped or not", () => {
    assert.deepEqual(find('{"a:b":"c:d","a":1,"a":2}'), ["a"]);
    assert.deepEqual(find('{"a":1,"a":"\\u003a"}'), ["a"]);
    assert.deepEqual(find('{"a":1,"a":["\\u003A"]}'), ["a"]);
    assert.deepEqual(find('{"b\\u003a":0,"a":1,"a":2}'), ["a"]);
    assert.deepEqual(find('{"a":"http:\\u002f/x:1","b":["::"],"c:":null}'), []);
  });

  it("are those that JSON.parse drops, and no others", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const count = (json: string) => tokens(json).filter((token) => token === ":").length;
        const value: unknown = JSON.parse(text);
        assert.equal(find(text).length > 0, count(text) > count(JSON.stringify(value)));
      }),
      { numRuns: 1000 },
    );
  });

  it("are not what stands in another object, or in a text", () => {
    assert.deepEqual(find('{"a":"b:c:d","b":[{"a":1},{"a":{"a":"\\":"}}]}'), []);
    assert.deepEqual(find('{"__proto__":{"a":1},"a":null}'), []);
  });
});

function pathsIn(value: unknown, path: readonly string[] = []): (string | number)[][] {
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : Object.entries(Object(value === null || typeof value === "string" ? {} : value));
  return parts.flatMap(([name, part]) => {
    const own = [...path, name];
    return [own, ...pathsIn(part, own as string[])];
  });
}
