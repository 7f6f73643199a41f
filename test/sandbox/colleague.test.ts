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
  const failing = (apply: boolean) =>
    control().fault({
      method: "PUT",
      status: 500,
      errorCode: "INTERNAL_SERVER_ERROR",
      apply,
      colleague: {
        when: "before",
        team: defaultTeam,
        identifier: "T3S70",
        change: { name: "Their Version", configurationText: theirs },
      },
    });
  const stored = async () => (await control().connector(defaultTeam, "T3S70")).configurationText;
  const update = () =>
    ask("updateConnector", {
      json: {
        connector: { name: "Your Changes", description: "Your Changes" },
        configuration: { configuration_json: { mine: 1 } },
      },
    });

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

  it("acts whether what was asked is done or not, and changes no more than they say", async () => {
    await failing(false);
    assert.equal((await update()).status, 500);
    const { name, description, configurationText } = await control().connector(
      defaultTeam,
      "T3S70",
    );
    assert.deepEqual(
      [name, description, configurationText],
      ["Their Version", "Newsletters by day", theirs],
    );
    await failing(true);
    assert.equal((await update()).status, 500);
    assert.equal(await stored(), '{"mine":1}');
  });

  it("lets other requests pass, and is no request", async () => {
    await colleague("after");
    await ask("getConnector");
    assert.notEqual(await stored(), theirs);
    await update();
    assert.deepEqual(
      (await control().requests()).map(({ method }) => method),
      ["GET", "PUT"],
    );
  });

  it("moves the time of the last change", async () => {
    await colleague("after");
    await update();
    const { updated_at } = bodyOf<{ updated_at: string }>(await ask("getConnector"));
    assert.ok(Date.now() - Date.parse(updated_at) < 60_000);
  });
});
