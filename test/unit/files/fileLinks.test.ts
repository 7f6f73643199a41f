import assert from "node:assert/strict";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import { readLink, writeLink, type Link } from "../../../src/features/files/fileLinks";
import { LinksError } from "../../../src/features/files/linkErrors";

const link: Link = {
  ref: { origin: defaultOrigin, teamId: "9007199254740993", identifier: "T3S70" },
  version: "0123456789abcdef0123456789abcdef",
  schemaAdded: true,
};
const entry = '{"teamId":"1","connectorIdentifier":"T","version":"v","schemaAdded":true}';

describe("The file that links files to connectors", () => {
  it("gives back what was written, each under its file's name", () => {
    const other = { ...link, ref: { ...link.ref, origin: "https://eu.example.org" } };
    const text = writeLink(
      writeLink(undefined, "b.connector.json", link),
      "a.connector.json",
      other,
    );
    assert.deepEqual(readLink(text, "b.connector.json"), link);
    assert.deepEqual(readLink(text, "a.connector.json"), other);
    assert.equal(readLink(text, "c.connector.json"), undefined);
    assert.deepEqual(readLink(writeLink(text, "a.connector.json", link), "a.connector.json"), link);
  });

  it("has one order, team IDs as text, and says nothing of the public service", () => {
    const text = writeLink(writeLink(undefined, "b", link), "a", link);
    assert.deepEqual(Object.keys(JSON.parse(text) as object), ["a", "b"]);
    assert.match(text, /"teamId": "9007199254740993"/);
    assert.doesNotMatch(text, /service/);
    assert.equal(text, `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  });

  it("keeps what it does not know, as it is spelled", () => {
    const foreign = '"z\\u002efile":  {"x":12345678901234567890, "y": 1.0}';
    const own =
      '{"teamId":"1","future":1.0,"connectorIdentifier":"T","version":"v","schemaAdded":true}';
    const text = writeLink(`{ "y": 1, ${foreign}, "a": ${own} }`, "a", link);
    assert.ok(text.includes('"z\\u002efile": {"x":12345678901234567890, "y": 1.0}'), text);
    assert.ok(text.includes('"future": 1.0'), text);
    assert.deepEqual(Object.keys(JSON.parse(text) as object), ["y", "z.file", "a"]);
    assert.deepEqual(readLink(text, "a"), link);
  });

  it("keeps a byte order mark and the ends of its lines", () => {
    const before = `\u{feff}{\r\n  "b": ${entry}\r\n}\r\n`;
    const text = writeLink(before, "a", link);
    assert.ok(text.startsWith("\u{feff}{\r\n"));
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(readLink(text, "b")?.ref.identifier, "T");
    assert.deepEqual(readLink(text, "a"), link);
  });

  it("takes a file's name for nothing else", () => {
    assert.equal(readLink("{}", "constructor"), undefined);
    assert.deepEqual(readLink(writeLink("{}", "__proto__", link), "__proto__"), link);
  });

  const unreadable: [what: string, text: string, words: RegExp][] = [
    [
      "conflict markers",
      `<<<<<<< HEAD\n{"a":${entry}}\n=======\n{}\n>>>>>>> b\n`,
      /Git conflict markers/,
    ],
    [
      "conflict markers inside",
      `{\n<<<<<<< HEAD\n"b":1\n=======\n"b":2\n>>>>>>> b\n}`,
      /Git conflict markers/,
    ],
    ["a comment", `{\n  // mine\n  "a": ${entry}\n}`, /line 2, column 3/],
    ["a comma too many", `{"a":${entry},}`, /isn't valid JSON \(line 1/],
    ["half of it", '{"a":', /isn't valid JSON/],
    ["nothing", "", /The file is empty/],
    ["white space", "\n", /The file is empty/],
    ["zero bytes", "\0\0", /isn't valid JSON/],
    ["a list", "[]", /isn't a JSON object/],
    ["null", "null", /isn't a JSON object/],
    ["a text", '"a"', /isn't a JSON object/],
    ["two byte order marks", "\u{feff}\u{feff}{}", /isn't valid JSON/],
    ["two entries of one name", `{"a":${entry},"\\u0061":${entry}}`, /contains "a" twice/],
    ["two of one part", '{"b":{"teamId":"1","teamId":"2"}}', /contains "teamId" twice/],
    ["a link that is none", '{"a":"T3S70"}', /entry "a" isn't a link/],
    ["a link that is null", '{"a":null}', /entry "a" isn't a link/],
    [
      "a team ID that lost its digits",
      `{"a":${entry.replace('"1"', "1")}}`,
      /"teamId" is missing or invalid/,
    ],
    [
      "an identifier that leads elsewhere",
      `{"a":${entry.replace('"T"', '"../T"')}}`,
      /"connectorIdentifier"/,
    ],
    [
      "a service that is no address",
      `{"a":${entry.replace("{", '{"service":"eu",')}}`,
      /"service" is/,
    ],
    [
      "a service without https",
      `{"a":${entry.replace("{", '{"service":"http://eu.org",')}}`,
      /"service" is/,
    ],
  ];
  for (const [what, text, words] of unreadable) {
    it(`with ${what} is neither read nor written, and says why`, () => {
      for (const deed of [() => readLink(text, "a"), () => writeLink(text, "a", link)]) {
        assert.throws(deed, (error) => error instanceof LinksError && words.test(error.message));
      }
    });
  }

  it("with a wrong entry of another file still has the links of this one", () => {
    const text = writeLink('{"b":{"teamId":1}}', "a", link);
    assert.deepEqual(readLink(text, "a"), link);
    assert.match(text, /"b": \{"teamId":1\}/);
  });

  for (const [what, text] of [
    ["open brackets", `{"b":${"[".repeat(1_000_000)}`],
    ["brackets", `{"b":${"[".repeat(300_000)}${"]".repeat(300_000)}}`],
    ["conflict markers", "<<<<<<< ".repeat(125_000)],
    ["lines", "\n".repeat(1_000_000)],
    ["entries", `{${Array.from({ length: 60_000 }, (_, at) => `"a${at}":${at}`).join()}}`],
  ] as const) {
    it(`of 1 MB of ${what} is read or refused soon`, function () {
      this.timeout(10_000);
      try {
        readLink(writeLink(text, "a", link), "a");
      } catch (error) {
        assert.ok(error instanceof LinksError, String(error));
      }
    });
  }
});
