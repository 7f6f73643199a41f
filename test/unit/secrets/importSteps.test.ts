import assert from "node:assert/strict";
import { askForImport } from "../../../src/features/secrets/importSteps";
import { findSecrets } from "../../../src/features/secrets/secretImport";
import { back, enter, escape, pick, pickAll, ScriptedPrompts } from "../support/scriptedPrompts";

const secrets = [{ name: "OLD", placeholder: "sec_1" }];

const ask = (script: ScriptedPrompts, text: string, ...used: string[]) =>
  askForImport(script, {
    fileName: ".env",
    connectorName: "Weather",
    found: findSecrets(text, secrets, (name) => used.includes(name)),
  });

describe("importing secrets from an .env file", () => {
  it("asks for the variables and then says how many go to which connector", async () => {
    const script = new ScriptedPrompts(pickAll("OLD", "OTHER"), pick("Import"));
    const choice = await ask(script, "NEW=123\nOLD=2\nOTHER=3", "NEW");
    assert.deepEqual(choice.kind === "import" && choice.chosen.map(({ name }) => name), [
      "OLD",
      "OTHER",
    ]);
    assert.deepEqual(
      script.seen.map(({ title }) => title),
      Array(2).fill("Import Secrets from .env for Weather"),
    );
    assert.equal(script.seen[0]?.shows, "NEW");
    assert.equal(script.last.asks, 'Import 2 secrets into "Weather"?');
    assert.equal(script.last.items?.[0]?.description, "replaces OLD · OTHER");
  });

  it("names what is selected, which a filter may hide", async () => {
    const script = new ScriptedPrompts(enter(), escape());
    assert.deepEqual(await ask(script, "A=1\nB=2", "A"), { kind: "cancelled" });
    assert.equal(script.last.asks, 'Import 1 secret into "Weather"?');
    assert.equal(script.last.items?.[0]?.description, "A");
  });

  it("keeps the selection when the person goes back", async () => {
    const script = new ScriptedPrompts(pickAll("B"), back(), enter(), pick("Import"));
    await ask(script, "A=1\nB=2", "A");
    assert.equal(script.seen[2]?.shows, "B");
  });

  it("leads to another connector", async () => {
    const script = new ScriptedPrompts(enter(), pick("Select Another Connector…"));
    assert.deepEqual(await ask(script, "A=1", "A"), { kind: "otherConnector" });
  });

  it("asks nothing more where nothing is selected", async () => {
    const script = new ScriptedPrompts(enter());
    assert.deepEqual(await ask(script, "A=1"), { kind: "none" });
  });

  it("names the variables that are left out", async () => {
    const script = new ScriptedPrompts(escape());
    await ask(script, "A=1\nEMPTY=\nKEY=-----BEGIN PRIVATE KEY-----\nabcd==");
    assert.match(script.last.asks, /; empty or too long: EMPTY; keys without an END line: KEY$/);
  });
});
