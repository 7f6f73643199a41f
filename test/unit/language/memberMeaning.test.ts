import assert from "node:assert/strict";
import { memberMeaning } from "../../../src/features/language/memberMeaning";
import { assertLinear, between } from "../support/linear";

const at = (marked: string) => memberMeaning(marked.replace("|", ""), marked.indexOf("|"))?.text;

describe("What is known of keys and values", () => {
  it("says of retry that its key and place are likely", () => {
    assert.match(at('{"defaultResponseHandler":{"re|try":{}}}') ?? "", /maxRetries.*likely/);
    assert.match(at('{"reporting":{"re|try":') ?? "", /likely/);
  });

  it("says what a documented value means", () => {
    const inFields = (value: string) =>
      at(`{"reporting":{"reportTypes":[{"fields":[{"dataType":"${value}"}]}]}}`);
    assert.equal(inFields("float.number.|ratio"), "Ratio, 0 to 1");
    assert.match(inFields("b|ool") ?? "", /True or false.*likely/);
    assert.equal(inFields("string.ma|de.up"), undefined);
  });

  for (const place of [
    '{"a":"re|try"}',
    '{"request":{"body":{"re|try":1}}}',
    '{"request":{"body":{"method":"G|ET"}}}',
    '{"title":"G|ET"}',
    "re|try",
  ]) {
    it(`says nothing at ${place}`, () => assert.equal(at(place), undefined));
  }

  it("takes time in proportion to the text", () =>
    assertLinear(
      (text) => memberMeaning(text, text.length - 6),
      between('{"a":[', '{"source":"static"},', '{"retry"'),
    ));
});
