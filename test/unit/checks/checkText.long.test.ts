import { checkText } from "../../../src/features/checks/checkText";
import { formatConfiguration } from "../../../src/platform/json/format";
import { lineChanges } from "../../../src/features/configurations/lineChanges";
import { readLink } from "../../../src/features/files/fileLinks";
import { isLooselyEqual } from "../../../src/platform/json/compare";
import { namesSchema } from "../../../src/features/schema/schemaNames";
import { withoutSchema, withSchema } from "../../../src/features/schema/schemaProperty";
import { schemaVocabulary } from "../../../src/features/schema/schemaVocabulary";
import { versionId } from "../../../src/platform/json/tokens";
import { servedSchema } from "../../../src/features/schema/servedSchema";
import { assertLinear, between, list, nested, numbered, repeated } from "../support/linear";

type Case = readonly [string, (text: string) => unknown, (length: number) => string];

const cases: readonly Case[] = [
  // Each bracket gets a line of its own, with up to 200 blanks.
  ["lists to lay out", formatConfiguration, (length) => nested("[", "1", "]")(length / 10)],
  [
    "escapes to lay out",
    formatConfiguration,
    (length) => `["${"\\ud83d\\udeb2\u2028\\/".repeat(length / 15)}"]`,
  ],
  [
    "two unlike texts",
    (text) => lineChanges(text, text.replaceAll("1", "2")),
    list((n) => `{"a${n}":1}`),
  ],
  ["a version of escapes", versionId, (length) => `["${"\\u00e9\\/".repeat(length / 8)}"]`],
  ["two texts that say the same", (text) => isLooselyEqual(text, text), list((n) => `{"a":${n}}`)],
  ["two deep texts", (text) => isLooselyEqual(text, text), nested("[", "1", "]")],
  ["a links file", (text) => readLink(text, "a"), list((n) => `"a${n}":{}`, "{", "}")],
  ["a schema that is named", namesSchema, repeated('"$schema" : ')],
  ["white space before a schema", (text) => withSchema(text).text, between("", " ", "{}")],
  ["a schema to take out", withoutSchema, between("{", " ", '"$schema"')],
  ["a deep schema", servedSchema, nested('{"properties":{"a":', "{}", "}}")],
  ["a deep schema of lists", servedSchema, nested('{"allOf":[', "{}", "]}")],
  ["a deep default", servedSchema, (n) => `{"default":${nested("[", "1", "]")(n)}}`],
  [
    "a schema with a long name",
    servedSchema,
    (length) =>
      `{"$defs":{"${"a".repeat(length / 2)}":{"$defs":{${numbered((n) => `"b${n}":{"$ref":"#/$defs/a"}`, ",")(length / 2)}}}}}`,
  ],
  [
    "a long list that is referred to",
    servedSchema,
    (length) =>
      `{"$defs":{"e":{"enum":["${"a".repeat(length / 2)}"]}},"allOf":[${numbered(() => `{"title":"t","$ref":"#/$defs/e"}`, ",")(length / 2)}]}`,
  ],
  [
    "a schema with a long address",
    servedSchema,
    (length) =>
      `{"$id":"https://x.example/${"a".repeat(length / 2)}","allOf":[${numbered((n) => `{"$ref":"b${n}"}`, ",")(length / 2)}]}`,
  ],
  ["the words of a deep schema", schemaVocabulary, nested('{"enum":[', '"a"', "]}")],
];

const known = {
  secrets: { secrets: [{ name: `${"a".repeat(40)}b`, placeholder: "sec_1" }], total: 1 },
};

const configurations: readonly (readonly [string, (length: number) => string])[] = [
  ["deep", nested('{"a":', "1", "}")],
  ["lists", nested("[", "1", "]")],
  ["a long text", (length) => `{"a":"${"a".repeat(length)}"}`],
  ["open placeholders", (length) => `{"a":"${"{{a".repeat(length / 3)}"}`],
  ["placeholders", (length) => `{"a":"${"{{a}}".repeat(length / 5)}"}`],
  [
    "joins to nothing",
    (length) =>
      `{"reporting":{"reportTypes":[${numbered((n) => `{"id":"r${n}","decoration":{"relations":[{"reportTypeId":"x${n}"}]}}`, ",")(length)}]}}`,
  ],
  [
    "a long ID and many fields",
    (length) =>
      `{"reporting":{"reportTypes":[{"id":"${"a".repeat(length / 2)}","fields":[${numbered((n) => `{"id":"f${n}"}`, ",")(length / 2)}]}]}}`,
  ],
  [
    "repeated IDs",
    (length) =>
      `{"reporting":{"reportTypes":[{"id":"a","fields":[${numbered((n) => `{"id":"f_${n}"},{"id":"f"}`, ",")(length)}]}]}}`,
  ],
  [
    "a long key above findings",
    (length) =>
      `{"${"a".repeat(length / 2)}":[${numbered(() => '[[["{{"]],{"source":"jsonPath","value":"a"}]', ",")(length / 2)}]}`,
  ],
  [
    "user inputs that are not there",
    (length) =>
      `{"authentication":{"type":"user_input","userInputs":[${numbered((n) => `{"id":"u${n}"}`, ",")(length / 2)}]},"a":[${numbered((n) => `{"source":"userInput","value":"x${n}"}`, ",")(length / 2)}]}`,
  ],
  [
    "long user inputs",
    (length) =>
      `{"authentication":{"type":"user_input","userInputs":[{"id":"${"u".repeat(length / 2)}"}]},"a":[${numbered((n) => `{"source":"userInput","value":"x${n}"}`, ",")(length / 2)}]}`,
  ],
  [
    "placeholders of secrets",
    (length) => `{"a":["${"{{ sec_1 }} ".repeat(length / 20)}","sec_1"]}`,
  ],
  ["beginnings of placeholders", (length) => `{"a":"${"sec_a".repeat(length / 5)}"}`],
  ["a long placeholder", (length) => `{"a":"sec_${"a".repeat(length)}"}`],
  ["white space after a placeholder", (length) => `{"a":"sec_1${" ".repeat(length)}}}"}`],
  [
    "references to nothing",
    (length) => `{"a":"${numbered((n) => `{{ secrets.x${n} }}`, "")(length)}"}`,
  ],
  ["an open reference", (length) => `{"a":"{{ secrets.${" ".repeat(length)}"}`],
  ["repeated keys", list((n) => `"a${n % 10}":1`, "{", "}")],
  [
    "dates and addresses",
    (length) =>
      `{"reporting":{"reportTypes":[{"id":"a","request":{"url":"http://x/${"2026-13-01".repeat(length / 10)}"}}]}}`,
  ],
  [
    "signers",
    (length) => `{"signers":[${numbered((n) => `{"a":"rsa","b":"sha${n}"}`, ",")(length)}]}`,
  ],
  [
    "secrets of one name",
    (length) =>
      `{"secrets":{"items":[${numbered((n) => `{"id":"a"},{"id":"a_${n}"}`, ",")(length)}]}}`,
  ],
];

/** Law: whatever a service or a file says, it is read in time in proportion to its length. */
describe("a configuration or a schema of a megabyte takes no longer than its length", () => {
  for (const [name, work, textOf] of cases) {
    it(name, () => assertLinear(work, textOf));
  }

  for (const [name, textOf] of configurations) {
    it(`checked: ${name}`, () => assertLinear((text) => checkText(text, {}, known), textOf));
  }
});
