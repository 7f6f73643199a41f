import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseDotenv } from "../../../src/features/secrets/dotenv";

const read = (text: string) =>
  Object.fromEntries([...parseDotenv(text)].map(([name, { value }]) => [name, value]));

const doubts = (text: string) =>
  Object.fromEntries([...parseDotenv(text)].map(([name, { doubt }]) => [name, doubt]));

const body = "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn";
const pem = `-----BEGIN RSA PRIVATE KEY-----\n${body}\nabcd==\n-----END RSA PRIVATE KEY-----`;

describe("an .env file", () => {
  for (const [what, text, expected] of [
    ["names and values", "A=1\nB_2=x y", { A: "1", B_2: "x y" }],
    ["white space around them", "  A = 1 \t\r\nB\t=\t2\r\n", { A: "1", B: "2" }],
    ["the white space of web pages", "A\u00a0=\u00a01\nNEXT=2", { A: "1", NEXT: "2" }],
    ["what a shell exports", "export A=1\nexport  B='x y'", { A: "1", B: "x y" }],
    ["comments", "# no\n#A=1\nB=2 # two\nC=#none", { B: "2", C: "" }],
    ["comments with quotes", "# don't\nA=1\n  # \"nor this\nB=2", { A: "1", B: "2" }],
    ["values that end at the first #", "D=x#y\nE=x\\#y", { D: "x", E: "x\\" }],
    ["quotes", `A="a # b"\nB='it\\n'\nC=\`"'\``, { A: "a # b", B: "it\\n", C: `"'` }],
    ["what follows a quoted value", `A="a" # c\nB=1`, { A: "a", B: "1" }],
    ["line breaks between double quotes", `A="a\\nb\\r"`, { A: "a\nb\r" }],
    ["other backslashes as they are", `A="a\\"b\\\\c\\td"`, { A: 'a\\"b\\\\c\\td' }],
    ["escaped quotes", `A='it\\'s'\nB=1`, { A: "it\\'s", B: "1" }],
    ["a path between quotes", `A="C:\\dir\\"\nB=1`, { A: "C:\\dir\\", B: "1" }],
    ["values of several lines", `A="-----BEGIN\nB=x\n"\nB=1`, { A: "-----BEGIN\nB=x\n", B: "1" }],
    ["JSON", `A={"b": "c"}\nB="{"b":"c"}"\nC=1`, { A: `{"b": "c"}`, B: `{"b":"c"}`, C: "1" }],
    ["a quote that is not closed", `A="x\nB=1`, { A: '"x', B: "1" }],
    ["a quote that another variable would close", `A="x\nB="y"`, { A: '"x', B: "y" }],
    ["words in a shell's parts", `A="pa"ss\nB='it'\\''s'`, { A: '"pa"ss', B: `it'\\''s` }],
    ["a quote inside", `A=it's\nB=1`, { A: "it's", B: "1" }],
    ["names that come again", "A=1\nB=2\nA=3", { A: "3", B: "2" }],
    ["what is no assignment", "hello\nA 1\n=2\n- C=1\nB=3", { B: "3" }],
    ["colons", "A: value\nB: 'x y'\nC:1", { A: "value", B: "x y" }],
    ["a quoted value on the next line", "A=\n\n  'x'\nB=\nC=1", { A: "x", B: "", C: "1" }],
    ["equals signs in values", "A=YQ==\nB=a=b\nC==d", { A: "YQ==", B: "a=b", C: "=d" }],
    ["nothing", "", {}],
    ["a byte order mark", "\ufeffA=1", { A: "1" }],
    ["text of the world", "A=Räder 🚲 مرحبا", { A: "Räder 🚲 مرحبا" }],
    ["variables as they are written", 'A=x${B}\nC="$B"', { A: "x${B}", C: "$B" }],
    ["a key without quotes", `A=${pem}\nNEXT=2`, { A: pem, NEXT: "2" }],
    ["a key on the line below its name", `A=\n${pem}\nNEXT=2`, { A: pem, NEXT: "2" }],
    ["a key in a YAML block", `A: |\n${pem.replace(/^/gm, "  ")}\nB=1`, { A: pem, B: "1" }],
    ["a key whose quote is not closed", `A="${pem}\nB="2"`, { A: pem, B: "2" }],
    ["a chain of certificates", `A=${pem}\n${pem}\nB=1`, { A: `${pem}\n${pem}`, B: "1" }],
    ["a key that has no name", `A=1\n\n${pem}\nB=2`, { A: "1", B: "2" }],
  ] as const) {
    it(`has ${what}`, () => {
      assert.deepEqual(read(text), expected);
    });
  }

  it("names no variable after a line of a key without its end", () => {
    const text = `A=-----BEGIN PRIVATE KEY-----\nDEK-Info: x\n\n${body}\nabcd==\nNEXT=2`;
    assert.deepEqual(doubts(text), { A: "noEnd", NEXT: undefined });
  });

  it("names no variable after a line of base64 that goes on from another", () => {
    const line = body + body;
    const text = `A=${line}\n${line}\nabcd==\nB=${line}\nabcd==\nNEXT=\n`;
    assert.deepEqual(doubts(text), { A: "goesOn", B: "goesOn", NEXT: undefined });
    assert.equal(read(text)["A"], line);
  });

  for (const [doubt, texts] of [
    ["cut", ["A=abc#def", "A=abc\\#def", "A=#def", 'A={"b": "c#d"}']],
    ["quotes", ['A="abc', 'A="pa"ss', 'A="{"b":"c"}"', "A='it'\\''s'"]],
    ["backslash", ['A="a\\tb"', 'A="a\\"b"', "A='it\\'s'", 'A="C:\\new\\table"']],
    ["backticks", ["A=`a`"]],
    ["expansion", ["A=https://${B}/x", 'A="$B"', "A=$(pwd)"]],
    ["colon", ["A: value"]],
    ["nextLine", ["A=\n'x'", "A:\nx"]],
    ["goesOn", ["A=abc\\\ndef", 'A={\n  "a": "b"\n}', "A: |\n  x"]],
    ["block", [`A=${pem}`]],
    [
      "elsewhere",
      [
        "A=op://dev/app/key",
        "A=ENC[AES256_GCM,data:abc=,type:str]",
        'A="encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hmLXPXRuDBXaJi"',
        "A=vault:secret/data/app#key",
        "A=ref+awssecrets://foo/bar",
        "A=arn:aws:secretsmanager:eu-west-1:1:secret:x",
        "A=@Microsoft.KeyVault(SecretUri=https://x)",
      ],
    ],
    [
      undefined,
      [
        "A=1",
        "A=1 # one",
        'A="a#b"',
        'A="a\\nb"',
        "A='$2y$10$fbdLV2U3Y98L'",
        "A='x\\n'",
        "A=abc==",
        "A=it's",
        'A={"b": "c"}',
        'A="it\'s"',
        `A='${pem}'`,
        "A=https://example.com/x",
        "A=secret-operation",
      ],
    ],
  ] as const) {
    for (const text of texts) {
      it(`${doubt ? `is in doubt (${doubt})` : "is certain"} about ${JSON.stringify(text.slice(0, 40))}`, () => {
        assert.equal(doubts(text)["A"], doubt);
      });
    }
  }

  it("gives back what was written between single quotes, whatever it is", () => {
    const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/);
    const value = fc.string({ unit: "binary" }).map((text) => text.replaceAll(/[\r'\\]/g, ""));
    fc.assert(
      fc.property(fc.dictionary(name, value), (variables) => {
        const written = Object.entries(variables).map(([key, text]) => `${key}='${text}'`);
        assert.deepEqual(read(written.join("\n")), { ...variables });
      }),
    );
  });

  it("of a megabyte is read at once", () => {
    const text = Array.from({ length: 30_000 }, (_, n) => `KEY_${n}="value ${n} it's"`).join("\n");
    assert.equal(parseDotenv(text).size, 30_000);
  });
});
