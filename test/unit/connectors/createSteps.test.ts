import assert from "node:assert/strict";
import { create, Draft } from "../support/draft";
import { back, enter, escape, pick, ScriptedPrompts } from "../support/scriptedPrompts";

const name = "Connector name";
const description = "Description (optional)";
const source = "Start from the default configuration, a connector, or a file";
const identifier = "Identifier of the connector to duplicate";

describe("The questions of Create Connector", () => {
  it("are three, and lead to what is sent", async () => {
    const script = new ScriptedPrompts(
      enter(" Räder 🚲 "),
      enter("By day"),
      pick("Default configuration"),
    );
    assert.deepEqual(await create(script), {
      title: "Räder 🚲",
      description: "By day",
      duplicateOf: undefined,
    });
    assert.deepEqual(script.path, [`${name} 1/3`, `${description} 2/3`, `${source} 3/3`]);
    assert.ok(script.seen.every(({ title }) => title === "Create Connector"));
  });

  it("become four for a connector that the list may not show", async () => {
    const script = new ScriptedPrompts(
      enter("A"),
      enter(""),
      pick("Enter identifier…"),
      enter(" T3S70 "),
    );
    assert.deepEqual(await create(script), {
      title: "A",
      description: "",
      duplicateOf: "T3S70",
    });
    assert.equal(script.path.at(-1), `${identifier} 4/4`);
  });

  it("do not go on with a name or an identifier that cannot be, and say why", async () => {
    const script = new ScriptedPrompts(
      enter("  "),
      enter("x".repeat(256)),
      enter("A"),
      enter("x".repeat(1001)),
      enter("B"),
      pick("Enter identifier…"),
      enter("T3/S70"),
      enter("T3S70"),
    );
    assert.equal((await create(script))?.duplicateOf, "T3S70");
    const [first, second, , fourth] = script.seen;
    assert.deepEqual(first?.remarks, [
      "Enter a name.",
      "Too long by 1. The limit is 255 characters.",
    ]);
    assert.deepEqual(second?.remarks, ["Too long by 1. The limit is 1000 characters."]);
    assert.equal(fourth?.remarks.length, 1);
  });

  it("show on the way back what was answered, and take it with Enter alone", async () => {
    const script = new ScriptedPrompts(
      enter("Mail"),
      back("By d"),
      enter(),
      enter(),
      pick("Bikes"),
    );
    assert.deepEqual(await create(script), {
      title: "Mail",
      description: "By d",
      duplicateOf: "B1K3S",
    });
    assert.deepEqual(
      script.seen.map(({ shows }) => shows),
      ["", "", "Mail", "By d", "Default configuration"],
    );
  });

  it("keep what was typed at every keystroke, Escape included", async () => {
    const draft = new Draft();
    assert.equal(
      await create(new ScriptedPrompts(enter("Mail"), escape("By d")), draft),
      undefined,
    );
    assert.deepEqual(draft.kept.at(-1), {
      name: "Mail",
      description: "By d",
      source: { kind: "default" },
    });
  });

  it("keep a typed identifier that is come back to, and forget it for another choice", async () => {
    const script = new ScriptedPrompts(
      enter("A"),
      enter(""),
      pick("Enter identifier…"),
      back("T3S"),
      pick("Enter identifier…"),
      back(),
      pick("Default configuration"),
    );
    assert.equal((await create(script))?.duplicateOf, undefined);
    assert.deepEqual(
      script.seen.filter(({ asks }) => asks === identifier).map(({ shows }) => shows),
      ["", "T3S"],
    );
    assert.equal(script.last.shows, "Enter identifier…");
  });
});
