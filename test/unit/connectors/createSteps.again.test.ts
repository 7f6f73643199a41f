import assert from "node:assert/strict";
import { duplicateDraft } from "../../../src/features/connectors/createDraft";
import { connectors, create, Draft, sources } from "../support/draft";
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

describe("The questions for a connector whose source was chosen before", () => {
  const list = sources({
    connectors: () => assert.fail("nobody asks for them"),
    files: () => assert.fail("nobody asks for them"),
  });

  it("have the title of what is done, keep the description, and do not ask for the source", async () => {
    const [original] = connectors;
    assert.ok(original);
    const script = new ScriptedPrompts(enter(), enter());
    const draft = new Draft(duplicateDraft(original));
    const sent = await create(script, draft, { list, action: "duplicate" });
    assert.deepEqual(sent, {
      title: "Harbour Mail (copy)",
      description: "By day",
      duplicateOf: "T3S70",
    });
    assert.deepEqual(
      script.seen.map(({ title, at }) => [title, at]),
      [
        ["Duplicate Connector", "1/2"],
        ["Duplicate Connector", "2/2"],
      ],
    );
  });

  for (const [action, chosen, title] of [
    ["restore", { kind: "deleted", deletedAt: 1 }, "Restore Deleted Connector"],
    ["fromFile", { kind: "file", uri: "file:///a.json" }, "Import Connector from File"],
  ] as const) {
    it(`are those of “${title}”, and keep what they start from`, async () => {
      const draft = new Draft({ name: "Mail", description: "By day", source: chosen });
      const script = new ScriptedPrompts(enter(), enter());
      await create(script, draft, { list, action });
      assert.deepEqual(draft.value, { name: "Mail", description: "By day", source: chosen });
      assert.equal(script.last.title, title);
    });
  }

  it("are taken up at the description", async () => {
    const [, bikes] = connectors;
    assert.ok(bikes);
    const script = new ScriptedPrompts(enter());
    const draft = new Draft(duplicateDraft(bikes));
    await create(script, draft, { list, from: "last", action: "duplicate" });
    assert.deepEqual(script.path, [`${description} 2/2`]);
    assert.equal(script.last.shows, "");
  });
});
