import assert from "node:assert/strict";
import { placeInMessage } from "../../../../src/platform/json/placeInMessage";

const text = '{"reporting":{"reportTypes":[{"id":"a","title":"A"}]},"secrets":[]}';

describe("placeInMessage", () => {
  const found = (words: string) => {
    const place = placeInMessage(text, words);
    return place && text.slice(place.offset, place.offset + place.length);
  };

  for (const words of [
    "reporting.reportTypes[0].id is too short",
    "configuration.configuration_json.reporting.reportTypes.0.id is too short",
    "The property /reporting/reportTypes/0/id is too short",
  ]) {
    it(`finds what “${words}” names`, () => assert.equal(found(words), '"id":"a"'));
  }

  it("finds a key in quotes", () => {
    assert.equal(found("The property “secrets” must not be empty"), '"secrets":[]');
  });

  it("finds where something is missing", () => {
    assert.equal(found("reporting.reportTypes[0].fields is required"), '{"id":"a","title":"A"}');
  });

  it("finds nothing where the words name nothing that there is", () => {
    for (const words of [
      "",
      "Validation failed.",
      "See docs.supermetrics.com",
      "nobody.knows[3]",
    ]) {
      assert.equal(found(words), undefined, words);
    }
    assert.equal(placeInMessage("", "reporting.reportTypes"), undefined);
  });

  it("takes no longer for a message of a megabyte, whatever it is made of", () => {
    for (const part of ["a", "a.", "[0]", "/a", '"a', "secrets"]) {
      assert.equal(placeInMessage(text, part.repeat(1_000_000 / part.length)), undefined, part);
    }
  });
});
