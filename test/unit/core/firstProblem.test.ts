import assert from "node:assert/strict";
import { firstProblem } from "../../../src/core/firstProblem";

describe("firstProblem", () => {
  it("finds nothing in an object, whatever is in it", () => {
    for (const good of [
      "{}",
      ' {"a":[1e400,{"a":1,"a":2}]}\n',
      `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`,
    ]) {
      assert.equal(firstProblem(good), undefined);
    }
  });

  for (const [text, offset, words] of [
    ["", 0, /empty/],
    [" \n", 0, /empty/],
    [" []", 1, /begins with “\{”/],
    ["null", 0, /begins with “\{”/],
    ['{"a":1,}', 7, /property name/],
    ["{a:1}", 1, /property name|valid JSON/],
    ['{"a" 1}', 5, /colon/],
    ['{"a":1 "b":2}', 7, /comma/],
    ['{"a":}', 5, /value/],
    ['{"a":[1', 7, /closing bracket|comma/],
    ['{"a":1', 6, /closing brace/],
    ["{/* no */}", 1, /Comments/],
    ['{"a":"x', 5, /not closed/],
    ["{} {}", 3, /Nothing may follow/],
    ['{"a":\u0001}', 5, /not valid JSON/],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(text)}, and where`, () => {
      const problem = firstProblem(text);
      assert.match(problem?.text ?? "", words);
      assert.equal(problem?.offset, offset);
    });
  }

  it("survives what is nested deeper than the stack", () => {
    assert.match(firstProblem("[".repeat(200_000))?.text ?? "", /not valid JSON/);
  });
});
