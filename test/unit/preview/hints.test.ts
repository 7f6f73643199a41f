import assert from "node:assert/strict";
import * as fc from "fast-check";
import { evaluateResponse } from "../../../src/features/preview/evaluateResponse";
import { guessDataType, suggestFields } from "../../../src/features/preview/fieldSuggestions";
import { addFieldsEdit } from "../../../src/features/preview/fieldsEdit";
import { pathWords, suggestPaths } from "../../../src/features/preview/pathHints";
import { pathAt } from "../../../src/features/preview/pathPlaces";
import { previewFindings } from "../../../src/features/preview/previewFindings";
import { sampleRows } from "../../../src/features/preview/sampleRows";
import { configurationWith, field, replacementsFor, targetIn } from "../support/previews";
import { assertLinear, list, nested } from "../support/linear";

const body = JSON.stringify({
  rows: [
    { day: "2026-01-01", opens: 3, campaign: { name: "A", "open rate": 0.5 }, tags: ["x"] },
    {
      day: "2026-01-02",
      opens: 4,
      campaign: { name: "B" },
      tags: [],
      url: "https://a.example.com",
    },
  ],
  next: null,
});

function previewOf(configuration: unknown, response = body) {
  const target = targetIn(configuration);
  const evaluation = evaluateResponse(target, response, replacementsFor(configuration));
  return { document: "", target: target.id, title: "", at: 0, body: response, evaluation };
}

describe("The paths of a response", () => {
  const configuration = configurationWith({});
  const paths = (root: "response" | "row", isRows = false) =>
    suggestPaths({ root, isRows }, previewOf(configuration)).map(
      ({ path, sample }) => `${path} ${sample}`,
    );

  it("are offered for a field, from its row, with a sample of each", () => {
    assert.deepEqual(paths("row"), [
      "$.day 2026-01-01",
      "$.opens 3",
      "$.campaign { name, open rate }",
      "$.tags [1]",
      "$.url https://a.example.com",
      "$.campaign.name A",
      "$.campaign['open rate'] 0.5",
      "$.tags.0 x",
    ]);
  });

  it("are offered for the rows, those of lists first", () => {
    assert.deepEqual(paths("response", true).slice(0, 2), [
      "$.rows.* { day, opens, campaign, tags }",
      "$.rows.*.tags.* x",
    ]);
  });

  it("say what they find", () => {
    const preview = previewOf(configuration);
    const words = (path: string, root: "response" | "row", isRows = false) =>
      pathWords({ path, root, isRows }, preview);
    assert.deepEqual(words("$.url", "row"), [
      "Finds something in 1 of 2 rows of the last response.",
      "https://a.example.com",
    ]);
    assert.deepEqual(words("$.rows.*", "response", true)?.length, 3);
    assert.equal(words("$..url", "row")?.length, 2);
    assert.equal(words("$.a b", "row"), undefined);
  });

  it("are found where the cursor is in one, whatever it says", () => {
    const odd = configurationWith({ fields: [field("a", "$."), field("b", "")] });
    const text = JSON.stringify(odd, undefined, 2);
    const at = (part: string, after = 0) => pathAt(text, text.indexOf(part) + after);
    assert.deepEqual(at('"$."', 3)?.path, "$.");
    assert.equal(at('"$."', 3)?.root, "row");
    assert.equal(at('"$.rows', 3)?.isRows, true);
    assert.equal(at('"label"', 3), undefined);
    assert.equal(pathAt(text.slice(0, -1), text.indexOf('"$."') + 3), undefined);
  });

  it("take linear time, and throw nothing", () => {
    fc.assert(
      fc.property(fc.json(), (response) => {
        const preview = previewOf(configuration, response);
        suggestPaths({ root: "response", isRows: true }, preview);
        suggestFields(sampleRows(configuration, targetIn(configuration), response), new Set());
      }),
    );
    for (const textOf of [
      list((n) => `{"k${n}":${n}}`),
      nested("[", "1", "]"),
      nested('{"a":', "1", "}"),
    ]) {
      assertLinear(
        (text) => suggestPaths({ root: "response", isRows: true }, previewOf(configuration, text)),
        textOf,
      );
    }
  });
});

