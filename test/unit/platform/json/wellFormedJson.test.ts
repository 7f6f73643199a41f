import assert from "node:assert/strict";
import * as fc from "fast-check";
import { wellFormedJson } from "../../../../src/platform/json/wellFormedJson";

describe("wellFormedJson", () => {
  it("spells out what no encoding can carry, and nothing else", () => {
    assert.equal(
      wellFormedJson('{"a":"\ud800","b":"😀\udfff"}'),
      '{"a":"\\ud800","b":"😀\\udfff"}',
    );
    assert.equal(wellFormedJson('{"é":"😀 \ufffd \\ud800"}'), '{"é":"😀 \ufffd \\ud800"}');
  });

  it("says the same, and survives UTF-8", () => {
    const units = fc.constantFrom("\ud83d", "\ude00", "\\", '"', "u", "a", "é");
    fc.assert(
      fc.property(fc.array(units), (parts) => {
        const value = parts.join("");
        const raw = `"${value.replace(/["\\]/g, "\\$&")}"`;
        const json = wellFormedJson(raw);
        assert.equal(JSON.parse(json), value);
        assert.equal(new TextDecoder().decode(new TextEncoder().encode(json)), json);
      }),
    );
  });
});
