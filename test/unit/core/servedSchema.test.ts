import assert from "node:assert/strict";
import { servedSchema } from "../../../src/core/servedSchema";

const serve = (schema: object) => JSON.parse(servedSchema(JSON.stringify(schema))) as unknown;

describe("the schema as it is served", () => {
  it("has the documentation's texts as descriptions, wherever they stand", () => {
    assert.deepEqual(serve({ docs: "Root", items: [{ anyOf: [{ docs: "Deep" }] }] }), {
      docs: "Root",
      description: "Root",
      items: [{ anyOf: [{ docs: "Deep", description: "Deep" }] }],
    });
  });

  it("keeps a description that there is", () => {
    assert.deepEqual(serve({ description: "A", docs: "B" }), { description: "A\n\nB", docs: "B" });
    assert.deepEqual(serve({ description: "A", docs: "A" }), { description: "A", docs: "A" });
  });

  it("leaves alone what only looks like the keyword", () => {
    const schema = {
      properties: { docs: { type: "string" }, properties: { docs: {} } },
      enum: [{ docs: "value" }],
      const: { docs: "value" },
      $defs: { docs: true },
    };
    assert.deepEqual(serve(schema), schema);
    assert.deepEqual(serve({ docs: { a: 1 } }), { docs: { a: 1 } });
  });
});