describe("Fields from a response", () => {
  it("are its rows' leaves, with data types that fit all values", () => {
    const rows = sampleRows(configurationWith({}), targetIn(configurationWith({})), body);
    assert.deepEqual(
      suggestFields(rows, new Set(["day"])).map(({ id, label, dataType, values, path }) => [
        id,
        label,
        dataType,
        values,
        path,
      ]),
      [
        ["day_2", "Day", "string.time.date", 2, "$.day"],
        ["opens", "Opens", "int.number.value", 2, "$.opens"],
        ["url", "Url", "string.text.url", 1, "$.url"],
        ["campaign_name", "Campaign name", "string.text.value", 2, "$.campaign.name"],
        [
          "campaign_open_rate",
          "Campaign open rate",
          "float.number.value",
          1,
          "$.campaign['open rate']",
        ],
        ["tags_1", "Tags 1", "string.text.value", 1, "$.tags.0"],
      ],
    );
  });

  for (const [cells, dataType] of [
    [[], "string.text.value"],
    [["2026-01-01", "2026-13-01"], "string.text.value"],
    [["2026-01-01T10:00:00Z"], "string.time.datetime"],
    [[1, "2"], "int.number.value"],
    [[1, 2.5], "float.number.value"],
    [["12345678901234567890"], "int.number.value"],
    [[true, false], "bool"],
    [[true, 1], "string.text.value"],
  ] as const) {
    it(`guess ${dataType} for ${JSON.stringify(cells)}`, () => {
      assert.equal(guessDataType(cells), dataType);
    });
  }

  it("take the rows from the first list where the configuration selects none", () => {
    const configuration = configurationWith({ response: { dataRows: undefined } });
    const target = targetIn(configuration);
    assert.equal(sampleRows(configuration, target, body).length, 2);
    assert.deepEqual(sampleRows(configuration, target, '{"a":1}'), [{ a: 1 }]);
    assert.throws(() => sampleRows(configuration, target, "<html>"));
  });

  const added = [
    {
      id: "n",
      label: "N",
      dataType: "int.number.value",
      values: 1,
      path: "$['it\\'s']",
      sample: "1",
    },
  ];
  const value = { source: "jsonPath", value: "$['it\\'s']" };
  const json = { id: "n", label: "N", dataType: "int.number.value", value };

  for (const [what, fields, layout] of [
    ["others", [field("a", "$.a")], 2],
    ["others, with tabs", [field("a", "$.a")], "\t"],
    ["an empty list", [], 4],
    ["no list", undefined, 2],
    ["others in one line", [field("a", "$.a")], undefined],
  ] as const) {
    it(`are added to ${what}, in one edit that keeps the layout`, () => {
      const configuration = configurationWith({ reportType: { fields } });
      const text = JSON.stringify(configuration, undefined, layout);
      const edit = addFieldsEdit(text, targetIn(JSON.parse(text)), added, "\n");
      assert.ok(edit);
      const { offset, length } = edit.place;
      const changed = text.slice(0, offset) + edit.text + text.slice(offset + length);
      const expected = configurationWith({ reportType: { fields: [...(fields ?? []), json] } });
      assert.deepEqual(JSON.parse(changed), JSON.parse(JSON.stringify(expected)));
      if (layout !== undefined) {
        assert.equal(changed, JSON.stringify(JSON.parse(changed), undefined, layout));
      }
    });
  }
});

describe("What a preview found", () => {
  const findings = (response: string, fields?: readonly object[]) => {
    const configuration = configurationWith(fields ? { fields } : {});
    const found = previewFindings(previewOf(configuration, response).evaluation);
    return found.map(({ path, text }) => `${path.slice(3).join("/")}: ${text}`);
  };

  it("is that a path is wrong", () => {
    assert.deepEqual(findings('{"row":[]}'), [
      "request/response/dataRows/value: The path to the rows found nothing.",
    ]);
    assert.deepEqual(findings('{"rows":[{"day":"a"},{"day":"b"}]}'), [
      "fields/1/value/value: The path found nothing in any of the 2 rows.",
    ]);
    assert.deepEqual(findings('{"rows":[{"day":"","opens":1}]}'), [
      "fields/0/value/value: The field is empty in all of the 1 rows.",
    ]);
  });

  it("is that values don't fit their data type", () => {
    const dates = [field("d", "$.d", "string.time.date"), field("n", "$.n", "float.number.value")];
    assert.deepEqual(
      findings(
        '{"rows":[{"d":"01.02.2026","n":"1.5"},{"d":"2026-01-01","n":"x"},{"d":null,"n":12345678901234567890}]}',
        dates,
      ),
      [
        'fields/0/dataType: 1 of 2 values aren\'t dates like 2026-01-31: "01.02.2026"',
        'fields/1/dataType: 1 of 3 values don\'t fit the data type: "x"',
      ],
    );
  });

  it("is that rows are repeated, or as many as a page has", () => {
    const rows = Array.from({ length: 10 }, (_, n) => ({ day: `d${n % 9}`, opens: 1 }));
    assert.deepEqual(findings(JSON.stringify({ rows })), [
      "request/response/dataRows/value: 1 of 10 rows say the same as another.",
      "request/response/dataRows/value: Exactly 10 rows: this may be only the first page.",
    ]);
  });

  it("is nothing where the rows couldn't be made", () => {
    assert.deepEqual(findings("<html>"), []);
    assert.deepEqual(findings('{"rows":[{"day":"a","opens":"1"}]}'), []);
  });
});
