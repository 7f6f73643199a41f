import assert from "node:assert/strict";
import { broken, inPhase, noTests, sum, summary } from "./counts";

describe("the summary of a test run", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);

  it("ends with every failure, its phase and the beginning of its error, and the figures", () => {
    const web = inPhase("web", broken("A tab shows", lines.join("\n")));
    const tours = { ...noTests, passed: 3, retried: ["A tour goes on"] };
    assert.deepEqual(summary(sum(web, tours)).split("\n"), [
      "",
      "Failed in web: A tab shows",
      ...lines.slice(0, 15).map((line) => `    ${line}`),
      "",
      "Tried twice: A tour goes on",
      "1 second tries",
      "3 passed, 1 failed",
    ]);
  });

  it("says so where nothing failed", () => {
    assert.equal(summary({ ...noTests, passed: 2 }), "\n0 second tries\n2 passed, 0 failed");
  });
});
