import assert from "node:assert/strict";
import { maskerFor, spellingsOf } from "../../../../src/platform/masking/secretSpellings";

describe("a secret of several lines", () => {
  const lines = ["-----BEGIN KEY-----", "s3cr3t+/one", "s3cr3t+/two", "-----END KEY-----"];
  const breaks = { LF: "\n", CRLF: "\r\n", CR: "\r", LS: "\u2028" };

  for (const [sent, own] of Object.entries(breaks)) {
    for (const [said, other] of Object.entries({
      ...breaks,
      "an escape": "\\n",
      "two escapes": "\\r\\n",
      "a blank": " ",
      nothing: "",
      HTML: "<br />",
    })) {
      it(`with ${sent} is hidden where it is repeated with ${said}`, () => {
        if (other === "\u2028" && own !== other) {
          return; // nobody writes one for another line end
        }
        const hide = maskerFor(`${lines.join(own)}${own}`);
        const text = lines.join(other);
        for (const repeated of [text, encodeURIComponent(text), JSON.stringify({ text })]) {
          assert.doesNotMatch(hide(`Not a key: ${repeated}.`), /s3cr3t|one|two/);
        }
      });
    }
  }

  it("leaves alone what only has one of its short lines", () => {
    assert.equal(maskerFor("{\n}\n")("{ a }"), "{ a }");
  });

  it("has few spellings, however many lines", () => {
    const secret = Array.from({ length: 2000 }, (_, n) => `l${n}`).join("\n");
    assert.ok(spellingsOf(secret).length <= 150);
  });
});
