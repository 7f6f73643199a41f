import assert from "node:assert/strict";
import * as fc from "fast-check";
import { getLocation, parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { cursorIn, firstSyntaxProblem } from "../../../../src/platform/json/unfinishedJson";
import { stringAt } from "../../../../src/platform/json/stringAt";
import { jsonText } from "../../support/jsonTexts";

/** What jsonc-parser, which the editor's JSON support stands on, finds first. */
function firstErrorOf(text: string) {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return first && { code: printParseErrorCode(first.error), offset: first.offset };
}

/** JSON text into which somebody has typed something, or from which something was cut. */
const changedText = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.string({
      unit: fc.constantFrom(...'{}[]:,"\\/*-+.eEu0129 \n\r\t\u0001\u007f#atrue🚲'.split("")),
      maxLength: 4,
    }),
  )
  .map(([text, pick, cut, typed]) => {
    const at = pick % (text.length + 1);
    return text.slice(0, at) + typed + text.slice(at + cut);
  });

describe("firstSyntaxProblem", () => {
  it("finds nothing in JSON", () => {
    fc.assert(fc.property(jsonText, (text) => assert.equal(firstSyntaxProblem(text), undefined)));
  });

  it("finds what jsonc-parser finds, and where", () => {
    fc.assert(
      fc.property(changedText, (text) => {
        assert.deepEqual(firstSyntaxProblem(text), firstErrorOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("finds something exactly where JSON.parse does", () => {
    fc.assert(
      fc.property(changedText, (text) => {
        const isWrong = firstSyntaxProblem(text) !== undefined;
        (isWrong ? assert.throws : assert.doesNotThrow)(() => void JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("cursorIn", () => {
  it("is where jsonc-parser says, in a text up to where it was typed", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), fc.boolean(), (json, pick, isCut) => {
        const offset = pick % (json.length + 1);
        const text = isCut ? json.slice(0, offset) : json;
        const { path, isAtPropertyKey } = getLocation(text, offset);
        const own = cursorIn(text, offset);
        // What half a key says is anybody's guess.
        const isHalf = isCut && own.isAtKey && stringAt(text, offset) !== undefined;
        const known = isHalf ? -1 : path.length;
        assert.deepEqual(own.path.slice(0, known), path.slice(0, known));
        assert.equal(own.path.length, path.length);
        assert.equal(own.isAtKey, isAtPropertyKey);
      }),
      { numRuns: 1000 },
    );
  });

  it("passes over comments, and goes on behind what is wrong", () => {
    for (const [marked, path, isAtKey] of [
      ['{/* it\'s { */ "a": [1, |]}', ["a", 1], false],
      ['{// {\n "a": {"b": 1, |', ["a", ""], true],
      ['{"a": ], "c": [1, |', ["c", 1], false],
      ['{"a": [{"b": 1, ], "c": {"d": 1}, "e": |', ["e"], false],
      ['{"a": 1 "b": "|', ["b"], false],
      ['{"a": "no end\n "b": [|', ["b", 0], false],
    ] as const) {
      const offset = marked.indexOf("|");
      const { container: _container, ...cursor } = cursorIn(marked.slice(0, offset), offset);
      assert.deepEqual(cursor, { path, isAtKey }, marked);
    }
  });
});
