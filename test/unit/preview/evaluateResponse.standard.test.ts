import assert from "node:assert/strict";
import { evaluateResponse } from "../../../src/features/preview/evaluateResponse";
import { configurationWith, field, replacementsFor, targetIn } from "../support/previews";

function evaluate(body: string, given: Parameters<typeof configurationWith>[0]) {
  const configuration = configurationWith(given);
  const replacements = replacementsFor(configuration, {});
  const evaluation = evaluateResponse(targetIn(configuration), body, replacements);
  const places = evaluation.remarks.map(({ path = [] }) => path.slice(3).join("/"));
  return { ...evaluation, places };
}

describe("The rows of a preview by the standard", () => {
  it("are evaluated by forms of RFC 9535 that aren't documented, which is said", () => {
    const dataRows = { source: "jsonPath", value: "$..rows[?@.day != null]" };
    const items = [
      { type: "flatten_values", config: { dataPath: "$..rows[0:9]", valuesPath: "$.v" } },
    ];
    const body =
      '{"a":{"rows":[{"day":1,"v":[{"x":1},{"x":2}]},{"day":null,"v":[{"x":3}]}]},"b":[1]}';
    const fields = [field("day", "$.day"), field("x", "$['v_x','nothing']")];
    const { rows, rowPlaces, remarks, places } = evaluate(body, {
      response: { dataRows, dataAdapters: { items } },
      fields,
    });
    assert.deepEqual(rows, [
      [1, 1],
      [1, 2],
    ]);
    assert.deepEqual(rowPlaces, ["/a/rows/0/v/0", "/a/rows/0/v/1"]);
    assert.deepEqual(places, [
      "fields/1/value/value",
      "request/response/dataAdapters/items/0/config/dataPath",
      "request/response/dataRows/value",
    ]);
    assert.match(remarks[0]?.text ?? "", /^"\$\['v_x','nothing'\]" is evaluated by RFC 9535/);
    const found = { response: { dataRows: { source: "jsonPath", value: "$..x" } } };
    assert.deepEqual(evaluate(body, found).rowPlaces, [
      "/a/rows/0/v/0/x",
      "/a/rows/0/v/1/x",
      "/a/rows/1/v/0/x",
    ]);
  });

  it("end where their paths would take too long, all together", () => {
    const body = `{"big":${JSON.stringify(Array.from({ length: 3000 }, (_, n) => [n]))},"rows":${JSON.stringify(Array.from({ length: 8000 }, () => ({})))}}`;
    const dataAdapters = {
      items: [{ type: "flatten_values", config: { dataPath: "$", valuesPath: "$.rows" } }],
    };
    const rowsOf = { source: "jsonPath", value: "$.*" };
    for (const path of ["$.big..*", "$.big.*", "$.big", "$[?@[?@[0] == 'x']]"]) {
      const { rows, remarks } = evaluate(body, {
        response: { dataRows: rowsOf, dataAdapters },
        fields: [field("a", path)],
      });
      assert.equal(rows.length, 0, path);
      assert.match(remarks.at(-1)?.text ?? "", /too many values/, path);
    }
  }).timeout(20_000);
});
