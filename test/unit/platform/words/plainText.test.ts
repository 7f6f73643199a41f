import assert from "node:assert/strict";
import * as fc from "fast-check";
import { plainText, singleLine } from "../../../../src/platform/words/plainText";

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("[", "]", "(", ")", "$", "command:x", "\n", "\u202e", "\u200f", "\u2028"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(""));

describe("singleLine", () => {
  it("makes one line of several", () => {
    assert.equal(singleLine("\tOne\r\n two\u2028three\u0000four\u0085 "), "One two three four");
  });

  it("removes what turns text around, and leaves text that is written from the right", () => {
    assert.equal(singleLine("\u202egnp.exe\u202c"), "gnp.exe");
    assert.equal(singleLine("\u2067עברית عربي\u2069"), "עברית عربي");
  });

  it("leaves everything else, emoji with joiners included", () => {
    assert.equal(singleLine("Räder & Söhne 👩‍👧 <b>"), "Räder & Söhne 👩‍👧 <b>");
  });
});

describe("plainText", () => {
  it("has no link and no icon that an editor would take for one", () => {
    assert.equal(plainText("[Fix](command:evil) $(trash)"), "[Fix] (command:evil) $ (trash)");
  });

  it("has neither when they appear only once invisible characters are gone", () => {
    assert.equal(plainText("[Fix]\u202a(command:evil) $\u200f(trash)").match(/\]\(|\$\(/), null);
  });

  it("is one line without links, icons and turns, whatever came in, and short enough", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, maximum) => {
        const plain = plainText(text, maximum);
        assert.doesNotMatch(
          plain,
          /\]\(|\$\(|[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u,
        );
        assert.ok(Array.from(plain).length <= maximum);
      }),
    );
  });

  it("shows that something was cut off, and cuts no emoji in half", () => {
    assert.equal(plainText("🚲🚲🚲🚲", 3), "🚲🚲…");
    assert.equal(plainText("🚲🚲🚲", 3), "🚲🚲🚲");
  });
});
