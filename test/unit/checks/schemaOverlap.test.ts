import assert from "node:assert/strict";
import { checkText } from "../../../src/features/checks/checkText";
import { withoutOverlap } from "../../../src/features/checks/schemaOverlap";

const reportType = (inside: string) =>
  `{"reporting": {"reportTypes": [{"id": "days", "fields": [{"id": "a"}], ${inside}}]}}`;

/** Codes of what is left where the JSON support says this at a place of the text. */
function left(json: string, at: string, text: string, code?: number): string[] {
  const offset = json.indexOf(at);
  assert.ok(offset >= 0);
  const findings = checkText(json, {}) ?? assert.fail("It is not JSON.");
  return withoutOverlap(findings, [{ offset, text, code }]).map((one) => one.code);
}

describe("A finding that the JSON support reports as well", () => {
  const noId = '{"reporting": {"reportTypes": [{"fields": [{"id": "a"}]}]}}';
  const oddId = '{"reporting": {"reportTypes": [{"id": "a b", "fields": [{"id": "a"}]}]}}';
  const inputs = oddId
    .replace('"a b"', '"a"')
    .replace(/\}$/, ', "authentication": {"type": "user_input"}, "dataSourceUser": {}}');
  const adapter = reportType(
    '"request": {"response": {"dataAdapters": {"items": [{"type": "append_key", "config": {"dataPath": "$"}}]}}}',
  );
  const repeated = reportType('"title": "a", "title": "b"');

  for (const [name, json, at, text, code] of [
    ["a property that is missing", noId, '{"fields"', 'Missing property "id".', undefined],
    ["the same in another language", noId, '{"fields"', 'Eigenschaft "id" fehlt.', undefined],
    ["a value", oddId, '"a b"', 'String does not match the pattern of "^a$".', undefined],
    ["a property in another object", adapter, '"config"', 'Missing property "keyName".', undefined],
    ["a repeated key", repeated, '"title": "a"', "Duplicate object key", undefined],
    ["a repeated key by its code", repeated, '"title": "a"', "Doppelter Schlüssel", 0x208],
    ["inputs that are missing", inputs, '"authentication"', 'Missing property "userInputs".', 0],
  ] as const) {
    it(`is counted once: ${name}`, () => {
      assert.deepEqual(left(json, at, text, code), []);
    });
  }

  for (const [name, json, at, text, code] of [
    ["at another place", oddId, '"reporting"', "Incorrect type.", undefined],
    ["that another property is missing", noId, '{"fields"', 'Missing property "title".', undefined],
    ["that it is deprecated", oddId, '"a b"', "Use another one.", 2],
    ["something else of a repeated key", repeated, '"title": "a"', "Incorrect type.", undefined],
  ] as const) {
    it(`stays where it reports ${name}`, () => {
      assert.equal(left(json, at, text, code).length, 1);
    });
  }
});
