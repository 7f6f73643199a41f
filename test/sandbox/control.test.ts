import assert from "node:assert/strict";
import { startSandbox } from "./server";
import { defaultKey, defaultTeam } from "./seed";
import { bodyOf, useSandbox } from "./testing";

describe("sandbox: control", () => {
  const { ask, control, key, origin, send } = useSandbox();

  it("records requests: method, path, query, headers, body, status", async () => {
    await ask("listConnectors", { query: { include_configs: "false" } });
    await ask("createConnector", { json: { title: "Räder" }, headers: { "x-span-id": "7" } });
    await ask("getTeam", { key: null });
    const [list, create, team] = await control().requests();
    const path = `/v1/teams/${defaultTeam}/connector_builder/connectors`;
    assert.equal(list?.query, "?include_configs=false");
    assert.deepEqual([list.n, list.method, list.path, list.body], [1, "GET", path, ""]);
    assert.equal(list.headers["authorization"], `Bearer ${defaultKey}`);
    assert.equal(create?.body, '{"title":"Räder"}');
    assert.equal(create.headers["x-span-id"], "7");
    assert.deepEqual([list.status, create.status, team?.status], [200, 201, 401]);
    assert.equal("authorization" in (team?.headers ?? {}), false);
  });

  it("records what faults answered, and nothing of its own requests", async () => {
    await control().fault({ status: 502 });
    await send("getTeam");
    const requests = await control().requests();
    assert.deepEqual(
      requests.map(({ status }) => status),
      [502],
    );
    await control().clearRequests();
    assert.deepEqual(await control().requests(), []);
  });

  it("resets connectors, keys, settings, faults and requests", async () => {
    const added = await key({});
    const fresh = (await ask("listConnectors")).text;
    await ask("deleteConnector");
    await control().settings({ cors: "off", rateLimit: { limit: 1, remaining: 0 } });
    await control().fault({ status: 502, times: 0 });
    await control().reset();
    assert.deepEqual(await control().requests(), []);
    assert.equal((await ask("getTeam", { key: added })).status, 401);
    assert.equal((await ask("listConnectors")).text, fresh);
  });

  it("resets to as many connectors as asked for", async () => {
    for (const connectors of [0, 1, 12]) {
      await control().reset({ connectors });
      const { count } = bodyOf<{ count: number }>(await ask("listConnectors"));
      assert.equal(count, connectors);
    }
  });

  it("refuses to steer what is not there", async () => {
    await assert.rejects(control().connector(defaultTeam, "NONE1"), /refused GET .*500/);
    await assert.rejects(control().addConnector("77", {}), /refused POST .*500/);
    assert.equal((await fetch(`${origin()}/__sandbox/nothing`)).status, 404);
  });

  it("runs beside others, each with its own world", async () => {
    const other = await startSandbox();
    try {
      assert.notEqual(other.origin, origin());
      await ask("deleteConnector");
      const headers = { authorization: `Bearer ${defaultKey}` };
      const path = `/v1/teams/${defaultTeam}/connector_builder/connectors/T3S70`;
      assert.equal((await fetch(`${other.origin}${path}`, { headers })).status, 200);
    } finally {
      await other.close();
    }
    await assert.rejects(fetch(other.origin));
  });
});
