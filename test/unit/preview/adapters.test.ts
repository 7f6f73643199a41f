import assert from "node:assert/strict";
import * as fc from "fast-check";
import { knownAdapters } from "../../../src/features/preview/adapters";
import { AdapterConfig, AdapterStop } from "../../../src/features/preview/adapters/adapter";
import { jsonText, parseResponse } from "../../../src/features/rows/responseJson";
import { Effort, TooManyMatchesError } from "../../../src/features/preview/jsonPath/effort";

/** What an adapter makes of a response, as JSON text; remarks are put in front. */
function run(type: string, input: string, config: unknown): string {
  const document = { value: parseResponse(input) };
  const remarks: string[] = [];
  const adapter = knownAdapters.get(type);
  assert.ok(adapter, type);
  adapter.run({
    document,
    config: new AdapterConfig(config, adapter.properties, new Effort(), (text) =>
      remarks.push(text),
    ),
    remark: (text) => remarks.push(text),
    madeOf: () => undefined,
  });
  return [...remarks, jsonText(document.value)].join(" ");
}

/** The examples of the documentation's pages, in words and data of our own. */
const examples: readonly (readonly [
  type: string,
  input: string,
  config: object,
  output: string,
])[] = [
  [
    "flatten_values",
    '{"shops":[{"town":"Oulu","visits":[{"hour":9,"people":4},{"hour":10,"people":11}]},{"town":"Turku","visits":[{"hour":9,"people":2}]}]}',
    { dataPath: "$.shops.*", valuesPath: "$.visits.*" },
    '{"shops":[{"town":"Oulu","visits_hour":9,"visits_people":4},{"town":"Oulu","visits_hour":10,"visits_people":11},{"town":"Turku","visits_hour":9,"visits_people":2}]}',
  ],
  [
    "append_key",
    '{"lamp":{"sold":5,"left":2},"desk":{"sold":1,"left":9}}',
    { dataPath: "$", keyName: "article" },
    '[{"sold":5,"left":2,"article":"lamp"},{"sold":1,"left":9,"article":"desk"}]',
  ],
  [
    "append_key",
    '{"lamp":[{"sold":5},{"sold":6}]}',
    { dataPath: "$", keyName: "article", dataType: "array_of_objects" },
    '[{"sold":5,"article":"lamp"},{"sold":6,"article":"lamp"}]',
  ],
  [
    "append_key",
    '{"by":{"lamp":{"sold":5},"total":5}}',
    { dataPath: "$.by", keyName: "article", skipNonArrayValues: true },
    '{"by":[{"sold":5,"article":"lamp"}]}',
  ],
  [
    "time_series",
    '{"ads":[{"ref":"a1","stats":[{"figures":{"views":[3,0,8],"saves":[1,0,2]}}]}],"asked":{"from":"2031-05-04T22:00:00Z","to":"2031-05-06T22:00:00Z"}}',
    {
      dataPath: "$.ads.*",
      valuesPath: "$.stats.0.figures",
      startTimePath: "$.asked.from",
      endTimePath: "$.asked.to",
      granularity: { source: "static", value: "DAY" },
      dataDestinationPath: "$.stats",
      keyName: "day",
    },
    '{"ads":[{"ref":"a1","stats":[{"day":"2031-05-04","views":3,"saves":1},{"day":"2031-05-05","views":0,"saves":0},{"day":"2031-05-06","views":8,"saves":2}]}],"asked":{"from":"2031-05-04T22:00:00Z","to":"2031-05-06T22:00:00Z"}}',
  ],
  [
    "match_values_by_keys",
    '{"report":{"days":["2031-05-04","2031-05-05"],"figures":{"sign ups":{"2031-05-05":3},"log-ins":{"2031-05-04":7,"2031-05-05":8}}}}',
    {
      keysPath: "$.report.days.*",
      valuesPath: "$.report.figures.*",
      dataDestinationPath: "$.report",
      keyName: "day",
    },
    '{"report":[{"day":"2031-05-04","sign ups":null,"log-ins":7},{"day":"2031-05-05","sign ups":3,"log-ins":8}]}',
  ],
  [
    "combine_keys_with_values",
    '{"columns":["town","open.days"],"lines":[{"cells":["Oulu","21"]},{"cells":["Turku","30"]}]}',
    { keysPath: "$.columns.*", valuesPath: "$.lines.*.cells", dataDestinationPath: "$.lines" },
    '{"columns":["town","open.days"],"lines":[{"town":"Oulu","open.days":"21"},{"town":"Turku","open.days":"30"}]}',
  ],
  [
    "combine_keys_with_nested_values",
    '{"found":[{"week":18,"nums":[4,9]}],"asked":{"names":["stars","forks"]}}',
    {
      keysPath: "$.asked.names.*",
      dataPath: "$.found.*",
      valuesPath: "$.nums",
      valuesDestinationPath: "$.nums",
    },
    '{"found":[{"week":18,"nums":{"stars":4,"forks":9}}],"asked":{"names":["stars","forks"]}}',
  ],
  [
    "combine_keys_with_nested_values",
    '{"found":[{"nums":[4]}],"names":["stars"]}',
    {
      keysPath: "$.names.*",
      dataPath: "$.found.*",
      valuesPath: "$.nums",
      valuesDestinationPath: "$.figures",
    },
    '{"found":[{"nums":[4],"figures":{"stars":4}}],"names":["stars"]}',
  ],
  [
    "extract_fields_by_path",
    '{"units":[{"field":"weight","unit":"kg"},{"field":"count"}],"parcels":[{"weight":{"v":"12"},"count":{"v":"3"}}]}',
    {
      dataPath: "$.parcels.*",
      sourcePath: "$.units.*",
      keyPath: "$.field",
      valuePath: "$.unit",
      fieldPath: "$.v",
      suffix: "_UNIT",
    },
    '{"units":[{"field":"weight","unit":"kg"},{"field":"count"}],"parcels":[{"weight":{"v":"12"},"count":{"v":"3"},"weight_UNIT":{"v":"kg"}}]}',
  ],
  [
    "concat_value_to_keys",
    '{"moves":[{"ref":"m1","sum":"12","kind":"in"},{"ref":"m2","sum":"5","kind":"out"}]}',
    { dataPath: "$.moves.*", valuePath: "$.kind", keysToConcat: ["sum"] },
    '{"moves":[{"ref":"m1","sum_in":"12","kind":"in"},{"ref":"m2","sum_out":"5","kind":"out"}]}',
  ],
  [
    "concat_value_to_keys",
    '[{"sum":"12","kind":"in"}]',
    {
      dataPath: "$.*",
      valuePath: "$.kind",
      keysToConcat: ["sum"],
      prependValue: true,
      preserveOriginalKeys: true,
    },
    '[{"sum":"12","in_sum":"12","kind":"in"}]',
  ],
  [
    "aggregate_values",
    '{"weeks":[{"no":18,"sent":{"mail":[{"variant":"x","opens":4,"clicks":"2"},{"variant":"y","opens":6,"clicks":null}]}},{"no":19,"sent":{"mail":[]}}]}',
    { dataPath: "$.weeks.*", valuesPath: "$.sent.mail", fields: ["opens", "clicks", "bounces"] },
    '{"weeks":[{"no":18,"sent":{"mail":{"opens":10,"clicks":2}}},{"no":19,"sent":{"mail":[]}}]}',
  ],
  [
    "aggregate_values",
    '[[{"n":9007199254740993},{"n":1},{"x":1}],[{"n":0.5},{"n":"1"}]]',
    { fields: ["n"] },
    '[{"n":9007199254740994},{"n":1.5}]',
  ],
  [
    "split_to_rows",
    '{"order":{"no":7,"codes":"ab;cd"}}',
    { dataPath: "$.order.codes", separator: ";", keyName: "code" },
    '{"order":{"no":7,"codes":[{"code":"ab"},{"code":"cd"}]}}',
  ],
  [
    "flatten_values",
    '{"order":{"no":7,"codes":[{"code":"ab"},{"code":"cd"}]}}',
    { dataPath: "$.order", valuesPath: "$.codes.*" },
    '{"order":[{"no":7,"codes_code":"ab"},{"no":7,"codes_code":"cd"}]}',
  ],
];

