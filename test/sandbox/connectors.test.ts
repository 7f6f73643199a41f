import assert from "node:assert/strict";
import { connectorListWithConfigurations } from "./contract/connector";
import { delicate } from "./boilerplate";
import { bodyOf, refusalOf, useSandbox } from "./testing";

interface List {
  count: number;
  connectors: { name: string; description: string | null; logo_url: string | null }[];
}

describe("sandbox: teams and connectors", () => {
  const { ask, control, send } = useSandbox();

  it("tells about the team, its ID with all digits", async () => {
    const answer = await ask("getTeam");
    assert.equal(answer.status, 200);
    assert.match(answer.text, /"team_id":9007199254740993,/);
    const { meta } = bodyOf<{ meta: { request_id: string } }>(answer);
    assert.equal(answer.headers.get("x-request-id"), meta.request_id);
  });

  it("lists connectors, without their configurations", async () => {
    const answer = await ask("listConnectors");
    const { count, connectors } = bodyOf<List>(answer);
    assert.equal(answer.status, 200);
    assert.equal(count, 3);
    assert.deepEqual(
      connectors.map(({ name }) => name),
      ["Harbour Mail", "Bikes / Räder 🚲", "Äpfel & Birnen"],
    );
  });

  it("has a connector without description and logo", async () => {
    const { connectors } = bodyOf<List>(await ask("listConnectors"));
    assert.equal(connectors[1]?.description, null);
    assert.equal(connectors[1].logo_url, null);
  });

  it("lists configurations when asked to", async () => {
    const query = { include_configs: "true" };
    await ask("listConnectors", { query, expected: connectorListWithConfigurations });
    await ask("listConnectors", { query: { include_configs: "false" } });
  });

  it("cuts the list at 1000 and counts all", async () => {
    await control().reset({ connectors: 1003 });
    const { count, connectors } = bodyOf<List>(await ask("listConnectors"));
    assert.deepEqual([count, connectors.length], [1003, 1000]);
  });

  it("lists nothing for a team without connectors", async () => {
    await control().reset({ connectors: 0 });
    assert.equal((await ask("listConnectors")).text, '{"count":0,"connectors":[]}');
  });

  it("gives a configuration as the text that is stored", async () => {
    const answer = await ask("getConnector", { connector: "NUM83" });
    assert.ok(answer.text.includes(`"configuration_json":${delicate},`));
  });

  it("deletes a connector for good", async () => {
    const answer = await ask("deleteConnector");
    assert.equal(answer.status, 204);
    assert.equal(refusalOf(await ask("getConnector")), "404 NOT_FOUND");
    assert.equal(refusalOf(await ask("deleteConnector")), "404 NOT_FOUND");
  });

  it("shows dates without a time when set to", async () => {
    await control().settings({ dateOnly: true });
    const { text } = await send("getConnector");
    assert.match(text, /"created_at":"2026-01-15","updated_at":"2026-10-02"/);
    assert.match((await send("getLog")).text, /"log_time":"2026-10-02"/);
  });

  it("escapes slashes and what is not ASCII, as set", async () => {
    const listed = async () => (await ask("listConnectors")).text;
    const escaped = await listed();
    assert.ok(escaped.includes(String.raw`"Bikes \/ R\u00e4der \ud83d\udeb2"`));
    await control().settings({ escapeSlashes: false });
    assert.ok((await listed()).includes(String.raw`"Bikes / R\u00e4der \ud83d\udeb2"`));
    await control().settings({ escapeUnicode: false });
    assert.ok((await listed()).includes('"Bikes / Räder 🚲"'));
  });

  it("escapes inside configurations without touching escapes that are there", async () => {
    const configurationText = String.raw`{"a":"\/ \\/ /é"}`;
    await control().addConnector("4242", { identifier: "ESC01", configurationText });
    const { text } = await ask("getConnector", { team: "4242", connector: "ESC01" });
    assert.ok(text.includes(String.raw`{"a":"\/ \\\/ \/\u00e9"}`));
  });
});

describe("sandbox: the connector schema", () => {
  const { ask, control } = useSandbox();

  it("needs no key", async () => {
    assert.equal((await ask("getSchema", { key: null })).status, 200);
    assert.equal((await ask("getSchema")).status, 200);
  });

  it("has the service's own keyword", async () => {
    assert.match((await ask("getSchema")).text, /"docs":/);
  });

  it("exists in one version", async () => {
    assert.equal(refusalOf(await ask("getSchema", { version: "v2" })), "400 BAD_REQUEST");
  });

  it("counts against the limit", async () => {
    await control().settings({ rateLimit: { limit: 5000, remaining: 0 } });
    assert.equal(refusalOf(await ask("getSchema")), "429 TOO_MANY_REQUESTS");
  });
});
