import assert from "node:assert/strict";
import { checkText, type PlacedFinding } from "../../../src/features/checks/checkText";

function find(text: string): PlacedFinding[] {
  return checkText(text, {}) ?? assert.fail("It is not JSON.");
}

describe("fixes", () => {
  const ids = [{ id: "a" }, { id: "a_2" }, { id: "a" }];
  const repeated = {
    repeatedField: { reporting: { reportTypes: [{ id: "r", fields: ids }] } },
    repeatedReportType: { reporting: { reportTypes: ids } },
    repeatedUserInput: { authentication: { type: "user_input", userInputs: ids } },
    repeatedSecret: { secrets: { items: ids } },
  };
  for (const [code, configuration] of Object.entries(repeated)) {
    it(`offer an ID that is free: ${code}`, () => {
      const finding = find(JSON.stringify(configuration)).find((one) => one.code === code);
      assert.deepEqual(
        finding?.fixes?.map(({ json }) => json),
        ['"a_3"'],
      );
    });
  }

  it("begin what a data adapter lacks in a form that it can have", () => {
    const adapter = { type: "time_series", config: {} };
    const found = find(JSON.stringify({ dataAdapters: { items: [adapter] } }));
    const added = found.flatMap(({ fixes = [] }) => fixes.map(({ add, json }) => [add, json]));
    const granularity = new Map(added as [string, string][]).get("granularity") ?? "";
    assert.deepEqual(JSON.parse(granularity), { source: "static", value: "DAY" });
  });

  for (const [path, mended] of [
    ["items.*", "$.items.*"],
    [" [0]", "$[0]"],
    ["@.a", "$.a"],
    [" $.a", "$.a"],
    ["", undefined],
  ] as const) {
    it(`mend the JSONPath “${path}”`, () => {
      const text = JSON.stringify({ a: { source: "jsonPath", value: path } });
      const finding = find(text).find(({ code }) => code === "jsonPathStart");
      assert.deepEqual(
        finding?.fixes?.map(({ json }) => JSON.parse(json) as unknown),
        mended === undefined ? undefined : [mended],
      );
    });
  }

  for (const [url, mended] of [
    ["a/{{account.id}/b", "a/{{account.id}}/b"],
    ["a/{{account.id", "a/{{account.id}}"],
    ["a/{{ identity() }", "a/{{identity()}}"],
    ["a/account.id}}/b", "a/{{account.id}}/b"],
    ["{{user.id}}&{{account.id}", "{{user.id}}&{{account.id}}"],
    ["a{{ }}b", "ab"],
    ["a{{", undefined],
    ["}}", undefined],
  ] as const) {
    it(`mend the braces of “${url}”`, () => {
      const finding = find(JSON.stringify({ url })).find(
        ({ code }) => code === "placeholderBraces",
      );
      assert.deepEqual(
        finding?.fixes?.map(({ json }) => JSON.parse(json) as unknown),
        mended === undefined ? [] : [mended],
      );
    });
  }

  it("offer the IDs that could be meant", () => {
    const types = [
      { id: "a", fields: [{}], decoration: { relations: [{ reportTypeId: "x" }] } },
      { id: "b", fields: [{}] },
    ];
    const [finding] = find(JSON.stringify({ reporting: { reportTypes: types } }));
    assert.deepEqual(
      finding?.fixes?.map(({ json }) => json),
      ['"b"'],
    );
  });

  it("name the secret to make of a credential, without its scheme", () => {
    const headers = [{ name: "Authorization", value: "Bearer abc.def" }];
    const finding = find(JSON.stringify({ headers })).find(
      ({ code }) => code === "credentialWrittenOut",
    );
    assert.deepEqual(finding?.secret, { name: "authorization", value: "abc.def" });
  });
});