/** What the documentation leaves open, or calls an error. */
const stops: readonly (readonly [type: string, input: string, config: object])[] = [
  ["flatten_values", '[{"v":[]}]', { dataPath: "$.*", valuesPath: "$.v.*" }],
  ["flatten_values", '[{"a":1}]', { dataPath: "$.*", valuesPath: "$.v.*" }],
  ["flatten_values", '[{"v":[1]}]', { dataPath: "$.*", valuesPath: "$.v.*" }],
  ["flatten_values", '[{"v_a":1,"v":[{"a":2}]}]', { dataPath: "$.*", valuesPath: "$.v.*" }],
  ["flatten_values", '[{"v":[{"a":2}]}]', { dataPath: "$.x.*", valuesPath: "$.v.*" }],
  ["flatten_values", '[{"v":[{"a":2}]}]', { dataPath: "$.*", valuesPath: "$.v.*", odd: 1 }],
  ["append_key", '{"a":1}', { dataPath: "$", keyName: "k" }],
  ["append_key", '{"a":{"k":1}}', { dataPath: "$", keyName: "k" }],
  ["append_key", '{"a":[{"b":1}]}', { dataPath: "$", keyName: "k" }],
  ["append_key", '{"a":{"b":1}}', { dataPath: "$" }],
  [
    "match_values_by_keys",
    '{"k":["a","a"],"m":{"x":{}}}',
    { keysPath: "$.k.*", valuesPath: "$.m.*", dataDestinationPath: "$.k", keyName: "d" },
  ],
  [
    "combine_keys_with_values",
    '{"k":["a"],"r":[[1,2]]}',
    { keysPath: "$.k.*", valuesPath: "$.r.*", dataDestinationPath: "$.r" },
  ],
  ["concat_value_to_keys", '[{"a":1,"k":"x"}]', { dataPath: "$.*", valuePath: "$.k" }],
  [
    "concat_value_to_keys",
    '[{"a":1,"k":2}]',
    { dataPath: "$.*", valuePath: "$.k", keysToConcat: ["a"] },
  ],
  ["aggregate_values", '[[{"n":"x"}]]', { fields: ["n"] }],
  ["aggregate_values", '[[{"n":true}]]', { fields: ["n"] }],
  ["aggregate_values", '[[{"n":1}]]', { fields: [] }],
  ["split_to_rows", '{"a":"b;;c"}', { dataPath: "$.a", separator: ";", keyName: "k" }],
  ["split_to_rows", '{"a":null}', { dataPath: "$.a", separator: ";", keyName: "k" }],
];

