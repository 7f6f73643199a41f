import assert from "node:assert/strict";
import * as fc from "fast-check";
import { suggestFields } from "../../../src/features/preview/fieldSuggestions";
import { pathAt } from "../../../src/features/preview/pathAt";
import { describePath, suggestPaths } from "../../../src/features/preview/pathHints";
import { sampleRows } from "../../../src/features/preview/sampleRows";
import { configurationWith, field, previewOf, targetIn } from "../support/previews";
import { assertLinear, list, nested } from "../support/linear";

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
      describePath({ path, root, isRows }, preview);
    assert.deepEqual(words("$.url", "row"), [
      "Finds values in 1 of 2 rows of the last response.",
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
