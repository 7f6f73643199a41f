import assert from "node:assert/strict";
import { parseTestRunKey, testRunKey } from "../../../src/features/testRun/testRunKey";

describe("The key of a test run's rows", () => {
  const ref = {
    origin: "https://api.supermetrics.com",
    teamId: "9007199254740993",
    identifier: "T3S70",
  };

  it("names connector and report type, whatever its ID has", () => {
    for (const reportType of ["days", "two words", "  "]) {
      assert.deepEqual(parseTestRunKey(testRunKey(ref, reportType)), { ref, reportType });
    }
  });

  it("is no key of other rows", () => {
    for (const key of ["", "testRun", "Harbour: days", "preview file:///a.json reportType days"]) {
      assert.equal(parseTestRunKey(key), undefined);
    }
  });
});
