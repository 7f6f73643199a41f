import assert from "node:assert/strict";
import { back, enter, pick, ScriptedPrompts } from "../support/scriptedPrompts";
import { ask, ok, questions, teamRejected } from "../support/signIn";

const purpose = "selectTeam";
const recentTeams = [{ teamId: "42", name: "Harbour" }, { teamId: "7" }];
const another = "Enter a team ID…";

describe("The question for the team", () => {
  it("does not go on with what cannot be a team ID, and says why", async () => {
    const script = new ScriptedPrompts(
      enter(""),
      enter("SM_HARBOUR1"),
      enter("12a"),
      enter("0042"),
    );
    const { checked } = await ask(script, [ok], { purpose });
    assert.equal(checked.length, 1);
    assert.equal(new Set(script.last.remarks).size, 3);
    assert.match(script.last.remarks[1] ?? "", /display ID/);
  });

  it("keeps every digit of a large ID", async () => {
    const { checked } = await ask(new ScriptedPrompts(enter("9007199254740993")), [ok], {
      purpose,
    });
    assert.equal(checked[0]?.team, "9007199254740993");
  });

  it("opens a box for another team than the recent ones, which shows the team that is set", async () => {
    const script = new ScriptedPrompts(pick(another), enter());
    const { checked } = await ask(script, [ok], { purpose, recentTeams, team: "1000" });
    assert.deepEqual(script.path, [`${questions.recent} 1/1`, `${questions.team} 2/2`]);
    assert.equal(script.last.shows, "1000");
    assert.equal(checked[0]?.team, "1000");
  });

  it("goes back from the box to the recent teams", async () => {
    const script = new ScriptedPrompts(pick(another), back("10"), pick("7"));
    const { checked } = await ask(script, [ok], { purpose, recentTeams });
    assert.deepEqual(
      checked.map(({ team }) => team),
      ["7"],
    );
    assert.equal(script.path[2], `${questions.recent} 1/2`);
  });

  it("says of a recent team that it is rejected, where another can be typed", async () => {
    const script = new ScriptedPrompts(pick("Harbour"), enter("43"));
    const { isThrough, checked } = await ask(script, [teamRejected, ok], { purpose, recentTeams });
    assert.equal(isThrough, true);
    assert.equal(script.last.asks, questions.team);
    assert.equal(script.last.shows, "42");
    assert.deepEqual(script.last.remarks, ["No such team."]);
    assert.equal(checked.at(-1)?.team, "43");
  });

  it("lets another recent team be picked after one was rejected", async () => {
    const script = new ScriptedPrompts(pick("Harbour"), back(), pick("7"));
    const { checked } = await ask(script, [teamRejected, ok], { purpose, recentTeams });
    assert.equal(checked.at(-1)?.team, "7");
  });
});
