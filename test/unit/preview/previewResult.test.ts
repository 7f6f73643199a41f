import assert from "node:assert/strict";
import * as fc from "fast-check";
import { maskTestValues } from "../../../src/features/preview/maskTestValues";
import { parsePreviewKey, previewKey } from "../../../src/features/preview/previewKey";
import { previewResult } from "../../../src/features/preview/previewResult";
import type { SourceResponse } from "../../../src/features/preview/sendPreview";
import { testValuesOf } from "../../../src/features/preview/testValues";
import { configurationWith, field, replacementsFor, targetIn } from "../support/previews";

const secret = "tok/en-0123456789";

function result(given: Partial<SourceResponse>, root: object = {}) {
  const configuration = configurationWith({
    request: { headers: [{ name: "Authorization", value: "Bearer {{user.access_token}}" }] },
    fields: [field("day", "$.day")],
    root,
  });
  const values = new Map([["input.token", secret]]);
  const target = targetIn(configuration);
  const response = { status: 200, headers: [], body: "", bytes: 0, milliseconds: 5, ...given };
  const mask = maskTestValues(testValuesOf(configuration, target), values);
  return previewResult({
    target,
    given: { ...replacementsFor(configuration), values },
    document: "file:///a.connector.json",
    startedAt: 1,
    milliseconds: 2,
    remarks: [],
    response,
    mask,
  }).result;
}

describe("The result of a preview", () => {
  it("has rows, and what was asked and answered", () => {
    const { key, title, rows, columns, rowPlaces, response } = result({
      body: '{"rows":[{"day":"2026-01-01"}]}',
    });
    assert.equal(title, "Days");
    assert.equal(parsePreviewKey(key)?.document, "file:///a.connector.json");
    assert.deepEqual([rows, rowPlaces], [[["2026-01-01"]], ["/rows/0"]]);
    assert.equal(columns.length, 1);
    assert.equal(response?.status, 200);
  });

  it("has no credential that the source repeats, however it is spelled", () => {
    for (const spelled of [
      secret,
      encodeURIComponent(secret),
      "tok\\/en-0123456789",
      "\\u0074ok/en-0123456789",
      "\\\\u0041 \\u0022 \\u0074ok/en-0123456789",
    ]) {
      const shown = result({
        body: `{"rows":[{"day":"Bearer ${spelled}"}]}`,
        headers: [["x-echo", secret]],
      });
      assert.match(String(shown.rows[0]?.[0]), /^Bearer .*\$TOKEN$/);
      assert.deepEqual(shown.response?.headers, [["x-echo", "$TOKEN"]]);
      assert.ok(!JSON.stringify(shown).includes("en-0123456789"));
      JSON.parse(shown.response?.body ?? "");
    }
  });

  it("masks headers that let somebody in", () => {
    const { response } = result({ body: "{}", headers: [["set-cookie", "session=abc"]] });
    assert.deepEqual(response?.headers, [["set-cookie", "•••"]]);
  });

  it("says in the connector's own words what a status means", () => {
    const handler = {
      defaultResponseHandler: {
        responseStatuses: [
          {
            httpStatus: 400,
            action: "error",
            message: "The source refused",
            messageDetails: { source: "jsonPath", value: "$.problem" },
          },
        ],
      },
    };
    const refused = result({ status: 400, body: '{"problem":"No such day"}' }, handler);
    assert.deepEqual(
      refused.remarks.map(({ text }) => text),
      ["The source answered with HTTP 400.", "The connector says: The source refused No such day"],
    );
    assert.equal(refused.remarks[1]?.place, "/defaultResponseHandler/responseStatuses/0/message");
    assert.deepEqual(refused.rows, []);
    const unauthorized = result({ status: 401, body: "" });
    assert.match(unauthorized.remarks[0]?.text ?? "", /Change Test Values…/);
    const other = result({ status: 500, body: "<html>" }, handler);
    assert.deepEqual(
      other.remarks.map(({ text }) => text),
      ["The source answered with HTTP 500."],
    );
  });

  it("says where a redirect leads", () => {
    const { remarks } = result({ status: 302, redirect: "https://other.example.com/" });
    assert.match(remarks[0]?.text ?? "", /other\.example\.com.*wasn't followed/);
  });
});

describe("The key of a preview's rows", () => {
  it("names the document and the request", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, text, (document, target) => {
        const source = { document, target };
        assert.deepEqual(parsePreviewKey(previewKey(source)), source);
      }),
    );
    assert.equal(parsePreviewKey("testRun https://a.example 1 T3S70 days"), undefined);
    assert.equal(parsePreviewKey("preview %zz days"), undefined);
  });
});
