import assert from "node:assert/strict";
import { guessDataType, suggestFields } from "../../../src/features/preview/fieldSuggestions";
import { addFieldsEdit } from "../../../src/features/preview/fieldsEdit";
import { sampleRows } from "../../../src/features/preview/sampleRows";
import { configurationWith, field, response, targetIn } from "../support/previews";

describe("Fields from a response", () => {
  it("are its rows' leaves, with data types that fit all values", () => {
    const rows = sampleRows(configurationWith({}), targetIn(configurationWith({})), response);
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
    assert.equal(sampleRows(configuration, target, response).length, 2);
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
