import assert from "node:assert/strict";
import { back, enter, escape, ScriptedPrompts } from "../support/scriptedPrompts";
import {
  ask,
  cancelled,
  key,
  keyRejected,
  ok,
  otherKey,
  questions,
  teamRejected,
  undecided,
} from "../support/signIn";

describe("The questions of Sign In", () => {
  it("are key and team, which are checked together once", async () => {
    const script = new ScriptedPrompts(enter(` Bearer ${key} `), enter("42"));
    const { isThrough, draft, checked } = await ask(script, [ok]);
    assert.equal(isThrough, true);
    assert.deepEqual(draft, { key, team: "42", check: ok });
    assert.deepEqual(checked, [{ key, team: "42" }]);
    assert.deepEqual(script.path, [`${questions.key} 1/2`, `${questions.team} 2/2`]);
    assert.ok(script.seen.every(({ title }) => title === "Sign In to Supermetrics"));
  });

  it("show the team that is set already", async () => {
    const script = new ScriptedPrompts(enter(key), enter());
    const { checked } = await ask(script, [ok], { team: "42" });
    assert.deepEqual(checked, [{ key, team: "42" }]);
    assert.equal(script.last.shows, "42");
  });

  it("mask the key, and show it nowhere afterwards", async () => {
    const script = new ScriptedPrompts(enter(key), back(), enter(""), enter("7"), enter("42"));
    const { checked } = await ask(script, [teamRejected, ok]);
    assert.deepEqual(
      script.seen.map(({ isSecret }) => isSecret),
      [true, false, true, false],
    );
    assert.ok(!JSON.stringify(script.seen).includes("kkkk"));
    assert.equal(script.seen[2]?.shows, "");
    assert.match(script.seen[2]?.placeholder ?? "", /Leave empty to keep the key/);
    assert.ok(checked.every(({ key: sent }) => sent === key));
  });

  it("take another key on the way back", async () => {
    const script = new ScriptedPrompts(enter(key), back("42"), enter(otherKey), enter());
    const { checked } = await ask(script, [ok]);
    assert.deepEqual(checked, [{ key: otherKey, team: "42" }]);
  });

  it("do not go on without a key that can be sent", async () => {
    const script = new ScriptedPrompts(enter(""), enter("api_ä"), enter(key), escape());
    await ask(script, []);
    assert.equal(script.seen[0]?.remarks.length, 2);
    assert.ok(!JSON.stringify(script.seen[0]?.remarks).includes("api_ä"));
  });

  it("warn of an odd key and take it", async () => {
    const script = new ScriptedPrompts(enter("otok_1"), enter("42"));
    const { checked } = await ask(script, [ok]);
    assert.match(script.seen[0]?.remarks[0] ?? "", /usually start with "api_"/);
    assert.equal(checked[0]?.key, "otok_1");
  });

  it("lead back to the key when it is rejected, with the reason, and want another", async () => {
    const script = new ScriptedPrompts(
      enter(key),
      enter("42"),
      enter(""),
      enter(otherKey),
      enter(),
    );
    const { isThrough, checked } = await ask(script, [keyRejected, ok]);
    assert.equal(isThrough, true);
    assert.deepEqual(script.seen[2]?.remarks, ["The key has expired.", "Enter an API key."]);
    assert.equal(script.seen[2]?.placeholder, "api_…");
    assert.deepEqual(checked.at(-1), { key: otherKey, team: "42" });
  });

  it("stay at the team when it is rejected, with the reason and what was typed", async () => {
    const script = new ScriptedPrompts(enter(key), enter("7"), enter("42"));
    const { checked } = await ask(script, [teamRejected, ok]);
    assert.deepEqual(script.last.remarks, ["No such team."]);
    assert.equal(script.seen.length, 2);
    assert.deepEqual(
      checked.map(({ team }) => team),
      ["7", "42"],
    );
  });

  for (const [where, script] of [
    ["the key", new ScriptedPrompts(escape(key))],
    ["the team", new ScriptedPrompts(enter(key), escape("42"))],
    ["the undecided check", new ScriptedPrompts(enter(key), enter("42"), escape())],
  ] as const) {
    it(`end with Escape at ${where}`, async () => {
      assert.equal((await ask(script, [undecided])).isThrough, false);
    });
  }

  it("end when the person cancels while the check is under way", async () => {
    const script = new ScriptedPrompts(enter(key), enter("42"));
    assert.equal((await ask(script, [cancelled])).isThrough, false);
  });
});
