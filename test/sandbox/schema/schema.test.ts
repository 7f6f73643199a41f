import assert from "node:assert/strict";
import Ajv2019 from "ajv/dist/2019";
import { boilerplate } from "../boilerplate";
import { schemaDocument } from "./document";

describe("sandbox: the schema that it hands out", () => {
  // Not strict: `docs` is the service's own keyword.
  const validate = new Ajv2019({ strict: false }).compile(schemaDocument);

  for (const right of ["{}", boilerplate, '{"unknown":1,"info":{}}']) {
    it(`lets ${right.slice(0, 30)} pass`, () => {
      assert.ok(validate(JSON.parse(right)), JSON.stringify(validate.errors));
    });
  }

  for (const wrong of [
    '{"reporting":{"reportTypes":[{"title":"no id"}]}}',
    '{"reporting":{"reportTypes":[{"id":"a","request":{"method":"FETCH"}}]}}',
    '{"authentication":{"type":"user_input"}}',
    '{"accounts":{"fetchers":[{"accountInfo":{"id":{"source":"nowhere","value":"x"}}}]}}',
    '{"secrets":{"items":[{"id":"a","source":"static"}]}}',
  ]) {
    it(`does not let ${wrong} pass`, () => {
      assert.equal(validate(JSON.parse(wrong)), false);
    });
  }
});
