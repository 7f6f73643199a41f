import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isSameVersion } from "../../../src/platform/json/compare";
import { withoutSchema, withSchema } from "../../../src/features/schema/schemaProperty";
import { jsonText } from "../support/jsonTexts";

const url = "https://api.supermetrics.com/connector_builder/v1/schema/v1";

describe("A configuration as a file", () => {
  it("names its schema first", () => {
    assert.deepEqual(withSchema('{\n  "a": 1\n}\n'), {
      text: `{\n  "$schema": "${url}",\n  "a": 1\n}\n`,
      isAdded: true,
    });
    assert.deepEqual(JSON.parse(withSchema("{}").text), { $schema: url });
  });

  it("keeps the schema that it names itself", () => {
    const text = '{"a":1,"$schema":"x"}';
    assert.deepEqual(withSchema(text), { text, isAdded: false });
  });

  it("is published without what was added, and with everything else as it is", () => {
    fc.assert(
      fc.property(jsonText, (value) => {
        const json = `{"a":${value}}`;
        const file = withSchema(json);
        assert.ok(isSameVersion(withoutSchema(file.text), json));
      }),
    );
    assert.ok(isSameVersion(withoutSchema(withSchema("{}").text), "{}"));
  });

  it("keeps a schema that is not the service's, or does not stand first", () => {
    for (const text of ['{"$schema":"x","a":1}', `{"a":1,"$schema":"${url}"}`, "{}", "nonsense"]) {
      assert.equal(withoutSchema(text), text);
    }
  });
});
