import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatConfiguration } from "../../../../src/platform/json/format";
import { isSameVersion, sameVersionAs } from "../../../../src/platform/json/compare";
import { isJson } from "../../../../src/platform/json/parsedValue";
import { versionId } from "../../../../src/platform/json/tokens";
import { jsonText, tokens } from "../../support/jsonTexts";

/** Every string in its longest spelling, and white space around every token. */
const spelledOut = (json: string) =>
  json.replace(/"(?:[^"\\]|\\[^])*"|[{}[\],:]/g, (token) => {
    const value: string = token.startsWith('"') ? JSON.parse(token) : token;
    const units = value.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
    return ` ${token.startsWith('"') ? `"${units.map((unit) => `\\u${unit}`).join("")}"` : token}\r\n`;
  });

describe("isSameVersion", () => {
  it("does not count white space and the spelling of strings", () => {
    assert.ok(isSameVersion('{"a":[1,"é / "]}', '{ "a" :\n[1,\t"\\u00e9 \\/ "] }\n'));
    assert.ok(isSameVersion('"\\u0001"', '"\\u0001"'));
    assert.ok(isSameVersion('"\\ud83d\\ude00"', '"😀"'));
    assert.ok(isSameVersion('"\\ud800"', '"\\uD800"'));
    assert.ok(isSameVersion('"\ud800"', '"\\ud800"'));
    assert.equal(versionId('"\ud800"'), versionId('"\\ud800"'));
    assert.ok(isSameVersion('"\\u0022\\u005c\\u000a"', '"\\"\\\\\\n"'));
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
    ["1", "12"],
    ["12", "1"],
    ['"\\\\u0041"', '"A"'],
    ['"\\ud800"', '"\\ufffd"'],
    ['"\ud800"', '"\ufffd"'],
    ['"\ud800"', '"\ud801"'],
    ['"\udc00\ud800"', '"\ufffd\ufffd"'],
    ['{"\ud800":1}', '{"\ufffd":1}'],
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

  it("does not hold any more once one token is another, and holds however it is spelled", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), (json, pick) => {
        const leaves = [...json.matchAll(/"(?:[^"\\]|\\[^])*"|[^\s{}[\],:"]+/g)];
        fc.pre(leaves.length > 0);
        const { 0: leaf = "", index } = leaves[pick % leaves.length] ?? { index: 0 };
        const other = leaf.endsWith('"') ? `${leaf.slice(0, -1)}x"` : `[${leaf}]`;
        const edited = `${json.slice(0, index)}${other}${json.slice(index + leaf.length)}`;
        assert.ok(isSameVersion(json, spelledOut(json)));
        assert.equal(versionId(json), versionId(spelledOut(json)));
        assert.ok(!isSameVersion(json, edited));
        assert.notEqual(versionId(json), versionId(edited));
      }),
    );
  });

  it("is the same for one of several texts in a row, however they begin", () => {
    fc.assert(
      fc.property(jsonText, jsonText, jsonText, fc.nat(), (text, a, b, pick) => {
        const edited = text.replace(/\d/g, (digit, at: number) => (at >= pick % 40 ? "7" : digit));
        const isSame = sameVersionAs(text);
        for (const other of [a, edited, spelledOut(text), edited, spelledOut(edited), b, text]) {
          fc.pre(isJson(other));
          const isEqual = JSON.stringify(tokens(text)) === JSON.stringify(tokens(other));
          assert.equal(isSame(other), isEqual);
        }
      }),
      { numRuns: 300 },
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
