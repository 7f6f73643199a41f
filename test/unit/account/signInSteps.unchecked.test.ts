import assert from "node:assert/strict";
import { back, enter, pick, ScriptedPrompts } from "../support/scriptedPrompts";
import { ask, key, keyRejected, ok, otherKey, questions, undecided } from "../support/signIn";

describe("A key that could not be checked", () => {
  it("can be stored all the same", async () => {
    const script = new ScriptedPrompts(enter(key), enter("42"), pick("Save API key anyway"));
    const { isThrough, draft } = await ask(script, [undecided]);
    assert.equal(isThrough, true);
    assert.equal(draft.key, key);
    assert.equal(script.path.at(-1), `${questions.undecided} 3/3`);
    assert.equal(script.last.items?.[0]?.detail, "Nobody there.");
  });

  it("can be checked again, as often as it takes", async () => {
    const again = pick("Retry");
    const script = new ScriptedPrompts(enter(key), enter("42"), again, again);
    const { isThrough, checked } = await ask(script, [undecided, undecided, ok]);
    assert.equal(isThrough, true);
    assert.equal(checked.length, 3);
  });

  it("leads to the question that a later check decides against", async () => {
    const again = pick("Retry");
    const script = new ScriptedPrompts(enter(key), enter("42"), again, enter(otherKey), enter());
    await ask(script, [undecided, keyRejected, ok]);
    assert.equal(script.seen[3]?.asks, questions.key);
  });

  it("can be gone back from, and is asked about no more once it is decided", async () => {
    const script = new ScriptedPrompts(enter(key), enter("42"), back(), enter("43"));
    const { checked } = await ask(script, [undecided, ok]);
    assert.deepEqual(script.path.slice(2), [`${questions.undecided} 3/3`, `${questions.team} 2/3`]);
    assert.equal(checked.at(-1)?.team, "43");
  });
});