describe("Data adapters", () => {
  for (const [type, input, config, output] of examples) {
    it(`${type} does what the documentation shows with ${input.slice(0, 40)}`, () => {
      assert.equal(run(type, input, config), output);
    });
  }

  for (const [type, input, config] of stops) {
    it(`${type} stops at ${input} with ${JSON.stringify(config)}`, () => {
      assert.throws(() => run(type, input, config), AdapterStop);
    });
  }

  it("change what several rows share once", () => {
    const shared = run("flatten_values", '[{"m":{"k":"x","s":1},"v":[{"a":1},{"a":2}]}]', {
      dataPath: "$.*",
      valuesPath: "$.v.*",
    });
    assert.equal(shared, '[{"m":{"k":"x","s":1},"v_a":1},{"m":{"k":"x","s":1},"v_a":2}]');
    const document = { value: parseResponse('[{"m":{"k":"x","s":1},"v":[{"a":1},{"a":2}]}]') };
    for (const [type, config] of [
      ["flatten_values", { dataPath: "$.*", valuesPath: "$.v.*" }],
      ["concat_value_to_keys", { dataPath: "$.*.m", valuePath: "$.k", keysToConcat: ["s"] }],
    ] as const) {
      const adapter = knownAdapters.get(type);
      adapter?.run({
        document,
        config: new AdapterConfig(config, adapter.properties, new Effort(), () => undefined),
        remark: () => undefined,
        madeOf: () => undefined,
      });
    }
    assert.equal(
      jsonText(document.value),
      '[{"m":{"k":"x","s_x":1},"v_a":1},{"m":{"k":"x","s_x":1},"v_a":2}]',
    );
  });

  it("end with any response and any configuration, and throw nothing else", () => {
    const path = fc.constantFrom(
      "$",
      "$.*",
      "$.a",
      "$.a.*",
      "$.*.a",
      "$.a.0",
      "$.b",
      "$.*.b.*",
      "x",
    );
    const name = fc.constantFrom("a", "b", "__proto__", "");
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 1, "a", "b", "a;b", "2031-05-04T22:00:00Z", true),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(name, tie("node"), { maxKeys: 3, noNullPrototype: false }),
      ),
    })).node;
    for (const [type, { properties }] of knownAdapters) {
      const config = fc.record(
        Object.fromEntries(
          properties.map((property) => [
            property,
            property.endsWith("Path")
              ? path
              : fc.oneof(
                  name,
                  fc.boolean(),
                  fc.array(name, { maxLength: 2 }),
                  fc.constant({ source: "static", value: "DAY" }),
                ),
          ]),
        ),
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(tree, config, (data, given) => {
          try {
            run(type, JSON.stringify(data), given);
          } catch (error) {
            assert.ok(error instanceof AdapterStop || error instanceof TooManyMatchesError);
          }
        }),
        { numRuns: 500 },
      );
    }
  });
});
