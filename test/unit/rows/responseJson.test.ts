import assert from "node:assert/strict";
import * as fc from "fast-check";
import { cellOf, jsonText, parseResponse } from "../../../src/features/rows/responseJson";
import { assertLinear, nested, repeated } from "../support/linear";

describe("The JSON of a response", () => {
  it("keeps numbers as they are spelled where JavaScript would round them", () => {
    const text =
      '{"id":12345678901234567890,"list":[-9007199254740993,0.12345678901234567890,1e400,1.5]}';
    assert.equal(jsonText(parseResponse(text)), text);
    const { id } = parseResponse(text) as { id: unknown };
    assert.equal(cellOf(id), "12345678901234567890");
  });

  it("leaves digits in strings alone, and all that JavaScript holds", () => {
    const text = '{"a":"12345678901234567890 \\" 1","12345678901234567890":[9007199254740991,0.1]}';
    assert.deepEqual(parseResponse(text), JSON.parse(text));
  });

  it("is what JSON.parse makes of it otherwise", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        assert.deepEqual(JSON.parse(jsonText(parseResponse(text))), JSON.parse(text));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    for (const text of ["", "{", '{"a":12345678901234567890', "<html>", "12345678901234567890x"]) {
      assert.throws(() => parseResponse(text), SyntaxError);
    }
  });

  it("takes linear time, however deep it is", () => {
    for (const textOf of [
      (length: number) => `[${"12345678901234567890,".repeat(length / 21)}1]`,
      (length: number) => `["${repeated("1234567890123456")(length)}"]`,
      nested("[", "12345678901234567890", "]"),
      nested('{"a":', "12345678901234567890", "}"),
    ]) {
      assertLinear((text) => cellOf(parseResponse(text)), textOf);
    }
  });
});
