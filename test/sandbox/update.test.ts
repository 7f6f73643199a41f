import assert from "node:assert/strict";
import { delicate } from "./boilerplate";
import { defaultTeam } from "./seed";
import { bodyOf, refusalOf, useSandbox, type Request } from "./testing";

describe("sandbox: update", () => {
  const { ask, control } = useSandbox();
  const stored = (identifier = "T3S70") => control().connector(defaultTeam, identifier);
  const update = (request: Request) => ask("updateConnector", request);
  const withConfiguration = (text: string): Request => ({
    body: `{"connector":{"name":"N","description":"D"},"configuration":{"configuration_json":${text}}}`,
  });

  it("changes name, description and configuration, and answers nothing", async () => {
    const { status } = await update(withConfiguration("{}"));
    assert.equal(status, 204);
    assert.deepEqual(await stored(), { name: "N", description: "D", configurationText: "{}" });
  });

  it("moves the time of the last change, not that of the making", async () => {
    type Times = Record<"created_at" | "updated_at", string>;
    const before = bodyOf<Times>(await ask("getConnector"));
    await update(withConfiguration("{}"));
    const after = bodyOf<Times>(await ask("getConnector"));
    assert.equal(after.created_at, before.created_at);
    assert.ok(Date.now() - Date.parse(after.updated_at) < 60_000);
  });

  it("keeps the configuration as the text that was sent", async () => {
    const text = `{ "b": 1.0, "a": 1e2, "a": 12345678901234567890,\n\t"ä": "\\u00e4 / \\/" }`;
    await update(withConfiguration(text));
    assert.equal((await stored()).configurationText, text);
  });

  it("writes the configuration anew when set to normalise", async () => {
    await control().settings({ normalise: true });
    await update(withConfiguration(delicate));
    assert.equal(
      (await stored()).configurationText,
      '{"1":0,"2":0,"big":12345678901234567000,"ratio":1,"twice":2,"reporting":{"reportTypes":[]}}',
    );
  });

  const configuration = { configuration_json: {} };
  for (const [what, json] of [
    ["connector", { connector: { name: "N", description: "D" } }],
    ["configuration", { configuration }],
    ["none", {}],
  ] as const) {
    it(`needs both halves, and takes no update with ${what} alone`, async () => {
      const before = await stored();
      assert.equal(refusalOf(await update({ json })), "422 UNPROCESSABLE_ENTITY");
      assert.deepEqual(await stored(), before);
    });
  }

  it("gives back an empty description where there was none", async () => {
    const connector = "B1K3S";
    assert.equal((await stored(connector)).description, null);
    const named = { name: "Bikes", description: "" };
    await update({ connector, json: { connector: named, configuration } });
    const answer = await ask("getConnector", { connector });
    assert.equal(bodyOf<{ description: string }>(answer).description, "");
  });

  it("counts code points against the limits", async () => {
    const connector = { name: "🚲".repeat(255), description: "🚲".repeat(1000) };
    assert.equal((await update({ json: { connector, configuration } })).status, 204);
  });

  const named = { name: "N", description: "D" };
  for (const [what, json] of [
    ["a list", []],
    ["a connector that is no object", { connector: "N", configuration }],
    ["no description", { connector: { name: "N" }, configuration }],
    ["no name", { connector: { description: "D" }, configuration }],
    ["a description of null", { connector: { name: "N", description: null }, configuration }],
    ["a name that is too long", { connector: { ...named, name: "x".repeat(256) }, configuration }],
    [
      "a description that is too long",
      { connector: { ...named, description: "x".repeat(1001) }, configuration },
    ],
    ["a configuration without content", { connector: named, configuration: {} }],
    ["a configuration of null", { connector: named, configuration: null }],
    ["a configuration as text", { connector: named, configuration: { configuration_json: "{}" } }],
    [
      "a configuration that is a list",
      { connector: named, configuration: { configuration_json: [] } },
    ],
  ] as const) {
    it(`refuses ${what}, and changes nothing`, async () => {
      const before = await stored();
      assert.equal(refusalOf(await update({ json })), "422 UNPROCESSABLE_ENTITY");
      assert.deepEqual(await stored(), before);
    });
  }

  it("refuses what is not JSON", async () => {
    for (const body of ["", "{", "a=b", '{"connector":{},}']) {
      assert.equal(refusalOf(await update({ body })), "400 BAD_REQUEST");
    }
  });

  it("sees what a colleague does", async () => {
    await control().changeConnector(defaultTeam, "T3S70", { name: "Their Version" });
    assert.equal(bodyOf<{ name: string }>(await ask("getConnector")).name, "Their Version");
    await control().removeConnector(defaultTeam, "T3S70");
    assert.equal(refusalOf(await update({ json: {} })), "404 NOT_FOUND");
    await control().addConnector(defaultTeam, { identifier: "T3S70", description: "Back" });
    assert.equal((await ask("getConnector")).status, 200);
  });
});
