import assert from "node:assert/strict";
import { servedSchema } from "../../../src/features/schema/servedSchema";

const serve = (schema: object) => JSON.parse(servedSchema(JSON.stringify(schema))) as unknown;

describe("the schema as it is served", () => {
  it("has the documentation's texts as descriptions, wherever they stand", () => {
    assert.deepEqual(serve({ docs: "Root", items: [{ anyOf: [{ docs: "Deep" }] }] }), {
      description: "Root",
      items: [{ anyOf: [{ description: "Deep" }] }],
    });
  });

  it("keeps a description that there is", () => {
    assert.deepEqual(serve({ description: "A", docs: "B" }), { description: "A\n\nB" });
    assert.deepEqual(serve({ description: "A", docs: "A" }), { description: "A" });
  });

  it("leaves alone what only looks like the keyword", () => {
    const schema = {
      properties: {
        docs: { type: "string" },
        properties: { minItems: 1 },
        $ref: {},
        $id: {},
        default: { $ref: "#/$defs/docs" },
      },
      enum: [{ docs: "value" }],
      dependentRequired: { docs: ["format"], format: ["docs"], $id: ["docs"] },
      const: { docs: "value" },
      $defs: { docs: {} },
    };
    assert.deepEqual(serve(schema), schema);
  });

  describe("refers", () => {
    const own = "https://api.supermetrics.com/cc/v1/schema/connector";
    const $defs = {
      "a/b #": { $anchor: "here", type: "string" },
      inner: {
        $id: "inner",
        $defs: { deep: { type: "number", docs: "Deep" } },
        items: { $ref: "#/$defs/deep" },
      },
    };
    const served = ($ref: string) => {
      const found = serve({ $id: own, $defs, not: { $ref } });
      return (found as { not: unknown }).not;
    };

    for (const [reference, pointer] of [
      ["#", "#"],
      ["#/$defs/a~1b%20%23", "#/$defs/a~1b%20%23"],
      ["#here", "#/$defs/a~1b%20%23"],
      [`${own}#here`, "#/$defs/a~1b%20%23"],
      ["https://api.supermetrics.com/connector_builder/v1/schema/v1", "#"],
      ["inner", "#/$defs/inner"],
      ["inner#/$defs/deep", "#/$defs/inner/$defs/deep"],
    ] as const) {
      it(`to its own places: ${reference}`, () => {
        assert.deepEqual(served(reference), { $ref: pointer });
      });
    }

    for (const reference of [
      "https://elsewhere.example/a",
      "#/$defs/nothing",
      "#gone",
      "#/%E0",
      "::",
    ]) {
      it(`to nothing where that is not its own, and allows everything: ${reference}`, () => {
        assert.deepEqual(served(reference), {});
      });
    }

    it("from inside to what is inside", () => {
      const found = serve({ $id: own, $defs }) as { $defs: { inner: { items: unknown } } };
      assert.deepEqual(found.$defs.inner.items, { $ref: "#/$defs/inner/$defs/deep" });
    });

    it("to itself where the draft leaves that open", () => {
      const schema = { $recursiveAnchor: true, items: { $recursiveRef: "#" } };
      assert.deepEqual(serve(schema), { items: { $ref: "#" } });
    });

    it("with what stands beside the reference, whose text comes first", () => {
      const schema = {
        $defs: { a: { type: "object", docs: "A", required: ["a"] } },
        items: { $ref: "#/$defs/a", docs: "Your Changes", maxProperties: 1, allOf: [{}] },
      };
      assert.deepEqual((serve(schema) as { items: unknown }).items, {
        type: "object",
        description: "Your Changes",
        maxProperties: 1,
        allOf: [{ description: "Your Changes" }, { $ref: "#/$defs/a" }, {}],
      });
    });
  });
});
