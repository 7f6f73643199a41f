import assert from "node:assert/strict";
import {
  runSteps,
  type Position,
  type Step,
  type StepResult,
} from "../../../../src/platform/flow/steps";

/** Steps of which each records when it was asked, and answers as the script says. */
function flow(script: readonly string[]) {
  const asked: string[] = [];
  const answers = [...script];
  const steps = new Map<string, Step>();
  const step = (name: string, applies?: () => boolean): Step => {
    const made: Step = {
      ...(applies && { applies }),
      ask: async ({ step: n, totalSteps }: Position) => {
        asked.push(`${name} ${n}/${totalSteps}`);
        const answer = answers.shift();
        assert.ok(answer, `The script ends before ${name}`);
        return steps.get(answer) ?? (answer as StepResult);
      },
    };
    steps.set(name, made);
    return made;
  };
  return { asked, step };
}

describe("runSteps", () => {
  it("asks one after the other, and says which of how many it is", async () => {
    const { asked, step } = flow(["next", "next", "next"]);
    assert.equal(await runSteps([step("A"), step("B"), step("C")]), true);
    assert.deepEqual(asked, ["A 1/3", "B 2/3", "C 3/3"]);
  });

  it("goes back one by one, and not beyond the first", async () => {
    const { asked, step } = flow(["next", "back", "back", "next", "next"]);
    assert.equal(await runSteps([step("A"), step("B")]), true);
    assert.deepEqual(asked, ["A 1/2", "B 2/2", "A 1/2", "A 1/2", "B 2/2"]);
  });

  it("ends where the person cancels", async () => {
    const { asked, step } = flow(["next", "cancel"]);
    assert.equal(await runSteps([step("A"), step("B"), step("C")]), false);
    assert.deepEqual(asked, ["A 1/3", "B 2/3"]);
  });

  it("leaves out, and does not count, what does not apply", async () => {
    const { asked, step } = flow(["next", "back", "next", "next"]);
    const steps = [step("A"), step("B", () => false), step("C")];
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ["A 1/2", "C 2/2", "A 1/2", "C 2/2"]);
  });

  it("counts anew when an answer adds a question", async () => {
    const { asked, step } = flow(["next", "next", "next"]);
    const steps = [step("A"), step("B"), step("C", () => asked.length > 0)];
    await runSteps(steps);
    assert.deepEqual(asked, ["A 1/2", "B 2/3", "C 3/3"]);
  });

  it("goes on from the step that an answer names, forwards and backwards", async () => {
    const { asked, step } = flow(["C", "A", "next", "next", "next"]);
    await runSteps([step("A"), step("B"), step("C")]);
    assert.deepEqual(asked, ["A 1/3", "C 3/3", "A 1/3", "B 2/3", "C 3/3"]);
  });

  it("counts a step that was named although it would not apply, and finds back from it", async () => {
    const { asked, step } = flow(["B", "back", "next", "next"]);
    const steps = [step("A"), step("B", () => false), step("C")];
    await runSteps(steps);
    assert.deepEqual(asked, ["A 1/2", "B 2/3", "A 1/2", "C 2/2"]);
  });

  it("asks a step again that names itself", async () => {
    const { asked, step } = flow(["A", "next"]);
    await runSteps([step("A")]);
    assert.deepEqual(asked, ["A 1/1", "A 1/1"]);
  });

  it("begins where a flow is taken up again, with the way back open", async () => {
    const { asked, step } = flow(["back", "next", "next"]);
    const last = step("B");
    await runSteps([step("A"), last], last);
    assert.deepEqual(asked, ["B 2/2", "A 1/2", "B 2/2"]);
  });

  it("is through at once where nothing is to be asked", async () => {
    const { step } = flow([]);
    assert.equal(await runSteps([step("A", () => false)]), true);
  });

  it("ends with the error of a question that fails", async () => {
    const failing: Step = { ask: () => Promise.reject(new Error("The box broke")) };
    await assert.rejects(runSteps([failing]), /The box broke/);
  });
});
