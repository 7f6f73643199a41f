import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findTextProblem } from "../../../src/features/configurations/textProblem";
import { jsonText } from "../support/jsonTexts";

describe("firstProblem", () => {
  it("finds nothing in an object, whatever is in it", () => {
    for (const good of [
      "{}",
      ' {"a":[1e400,{"a":1,"a":2}]}\n',
      `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    ]) {
      assert.equal(findTextProblem(good), undefined);
    }
  });

  for (const [text, offset, words] of [
    ["", 0, /empty/],
    [" \n", 0, /empty/],
    ["[]", 0, /must be a JSON object/],
    ['"{}"', 0, /must be a JSON object/],
    [" []", 1, /must be a JSON object/],
    ["null", 0, /must be a JSON object/],
    ['{"a":1,}', 7, /Property name/],
    ["{1:2}", 1, /Property name/],
    ["{a:1}", 1, /\(InvalidSymbol\)/],
    ['{"a":"\\x"}', 5, /\(InvalidEscapeCharacter\)/],
    ['{"a":1.}', 5, /\(UnexpectedEndOfNumber\)/],
    ['\ufeff{"a":1}', 0, /\(InvalidSymbol\)/],
    ['{"🚲":1,}', 8, /Property name/],
    ['{"a" 1}', 5, /Colon/],
    ['{"a":1 "b":2}', 7, /Comma/],
    ['{"a":}', 5, /Value/],
    ['{"a":[1', 7, /Closing bracket/],
    ['{"a":1', 6, /Closing brace/],
    ["{/* no */}", 1, /Comments/],
    ['{"a":"x', 5, /Unterminated/],
    ["{} {}", 3, /Unexpected content/],
    ['{"a":\u0001}', 5, /Invalid JSON/],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(text)}, and where`, () => {
      const problem = findTextProblem(text);
      assert.match(problem?.text ?? "", words);
      assert.equal(problem?.offset, offset);
    });
  }

  it("survives what is nested deeper than the stack", () => {
    for (const [text, offset, words] of [
      ["[".repeat(200_000), 200_000, /Closing bracket/],
      [`{"a":${"[".repeat(200_000)}`, 200_005, /Closing bracket/],
      ["[".repeat(200_000) + "]".repeat(200_000), 0, /must be a JSON object/],
    ] as const) {
      const problem = findTextProblem(text);
      assert.match(problem?.text ?? "", words);
      assert.equal(problem?.offset, offset);
    }
  });

  it("points at what does not belong there, wherever in an object that is", () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), (json, pick) => {
        const parts = `{"a":${json}}`.match(/"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^{}[\],:"]+/g) ?? [];
        const at = pick % (parts.length + 1);
        const before = `${parts.slice(0, at).join("")} `;
        const problem = findTextProblem(`${before}# ${parts.slice(at).join("")}`);
        assert.match(problem?.text ?? "", /\(InvalidSymbol\)/);
        assert.equal(problem?.offset, before.length);
      }),
    );
  });
});
