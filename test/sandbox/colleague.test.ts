import assert from "node:assert/strict";
import { defaultTeam } from "./seed";
import { bodyOf, useSandbox } from "./testing";

describe("sandbox: a colleague who is as quick", () => {
  const { ask, control } = useSandbox();
  const theirs = '{"theirs":1}';
  const colleague = (when: "before" | "after") =>
    control().fault({
      method: "PUT",
      colleague: {
        when,
        team: defaultTeam,
        identifier: "T3S70",
        change: { configurationText: theirs },
      },
    });
  const stored = async () => (await control().connector(defaultTeam, "T3S70")).configurationText;
  const update = () =>
    ask("updateConnector", { json: { configuration: { configuration_json: { mine: 1 } } } });

  it("is overwritten when they come before", async () => {
    await colleague("before");
    assert.equal((await update()).status, 204);
    assert.equal(await stored(), '{"mine":1}');
  });

  it("overwrites when they come after, once", async () => {
    await colleague("after");
    assert.equal((await update()).status, 204);
    assert.equal(await stored(), theirs);
    await update();
    assert.equal(await stored(), '{"mine":1}');
  });

  it("moves the time of the last change", async () => {
    await colleague("after");
    await update();
    const { updated_at } = bodyOf<{ updated_at: string }>(await ask("getConnector"));
    assert.ok(Date.now() - Date.parse(updated_at) < 60_000);
  });
});
