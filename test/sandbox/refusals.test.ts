import assert from "node:assert/strict";
import { operations, type OperationName } from "./contract/operations";
import { allRights, defaultTeam, otherTeam } from "./seed";
import { refusalOf, useSandbox } from "./testing";

/** The right that each operation needs, by the names that the service gives its rights. */
const rights: Readonly<Record<Exclude<OperationName, "getSchema">, string>> = {
  getTeam: "team_read",
  listConnectors: "cb_connectors_read",
  createConnector: "cb_connectors_write",
  getConnector: "cb_connectors_read",
  updateConnector: "cb_connectors_write",
  deleteConnector: "cb_connectors_write",
  getLogo: "cb_logo_read",
  uploadLogo: "cb_logo_write",
  listLogs: "cb_logs_read",
  getLog: "cb_logs_read",
  listSecrets: "cb_secrets_read",
  createSecret: "cb_secrets_write",
  updateSecret: "cb_secrets_write",
  deleteSecret: "cb_secrets_write",
};
const names = Object.keys(rights) as (keyof typeof rights)[];

describe("sandbox: refusals", () => {
  const { ask, control, key, origin } = useSandbox();

  for (const name of names) {
    const { path } = operations[name];

    it(`${name}: 401 without a key, and with an unknown one`, async () => {
      assert.equal(refusalOf(await ask(name, { key: null })), "401 UNAUTHORIZED");
      assert.equal(refusalOf(await ask(name, { key: "api_unknown" })), "401 UNAUTHORIZED");
    });

    it(`${name}: 403 without the right ${rights[name]}`, async () => {
      const others = allRights.filter((right) => right !== rights[name]);
      const code = name === "getTeam" ? "PERMISSION_ERROR" : "ACCESS_DENIED_PERMISSIONS";
      const answer = await ask(name, { key: await key({ rights: others }) });
      assert.equal(refusalOf(answer), `403 ${code}`);
    });

    it(`${name}: not 403 with that right alone`, async () => {
      const answer = await ask(name, { key: await key({ rights: [rights[name]] }) });
      assert.notEqual(answer.status, 403);
    });

    it(`${name}: 404 for another team or identifier`, async () => {
      assert.equal(refusalOf(await ask(name, { team: "77" })), "404 NOT_FOUND");
      if (path.includes("{connector_identifier}")) {
        assert.equal(refusalOf(await ask(name, { connector: "NONE1" })), "404 NOT_FOUND");
        assert.equal(refusalOf(await ask(name, { team: otherTeam })), "404 NOT_FOUND");
      }
    });

    it(`${name}: 400 for an ID that is none`, async () => {
      for (const team of ["0", "SM_HARBOUR1", "-1", "01", "9223372036854775808"]) {
        assert.equal(refusalOf(await ask(name, { team })), "400 BAD_REQUEST", team);
      }
      for (const connector of ["a b", "é", "x".repeat(101), "a/b"]) {
        if (path.includes("{connector_identifier}")) {
          assert.equal(refusalOf(await ask(name, { connector })), "400 BAD_REQUEST", connector);
        }
      }
    });

    it(`${name}: 429 and 500`, async () => {
      await control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
      assert.equal(refusalOf(await ask(name)), "500 INTERNAL_SERVER_ERROR");
      await control().settings({ rateLimit: { limit: 5000, remaining: 0 } });
      assert.equal(refusalOf(await ask(name)), "429 TOO_MANY_REQUESTS");
    });
  }

  for (const [state, refusal] of [
    ["disabled", "403 API_KEY_DISABLED"],
    ["expired", "401 API_KEY_INVALID"],
    ["ip-blocked", "403 ACCESS_DENIED_IP"],
    ["licence-expired", "403 LICENSE_EXPIRED"],
    ["no-addon", "403 FORBIDDEN"],
  ] as const) {
    it(`${refusal} for a key that is ${state}`, async () => {
      assert.equal(refusalOf(await ask("listConnectors", { key: await key({ state }) })), refusal);
    });
  }

  it("knows teams up to the largest number of 64 bits", async () => {
    assert.equal(refusalOf(await ask("getTeam", { team: "9223372036854775807" })), "404 NOT_FOUND");
  });

  it("shuts a key out of another team", async () => {
    const alien = await key({ teams: [otherTeam] });
    assert.equal(refusalOf(await ask("listConnectors", { key: alien })), "403 FORBIDDEN");
    assert.equal((await ask("listConnectors", { key: alien, team: otherTeam })).status, 200);
  });

  it("forgets a removed key", async () => {
    const gone = await key({ teams: [defaultTeam] });
    await control().removeKey(gone);
    assert.equal(refusalOf(await ask("getTeam", { key: gone })), "401 UNAUTHORIZED");
  });

  it("answers 404 at an address that is none", async () => {
    const answer = await fetch(`${origin()}/v1/nothing`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /"code":"NOT_FOUND"/);
  });
});
