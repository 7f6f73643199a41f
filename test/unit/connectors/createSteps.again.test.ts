import assert from "node:assert/strict";
import { create, Draft } from "../support/draft";
import { back, enter, pick, ScriptedPrompts } from "../support/scriptedPrompts";

const description = "Description (optional)";
const source = "Start from the default configuration, a connector, or a file";
const identifier = "Identifier of the connector to duplicate";

describe("The questions of Create Connector, asked again,", () => {
  it("are prefilled from a draft that was left behind", async () => {
    const draft = new Draft({
      name: "Mail (copy)",
      description: "By day",
      source: { kind: "connector", identifier: "T3S70" },
    });
    const script = new ScriptedPrompts(enter(), enter(), pick("Harbour Mail"));
    assert.equal((await create(script, draft))?.duplicateOf, "T3S70");
    assert.deepEqual(
      script.seen.map(({ shows }) => shows),
      ["Mail (copy)", "By day", "Harbour Mail"],
    );
  });

  it("are taken up at the last one after a refusal, with the way back open", async () => {
    const left = { name: "Mail", description: "", source: { kind: "default" } } as const;
    const script = new ScriptedPrompts(back(), enter(), pick("Default configuration"));
    await create(script, new Draft(left), { from: "last" });
    assert.deepEqual(script.path, [`${source} 3/3`, `${description} 2/3`, `${source} 3/3`]);
  });

  it("are taken up at the identifier where it was typed", async () => {
    const left = {
      name: "A",
      description: "",
      source: { kind: "typed", identifier: "T3S" },
    } as const;
    const script = new ScriptedPrompts(enter("T3S70"));
    const sent = await create(script, new Draft(left), { from: "last" });
    assert.equal(sent?.duplicateOf, "T3S70");
    assert.equal(script.last.shows, "T3S");
    assert.deepEqual(script.path, [`${identifier} 4/4`]);
  });
});
