import assert from "node:assert/strict";
import { violations } from "../contract/check";
import { refusal } from "../contract/errors";
import { allRights, defaultTeam, otherTeam } from "../seed";
import { bodyOf, refusalOf } from "../testing";
import { dataOperations, type DataOperation } from "./contract";
import { daysQuery, useDataApi, withJson } from "./testing";

describe("sandbox: the data API's answers", () => {
  const { ask, control, key, makeLink, query } = useDataApi();

  /** Asks for an operation below a prefix, with what its path stands for. */
  async function operate(
    { method, path, json, right }: DataOperation,
    { prefix = "/v2", ...asked }: { prefix?: string; key?: string | null } = {},
  ) {
    const [, ours] = await control().logins();
    const link = path.includes("{link}") ? (await makeLink()).link_id : "";
    const run = JSON.stringify(json ?? {}).includes("{run}")
      ? (await query(daysQuery)).meta
      : undefined;
    await control().clearRequests();
    const filled = JSON.parse(
      JSON.stringify({ path, json }).replace("{run}", run?.schedule_id ?? ""),
    ) as { path: string; json?: object };
    const at = filled.path.replace("{link}", link).replace("{login}", ours?.id ?? "");
    const whole = right === null ? at : `${prefix}${at}`;
    return method === "GET"
      ? ask(filled.json ? withJson(whole, filled.json) : whole, asked)
      : ask(whole, { ...asked, method, ...(filled.json && { json: filled.json }) });
  }

  for (const [name, operation] of Object.entries(dataOperations)) {
    const { right, success } = operation;

    it(`${name}: has all that is documented, and the headers of successes`, async () => {
      const answer = await operate(operation);
      assert.equal(answer.status, success, answer.text);
      assert.deepEqual(violations(operation.answer, bodyOf(answer), "body"), [], answer.text);
      assert.equal(answer.headers.get("x-ratelimit-limit"), "5000");
    });

    it(`${name}: lets other origins read successes, as documented`, async () => {
      await control().settings({ cors: "documented" });
      const { headers } = await operate(operation);
      assert.equal(headers.get("access-control-allow-origin"), "*");
    });

    it(`${name}: 401 without a key, 403 without its right (${right ?? "none"}), in the envelope`, async () => {
      const without = await operate(operation, { key: null });
      assert.equal(refusalOf(without), "401 UNAUTHORIZED");
      const others = allRights.filter((one) => one !== right);
      const answer = await operate(operation, { key: await key({ rights: others }) });
      if (right === null) {
        assert.equal(answer.status, success);
      } else {
        assert.equal(refusalOf(answer), "403 ACCESS_DENIED_PERMISSIONS");
        assert.deepEqual(violations(refusal, bodyOf(answer), "body"), []);
      }
    });

    it(`${name}: 429 and faults as everywhere`, async () => {
      const path = operation.path.replace(/\{\w+\}/g, "[^/]+");
      await control().fault({ path: `${path}$`, status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
      assert.equal(refusalOf(await operate(operation)), "500 INTERNAL_SERVER_ERROR");
      await control().settings({ rateLimit: { limit: 5000, remaining: 0 } });
      const at = right === null ? operation.path : `/v2${operation.path}`;
      const limited = await ask(at, { method: operation.method });
      assert.equal(refusalOf(limited), "429 TOO_MANY_REQUESTS");
    });
  }

  it("answers below the prefix of the settings only; the runtime view below none", async () => {
    const { links, dataSource } = dataOperations;
    assert.ok(links && dataSource);
    for (const dataPrefix of ["/enterprise/v2", "", "/v2"] as const) {
      await control().settings({ dataPrefix });
      for (const prefix of ["/enterprise/v2", "", "/v2"]) {
        const { status } = await operate(links, { prefix });
        assert.equal(status, prefix === dataPrefix ? 200 : 404, `${prefix} with ${dataPrefix}`);
      }
      assert.equal((await operate(dataSource)).status, 200);
    }
    assert.equal((await ask(`/v2${dataSource.path}`)).status, 404);
  });

  it("does not find what is not the key's", async () => {
    const alien = await key({ teams: [otherTeam] });
    const { link_id: link } = await makeLink();
    const { meta } = await query(daysQuery);
    for (const path of [
      `/v2/ds/login/link/${link}`,
      "/v2/ds/login/login_analytics/accounts",
      withJson("/v2/query/fields", { ds_id: "S0URC" }),
      withJson("/v2/query/data/json", { schedule_id: meta.schedule_id }),
    ]) {
      assert.equal((await ask(path, { key: alien })).status, 404, path);
    }
    const view = `/teams/${defaultTeam}/datasource/S0URC`;
    assert.equal(refusalOf(await ask(view, { key: alien })), "403 FORBIDDEN");
  });

  it("tells of unknown logins and links in the flat form", async () => {
    const login = await ask("/v2/ds/login/none/accounts");
    assert.match(login.text, /^\{"error":"LOGIN_NOT_FOUND","message":/);
    const link = await ask("/v2/ds/login/link/none/close", { method: "PUT" });
    assert.match(link.text, /^\{"error":"LINK_NOT_FOUND","message":/);
    assert.deepEqual([login.status, link.status], [404, 404]);
  });
});
