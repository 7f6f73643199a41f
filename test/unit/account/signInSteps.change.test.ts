import assert from "node:assert/strict";
import { back, enter, pick, ScriptedPrompts } from "../support/scriptedPrompts";
import { ask, key, keyRejected, ok, otherKey, questions, teamRejected } from "../support/signIn";

describe("The questions of Replace API Key", () => {
  const purpose = "replaceApiKey";

  it("is the key alone, checked with the team that is set", async () => {
    const script = new ScriptedPrompts(enter(key));
    const { isThrough, checked } = await ask(script, [ok], { purpose, team: "42" });
    assert.equal(isThrough, true);
    assert.deepEqual(checked, [{ key, team: "42" }]);
    assert.deepEqual(script.path, [`${questions.key} 1/1`]);
    assert.equal(script.last.title, "Replace API Key");
  });

  it("is asked again when the key is rejected", async () => {
    const script = new ScriptedPrompts(enter(key), enter(otherKey));
    const { checked } = await ask(script, [keyRejected, ok], { purpose, team: "42" });
    assert.deepEqual(script.last.remarks, ["The key has expired."]);
    assert.equal(checked.at(-1)?.key, otherKey);
  });

  it("goes on to the team when the new key is not for the one that is set", async () => {
    const script = new ScriptedPrompts(enter(key), enter("43"));
    const { isThrough, checked } = await ask(script, [teamRejected, ok], { purpose, team: "42" });
    assert.equal(isThrough, true);
    assert.deepEqual(script.path, [`${questions.key} 1/1`, `${questions.team} 2/2`]);
    assert.deepEqual(script.last.remarks, ["No such team."]);
    assert.deepEqual(checked.at(-1), { key, team: "43" });
  });

  it("takes yet another key on the way back from the team, and asks for no team then", async () => {
    const script = new ScriptedPrompts(enter(key), back(), enter(otherKey));
    const { checked } = await ask(script, [teamRejected, ok], { purpose, team: "42" });
    assert.equal(script.path.at(-1), `${questions.key} 1/2`);
    assert.deepEqual(checked.at(-1), { key: otherKey, team: "42" });
  });

  it("asks for the team, too, where none is set", async () => {
    const script = new ScriptedPrompts(enter(key), enter("42"));
    const { checked } = await ask(script, [ok], { purpose });
    assert.equal(checked.length, 1);
  });
});

describe("The questions of Select Team", () => {
  const purpose = "selectTeam";
  const recentTeams = [{ teamId: "42", name: "Harbour" }, { teamId: "7" }];

  it("is the team alone, checked with the key that is stored", async () => {
    const script = new ScriptedPrompts(enter("43"));
    const { draft, checked } = await ask(script, [ok], { purpose });
    assert.deepEqual(checked, [{ key: undefined, team: "43" }]);
    assert.equal(draft.key, undefined);
    assert.deepEqual(script.path, [`${questions.team} 1/1`]);
    assert.equal(script.last.title, "Select Team");
  });

  it("needs no typing for a team that was used before", async () => {
    const script = new ScriptedPrompts(pick("Harbour"));
    const { checked } = await ask(script, [ok], { purpose, recentTeams, team: "7" });
    assert.deepEqual(checked, [{ key: undefined, team: "42" }]);
    assert.equal(script.last.shows, "7");
    assert.deepEqual(
      script.last.items?.map(({ label, description }) => [label, description]),
      [
        ["Harbour", "42"],
        ["7", undefined],
        ["Enter a team ID…", undefined],
      ],
    );
  });

  it("asks for another key where the stored one is rejected, with the way back open", async () => {
    const script = new ScriptedPrompts(enter("43"), enter(key), back(), enter(""), enter());
    const { isThrough, checked } = await ask(script, [keyRejected, ok], { purpose });
    assert.equal(isThrough, true);
    assert.deepEqual(checked.at(-1), { key, team: "43" });
    assert.deepEqual(script.path, [
      `${questions.team} 1/1`,
      `${questions.key} 1/2`,
      `${questions.team} 2/2`,
      `${questions.key} 1/2`,
      `${questions.team} 2/2`,
    ]);
  });
});
