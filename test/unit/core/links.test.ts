import assert from "node:assert/strict";
import { defaultOrigin } from "../../../src/api/baseUrl";
import { readLink, writeLink, type Link } from "../../../src/core/links";

const link: Link = {
  ref: { origin: defaultOrigin, teamId: "9007199254740993", identifier: "T3S70" },
  version: "0123456789abcdef0123456789abcdef",
  schemaAdded: true,
};

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
  });

  it("has one order, team IDs as text, and says nothing of the public service", () => {
    const text = writeLink(writeLink(undefined, "b", link), "a", link);
    assert.deepEqual(Object.keys(JSON.parse(text) as object), ["a", "b"]);
    assert.match(text, /"teamId": "9007199254740993"/);
    assert.doesNotMatch(text, /service/);
  });

  it("keeps what it does not know", () => {
    const text = writeLink('{"future.file":{"x":1}}', "a", link);
    assert.match(text, /"future.file"/);
  });

  for (const [what, text] of [
    ["no file", undefined],
    ["half a merge conflict", "<<<<<<< HEAD"],
    ["a list", "[]"],
    [
      "a team ID that lost its digits",
      '{"a":{"teamId":1,"connectorIdentifier":"T","version":"v","schemaAdded":true}}',
    ],
    [
      "an identifier that leads elsewhere",
      '{"a":{"teamId":"1","connectorIdentifier":"../T","version":"v","schemaAdded":true}}',
    ],
  ] as const) {
    it(`finds nothing in ${what}`, () => assert.equal(readLink(text, "a"), undefined));
  }
});
