import assert from "node:assert/strict";
import applicators from "ajv/dist/refs/json-schema-2019-09/meta/applicator.json";
import validations from "ajv/dist/refs/json-schema-2019-09/meta/validation.json";
import { keywordCases } from "../../host/support/schemaKeywords";

describe("the keywords that the host suites try", () => {
  it("are all that validate in draft 2019-09, each by a case of its own name", () => {
    const named = keywordCases.flatMap(({ keyword }) => keyword.split(/ and | /));
    const wanted = Object.keys({ ...applicators.properties, ...validations.properties });
    assert.ok(wanted.includes("multipleOf") && wanted.includes("anyOf"));
    assert.deepEqual(
      wanted.filter((keyword) => !named.includes(keyword)),
      [],
    );
  });
});
