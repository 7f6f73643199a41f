import assert from "node:assert/strict";
import { previewFindings } from "../../../src/features/preview/previewFindings";
import { configurationWith, field, previewOf } from "../support/previews";

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
      "request/response/dataRows/value: 1 of 10 rows are duplicates.",
      "request/response/dataRows/value: Exactly 10 rows: this may be only the first page.",
    ]);
  });

  it("is nothing where the rows couldn't be made", () => {
    assert.deepEqual(findings("<html>"), []);
    assert.deepEqual(findings('{"rows":[{"day":"a","opens":"1"}]}'), []);
  });
});
