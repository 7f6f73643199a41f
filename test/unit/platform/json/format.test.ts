import assert from "node:assert/strict";
import * as fc from "fast-check";
import { formatConfiguration } from "../../../../src/platform/json/format";
import { jsonText, tokens } from "../../support/jsonTexts";

const format = (json: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(formatConfiguration(json));

describe("formatConfiguration", () => {
  it("keeps every token of any JSON text: strings by value, numbers by spelling", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        assert.deepEqual(tokens(format(json)), tokens(json));
      }),
      { numRuns: 1000 },
    );
  });

  it("changes nothing any more in what it has laid out", () => {
    fc.assert(
      fc.property(jsonText, (json) => {
        assert.equal(format(format(json)), format(json));
      }),
    );
  });

  it("lays out what JavaScript can hold as JavaScript does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        const tidy = JSON.stringify(value, undefined, 2);
        assert.equal(format(JSON.stringify(value)), `${tidy}\n`);
      }),
    );
  });

  it("puts one member on a line, two spaces a level, and nothing into what is empty", () => {
    assert.equal(
      format('{"a":[1,{ "b":{ }}],\n"c":[\t]}'),
      [
        "{",
        '  "a": [',
        "    1,",
        "    {",
        '      "b": {}',
        "    }",
        "  ],",
        '  "c": []',
        "}",
        "",
      ].join("\n"),
    );
  });

  for (const [spelled, shown] of [
    ["\\/", "/"],
    ["\\u00e9\\u00E9", "éé"],
    ["\\ud83d\\udeb2", "🚲"],
    ["\\ud83d\\udc68\\u200d\\ud83d\\udc69", "👨\u200d👩"],
    ["\\u0646\\u0645\\u06cc\\u200c\\u062e", "نمی\u200cخ"],
    ["\\u0041", "A"],
    ["\\u002f", "/"],
    ["\u00a0", "\u00a0"],
  ] as const) {
    it(`shows ${spelled} as people read it`, () => {
      assert.equal(format(`["${spelled}"]`), `[\n  "${shown}"\n]\n`);
    });
  }

  for (const kept of [
    "\\n\\t\\b\\f\\r",
    '\\"\\\\',
    "\\u0022\\u005c",
    "\\u0000\\u001f\\u007f",
    "\\ud83d",
    "\\udeb2\\ud83d",
    "\\ud83d\\u0041",
    "\\u00a0\\u2028\\ufeff\\u202e",
    "\\\\u00e9",
    "\\\\/",
  ]) {
    it(`leaves ${kept} escaped`, () => {
      const shown = kept.replace("\\u0041", "A");
      assert.equal(format(`["${kept}"]`), `[\n  "${shown}"\n]\n`);
    });
  }

  it("spells out the two characters that VS Code takes for line ends", () => {
    assert.equal(format('["a\u2028b\u2029", "‰"]'), '[\n  "a\\u2028b\\u2029",\n  "‰"\n]\n');
  });

  it("stays in proportion however deep the text is", () => {
    const depth = 20_000;
    const deep = "[".repeat(depth) + "]".repeat(depth);
    assert.deepEqual(tokens(format(deep)), tokens(deep));
    assert.ok(format(deep).length < 250 * 2 * depth);
  });

  it("has room for long strings behind deep indentation", () => {
    for (let depth = 1; depth < 120; depth++) {
      for (const length of [400, 2000]) {
        const json = `${"[".repeat(depth)}"${"x".repeat(length)}"${"]".repeat(depth)}`;
        assert.deepEqual(tokens(format(json)), tokens(json));
      }
    }
  });

  it("takes a string of any length, escaped from its first character to its last", () => {
    const long = `"${"\\u5b57".repeat(300_000)}"`;
    assert.equal(format(long), `"${"字".repeat(300_000)}"\n`);
  });
});
