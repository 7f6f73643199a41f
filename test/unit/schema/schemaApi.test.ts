import assert from "node:assert/strict";
import { ContractError } from "../../../src/platform/http/errors";
import { fetchSchema } from "../../../src/features/schema/schemaApi";
import { thrownBy, useApi } from "../support/api";

describe("the schema's API", () => {
  const { origin, control, send } = useApi();
  const answer = (body: string) =>
    control().fault({ status: 200, body, contentType: "application/json" });

  it("takes a JSON object for a schema only where it has a keyword of one", async () => {
    for (const body of ['{"status":"ok"}', "{}", "[]", "true"]) {
      await answer(body);
      await thrownBy(fetchSchema(send, send, origin()), ContractError);
    }
    for (const body of ['{"type":"object"}', '{ "$defs": {} }', '{"$ref":"#"}']) {
      await answer(body);
      assert.equal(await fetchSchema(send, send, origin()), body);
    }
  });
});
