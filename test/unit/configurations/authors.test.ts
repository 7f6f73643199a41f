import assert from "node:assert/strict";
import {
  changedBy,
  closedOvertakenText,
  otherVersionTexts,
  overtakenText,
  type Author,
} from "../../../src/features/configurations/authors";

describe("Words for who published another version", () => {
  const you: Author = { kind: "you" };
  const yourFile: Author = { kind: "you", file: "a.connector.json" };
  const unknown: Author = { kind: "unknown" };
  const wordsFor = (by: Author) => {
    const { compared, replace, published, ...words } = otherVersionTexts(by);
    return [
      changedBy(by),
      overtakenText("X", by),
      closedOvertakenText("X", by),
      compared("X"),
      replace("X"),
      published("now"),
      ...Object.values(words),
    ].join("\n");
  };

  it("name somebody else only where it was somebody else", () => {
    assert.match(wordsFor({ kind: "someoneElse" }), /someone else[^]*[Tt]heir version/);
    for (const by of [you, yourFile, unknown]) {
      assert.doesNotMatch(wordsFor(by), /someone|their/i);
    }
  });

  it("name the file that the person published", () => {
    assert.equal(changedBy(yourFile), "changed by you, from a.connector.json");
    assert.match(overtakenText("X", yourFile), /You published "X" from a\.connector\.json/);
    assert.match(overtakenText("X", you), /You published another version of "X"/);
  });
});
