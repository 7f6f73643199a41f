import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatConfiguration } from "../../../src/core/configurationText";
import { isSameVersion, versionId } from "../../../src/core/sameVersion";
import { jsonText, tokens } from "../support/jsonTexts";

describe("isSameVersion", () => {
  it("does not count white space and the spelling of strings", () => {
    assert.ok(isSameVersion('{"a":[1,"é / "]}', '{ "a" :\n[1,\t"\\u00e9 \\/ "] }\n'));
    assert.ok(isSameVersion('"\\u0001"', '"\\u0001"'));
    assert.ok(isSameVersion('"\\ud83d\\ude00"', '"😀"'));
  });

  for (const [a, b] of [
    ["1.0", "1"],
    ["12345678901234567890", "12345678901234567891"],
    ['{"2":0,"1":0}', '{"1":0,"2":0}'],
    ['{"a":1,"a":1}', '{"a":1}'],
    ["{}", "[]"],
    ['"a b"', '"ab"'],
    ['"\\ud800"', '"\\ud801"'],
    ['["a","b"]', '["a,b"]'],
    ["[1,2]", "[12]"],
  ] as const) {
    it(`tells ${a} from ${b}`, () => {
      assert.ok(!isSameVersion(a, b));
      assert.notEqual(versionId(a), versionId(b));
    });
  }

  it("holds exactly where the tokens are equal, and the ids are then", () => {
    fc.assert(
      fc.property(jsonText, jsonText, (a, b) => {
        const isEqual = JSON.stringify(tokens(a)) === JSON.stringify(tokens(b));
        assert.equal(isSameVersion(a, b), isEqual);
        assert.equal(versionId(a) === versionId(b), isEqual);
      }),
    );
  });

  it("holds for what is laid out for reading, however the strings grow", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const shown = new TextDecoder().decode(formatConfiguration(text));
        assert.ok(isSameVersion(text, shown));
        assert.equal(versionId(text), versionId(shown));
      }),
    );
  });
});

describe("versionId", () => {
  it("is short, and the same everywhere and for ever: versions are kept under it", () => {
    assert.equal(versionId('{ "a": 1 }'), "015abd7f5cc57a2dd94b7590f04ad808");
  });
});
