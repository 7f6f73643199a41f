import assert from "node:assert/strict";
import type { TestRunQuestions } from "../../../src/features/testRun/testRunQuestions";
import { enter, pick, pickAll, ScriptedPrompts } from "../support/scriptedPrompts";
import { asking, type } from "./asking";

describe("The answers for a test run", () => {
  it("are repeated where nothing was picked, and refuse other numbers of rows", async () => {
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      pick("Ads"),
      pickAll(),
      enter(),
      pickAll(),
      enter(),
      pick("Last 7 days"),
      enter("0"),
      enter("1e3"),
      enter("1000001"),
      enter(" 1000000 "),
    );
    const { answer } = asking(prompts);
    assert.equal((await answer)?.maxRows, 1_000_000);
    assert.deepEqual(prompts.last.remarks, [
      "Enter a number from 1 to 1000000.",
      "Enter a number from 1 to 1000000.",
      "Enter a number from 1 to 1000000.",
    ]);
  });

  it("pick 100 of many fields, which is all that a query takes", async () => {
    const many = Array.from({ length: 150 }, (_, index) => `f${index}`);
    const wide = type("wide", "Wide", ...many);
    const prompts = new ScriptedPrompts(
      pick("Ann"),
      enter(),
      pickAll(...wide.fields.map(({ label }) => label)),
      enter(),
      pick("Last 7 days"),
      enter(),
    );
    const { answer } = asking(prompts, { reportTypes: [wide] });
    assert.deepEqual((await answer)?.fields, undefined);
    assert.equal(prompts.seen[2]?.asks, "Fields to fetch, 100 at most");
    assert.equal(prompts.seen[2]?.shows?.split(", ").length, 100);
  });

  it("say what keeps a run from being made", async () => {
    const fails = async (given: Partial<TestRunQuestions>) => {
      const { answer } = asking(new ScriptedPrompts(pick("Ann")), given);
      return assert.rejects(answer, (error: Error) => {
        said.push(error.message);
        return true;
      });
    };
    const said: string[] = [];
    await fails({ reportTypes: [] });
    await fails({ load: async () => ({ accounts: [], fields: [] }) });
    await fails({ load: () => Promise.reject(new Error("Refused")) });
    assert.deepEqual(said, [
      "The published configuration has no report type that can be run.",
      "This login has no accounts, so there is nothing to fetch. Choose another login.",
      "Refused",
    ]);
  });
});
