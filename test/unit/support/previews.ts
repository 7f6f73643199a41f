import assert from "node:assert/strict";
import { evaluateResponse } from "../../../src/features/preview/evaluateResponse";
import { previewTargetOf, type PreviewTarget } from "../../../src/features/preview/previewTargets";
import type { Replacements } from "../../../src/features/preview/testValues";

/** A configuration with one report type, whose parts are replaced by what is given. */
export function configurationWith(given: {
  readonly request?: object;
  readonly response?: object;
  readonly fields?: readonly object[];
  readonly root?: object;
  readonly reportType?: object;
}) {
  return {
    authentication: {
      type: "user_input",
      userInputs: [
        { id: "name", label: "Name", type: "text" },
        { id: "token", label: "Token", type: "password" },
      ],
    },
    dataSourceUser: {
      userInfo: { accessToken: { source: "userInput", value: "token" } },
    },
    reporting: {
      reportTypes: [
        {
          id: "days",
          title: "Days",
          request: {
            url: "https://source.example.com/days",
            response: {
              type: "JSON",
              dataRows: { source: "jsonPath", value: "$.rows.*" },
              ...given.response,
            },
            ...given.request,
          },
          fields: given.fields ?? [
            field("day", "$.day"),
            field("opens", "$.opens", "int.number.value"),
          ],
          ...given.reportType,
        },
      ],
    },
    ...given.root,
  };
}

/** A field of a report type. */
export function field(id: string, path: string, dataType = "string.text.value") {
  return { id, label: id, dataType, value: { source: "jsonPath", value: path } };
}

/** A target of a configuration, by default the report type of `configurationWith`. */
export function targetIn(configuration: unknown, id = "reportType days"): PreviewTarget {
  const target = previewTargetOf(configuration, id);
  assert.ok(target);
  return target;
}

/** What placeholders are replaced by. */
export function replacementsFor(
  configuration: unknown,
  values: Readonly<Record<string, string>> = {},
): Replacements {
  return {
    configuration,
    values: new Map(Object.entries(values)),
    days: { start: "2026-11-01", end: "2026-11-07" },
    identity: "unique",
  };
}

/** A response for `configurationWith`, with two rows. */
export const response = JSON.stringify({
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

/** What is remembered of a preview of a configuration. */
export function previewOf(configuration: unknown, body = response) {
  const target = targetIn(configuration);
  const evaluation = evaluateResponse(target, body, replacementsFor(configuration));
  return { document: "", target: target.id, title: "", at: 0, body, evaluation };
}
