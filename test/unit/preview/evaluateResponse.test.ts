import assert from "node:assert/strict";
import * as fc from "fast-check";
import { evaluateResponse } from "../../../src/features/preview/evaluateResponse";
import { unevaluatedParts } from "../../../src/features/preview/unevaluatedParts";
import { configurationWith, field, replacementsFor, targetIn } from "../support/previews";
import { assertLinear, nested, repeated } from "../support/linear";

function evaluate(body: string, given: Parameters<typeof configurationWith>[0] = {}, id?: string) {
  const configuration = configurationWith(given);
  const values = { "input.token": "secret-token", "input.name": "Ann" };
  const evaluation = evaluateResponse(
    targetIn(configuration, id),
    body,
    replacementsFor(configuration, values),
  );
  const places = evaluation.remarks.map(({ path = [] }) => path.slice(3).join("/"));
  return { ...evaluation, places };
}

describe("The rows of a preview", () => {
  it("are those of the configuration, with their places", () => {
    const { rows, columns, rowPlaces, remarks } = evaluate(
      '{"rows":[{"day":"2026-11-01","opens":3},{"day":"2026-11-02"},{"day":null,"opens":12345678901234567890}]}',
    );
    assert.deepEqual(rows, [
      ["2026-11-01", 3],
      ["2026-11-02", undefined],
      [null, "12345678901234567890"],
    ]);
    assert.deepEqual(rowPlaces, ["/rows/0", "/rows/1", "/rows/2"]);
    assert.deepEqual(
      columns.map(({ shown }) => shown),
      [
        {
          id: "days_day",
          label: "day",
          dataType: "string.text.value",
          place: "/reporting/reportTypes/0/fields/0",
          path: "$.day",
        },
        {
          id: "days_opens",
          label: "opens",
          dataType: "int.number.value",
          place: "/reporting/reportTypes/0/fields/1",
          path: "$.opens",
        },
      ],
    );
    assert.deepEqual(remarks, []);
  });

  it("have their places also where the path goes through several lists, and after data adapters", () => {
    const dataRows = { source: "jsonPath", value: "$.a.*.b~/.*" };
    assert.deepEqual(
      evaluate('{"a":[{"b~/":[{}]},{"b~/":[{},{}]}]}', {
        response: { dataRows: { source: "jsonPath", value: "$.a.*['b~/'].*" } },
      }).rowPlaces,
      ["/a/0/b~0~1/0", "/a/1/b~0~1/0", "/a/1/b~0~1/1"],
    );
    assert.deepEqual(evaluate("{}", { response: { dataRows } }).places, [
      "request/response/dataRows/value",
    ]);
    const items = [
      { type: "flatten_values", config: { dataPath: "$.rows.*", valuesPath: "$.v.*" } },
    ];
    const flat = evaluate('{"rows":[{"day":1,"v":[{"a":1},{"a":2}]},{"day":2,"v":[{"a":3}]}]}', {
      response: { dataAdapters: { items } },
      fields: [field("day", "$.day"), field("a", "$.v_a")],
    });
    assert.deepEqual(flat.rows, [
      [1, 1],
      [1, 2],
      [2, 3],
    ]);
    assert.deepEqual(flat.rowPlaces, ["/rows/0/v/0", "/rows/0/v/1", "/rows/1/v/0"]);
  });

  it("end where something isn't documented, which is said with its place", () => {
    const adapters = (type: string, config: object) => ({
      response: { dataAdapters: { items: [{ type, config }] } },
    });
    const body = '{"rows":[{"day":1}]}';
    const fetcher = {
      request: { url: "https://x.example.com", response: { dataAdapters: { items: [{}] } } },
    };
    for (const [given, place] of [
      [adapters("union_nested_arrays_with_key", {}), "request/response/dataAdapters/items/0/type"],
      [
        adapters("flatten_values", { dataPath: "$.rows.*" }),
        "request/response/dataAdapters/items/0/type",
      ],
      [
        adapters("flatten_values", { dataPath: "$.x y", valuesPath: "$.v" }),
        "request/response/dataAdapters/items/0/config/dataPath",
      ],
      [{ response: { type: "CSV" } }, "request/response/type"],
      [{ response: { dataRows: { source: "xPath", value: "/a" } } }, "request/response/dataRows"],
      [
        { response: { dataRows: { source: "jsonPath", value: "$[?match(@.a, 'b')]" } } },
        "request/response/dataRows/value",
      ],
      [{ response: { dataRows: undefined } }, "request/response"],
    ] as const) {
      const { rows, rowValues, places } = evaluate(body, given);
      assert.deepEqual(rows, []);
      assert.equal(rowValues, undefined);
      assert.deepEqual(places, [place]);
    }
    const accounts = evaluate("{}", { root: { accounts: { fetchers: [fetcher] } } }, "accounts 0");
    assert.deepEqual(accounts.remarks[0]?.path, [
      "accounts",
      "fetchers",
      0,
      "request",
      "response",
      "dataAdapters",
    ]);
  });

  it("show all that a field may be", () => {
    const value = (source: string, given: unknown) => ({
      id: source,
      label: source,
      dataType: "",
      value: { source, value: given },
    });
    const { rows, places } = evaluate('{"rows":[{"a":[1,2],"o":{"x":12345678901234567890}}]}', {
      fields: [
        field("list", "$.a"),
        field("several", "$.a.*"),
        field("object", "$.o"),
        value("static", "from {{query.start_date.date}}"),
        value("userInput", "name"),
        value("userInput", "token"),
        value("encrypted", "abc"),
        field("odd", "$.a b"),
        { id: "none" },
      ],
    });
    assert.deepEqual(rows, [
      [
        "[1,2]",
        "[1,2]",
        '{"x":12345678901234567890}',
        "from 2026-11-01",
        "Ann",
        "$TOKEN",
        undefined,
        undefined,
        undefined,
      ],
    ]);
    assert.deepEqual(places, ["fields/6/value/source", "fields/7/value/value", "fields/8"]);
  });

  it("say what came in the place of JSON", () => {
    for (const [body, words] of [
      ["", /empty/],
      ["<!doctype html><title>x</title>", /web page/],
      ["a,b", /isn't JSON/],
    ] as const) {
      assert.match(evaluate(body).remarks[0]?.text ?? "", words);
    }
  });

  it("are the accounts, and the user", () => {
    const root = {
      accounts: {
        fetchers: [
          {
            request: {
              url: "https://x.example.com",
              response: { dataRows: { source: "jsonPath", value: "$.*" } },
            },
            accountInfo: {
              id: { source: "jsonPath", value: "$.no" },
              label: { source: "jsonPath", value: "$.title" },
              properties: [{ id: "role", source: "jsonPath", value: "$.role" }],
            },
          },
        ],
      },
      dataSourceUser: {
        request: { url: "https://x.example.com/me", response: {} },
        userInfo: {
          id: { source: "jsonPath", value: "$.me.id" },
          accessToken: { source: "userInput", value: "token" },
        },
      },
    };
    const accounts = evaluate('[{"no":1,"title":"A","role":"r"}]', { root }, "accounts 0");
    assert.deepEqual(
      accounts.columns.map(({ shown }) => shown.id),
      ["id", "label", "role"],
    );
    assert.deepEqual(accounts.rows, [[1, "A", "r"]]);
    assert.deepEqual(evaluate('{"me":{"id":7}}', { root }, "user").rows, [[7, "$TOKEN"]]);
  });

  it("are made of any response by any paths, and throw nothing", () => {
    const path = fc.oneof(
      fc.string(),
      fc.constantFrom("$", "$.*", "$.a", "$.a.*", "$.*.*.*", "$.0.a", "$['a']", "$[-1].*", "a"),
    );
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), path, path, (body, rowsPath, fieldPath) => {
        const given = {
          response: { dataRows: { source: "jsonPath", value: rowsPath } },
          fields: [field("a", fieldPath)],
        };
        const { rows, rowPlaces } = evaluate(body, given);
        assert.equal(rows.length, rowPlaces.length);
        assert.ok(rows.every((row) => row.length === 1));
      }),
      { numRuns: 1000 },
    );
  });

  it("take linear time", () => {
    const through = (value: string) => ({
      response: { dataRows: { source: "jsonPath", value } },
      fields: [field("a", "$.a"), field("b", "$.*")],
    });
    const row = '{"a":"12345678901234567890"},';
    assertLinear(
      (text) => evaluate(text, through("$.*")),
      (length) => `[${repeated(row)(length)}{}]`,
    );
    assertLinear(
      (text) => evaluate(text, through("$.*.*.*")),
      (length) => `[${repeated(row)(length)}{}]`,
    );
    assertLinear((text) => evaluate(text, through("$")), nested("[", "1", "]"));
    assertLinear((text) => evaluate(text, through("$")), nested('{"a":', "1", "}"));
    assertLinear((text) => evaluate("[[1]]", through(`$${text}`)), repeated(".*"));
  });
});

describe("What a preview leaves out", () => {
  it("is named with its place: all that is unknown", () => {
    const configuration = configurationWith({
      request: { pagination: { type: "cursor" }, config: { cache: {} } },
      response: { decoder: "zip" },
      fields: [
        { ...field("a", "$.a"), operations: [{ type: "convert_date" }], isHidden: true },
        field("b", "$.b"),
      ],
      reportType: { settings: [{}], decoration: { relations: [{ reportTypeId: "x" }] } },
      root: { defaultPagination: {} },
    });
    assert.deepEqual(
      unevaluatedParts(configuration, targetIn(configuration)).map(({ path }) => path?.join("/")),
      [
        "reporting/reportTypes/0/request/pagination",
        "reporting/reportTypes/0/request/response/decoder",
        "reporting/reportTypes/0/settings",
        "reporting/reportTypes/0/decoration/relations",
        "reporting/reportTypes/0/fields/0/operations",
        "defaultPagination",
      ],
    );
    const simple = configurationWith({});
    assert.deepEqual(unevaluatedParts(simple, targetIn(simple)), []);
  });
});
