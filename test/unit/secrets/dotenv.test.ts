import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseDotenv } from "../../../src/features/secrets/dotenv";

const read = (text: string) => Object.fromEntries(parseDotenv(text));

describe("an .env file", () => {
  for (const [what, text, expected] of [
    ["names and values", "A=1\nB_2=x y", { A: "1", B_2: "x y" }],
    ["white space around them", "  A = 1 \t\r\nB=2\r\n", { A: "1", B: "2" }],
    ["what a shell exports", "export A=1", { A: "1" }],
    ["comments", "# no\n#A=1\nB=2 # two\nC=#none\nD=x#y", { B: "2", C: "", D: "x#y" }],
    ["quotes", `A="a # b"\nB='it\\n'\nC=\`"'\``, { A: "a # b", B: "it\\n", C: `"'` }],
    ["what follows a quoted value", `A="a" # c\nB=1`, { A: "a", B: "1" }],
    ["escapes between double quotes", `A="a\\nb\\"c\\\\d\\z"`, { A: 'a\nb"c\\d\\z' }],
    ["values of several lines", `A="-----BEGIN\nxyz\n"\nB=1`, { A: "-----BEGIN\nxyz\n", B: "1" }],
    ["a quote that is not closed", `A="x\nB=1`, { A: '"x', B: "1" }],
    ["a quote that another variable would close", `A="x\nB="y"`, { A: '"x', B: "y" }],
    ["words in a shell's parts", `A="pa"ss\nB='it'\\''s'`, { A: '"pa"ss', B: `'it'\\''s'` }],
    ["a quote inside", `A=it's\nB=1`, { A: "it's", B: "1" }],
    ["names that come again", "A=1\nB=2\nA=3", { A: "3", B: "2" }],
    ["what is no assignment", "hello\nA 1\n=2\nB=3", { B: "3" }],
    ["equals signs in values", "A=YQ==\nB=a=b", { A: "YQ==", B: "a=b" }],
    ["nothing", "", {}],
    ["a byte order mark", "\ufeffA=1", { A: "1" }],
    ["text of the world", "A=Räder 🚲 مرحبا", { A: "Räder 🚲 مرحبا" }],
  ] as const) {
    it(`has ${what}`, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  it("gives back what was written between quotes, whatever it is", () => {
    const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/);
    const value = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\r", ""));
    fc.assert(
      fc.property(fc.dictionary(name, value), (variables) => {
        const written = Object.entries(variables).map(
          ([key, text]) => `${key}="${text.replace(/["\\]/g, "\\$&")}"`,
        );
        assert.deepEqual(read(written.join("\n")), { ...variables });
      }),
    );
  });

  it("of a megabyte is read at once", () => {
    const text = Array.from({ length: 30_000 }, (_, n) => `KEY_${n}="value ${n} it's"`).join("\n");
    assert.equal(parseDotenv(text).size, 30_000);
  });
});
