import assert from "node:assert/strict";
import { useSandbox } from "./testing";

describe("sandbox: other origins", () => {
  const { ask, control, origin, send } = useSandbox();
  const allowed = "access-control-allow-origin";

  function preflight(): Promise<Response> {
    return fetch(`${origin()}/v1/teams/9007199254740993`, {
      method: "OPTIONS",
      headers: {
        origin: "https://editor.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
      },
    });
  }

  it("full: allows everything, preflights included", async () => {
    const { status, headers } = await preflight();
    assert.equal(status, 204);
    assert.equal(headers.get(allowed), "*");
    assert.match(headers.get("access-control-allow-headers") ?? "", /Authorization/);
    assert.match(headers.get("access-control-allow-methods") ?? "", /PUT.*DELETE/);
    assert.equal((await ask("getTeam")).headers.get(allowed), "*");
    assert.equal((await ask("getTeam", { key: null })).headers.get(allowed), "*");
  });

  it("documented: allows refusals only", async () => {
    await control().settings({ cors: "documented" });
    const { status, headers } = await preflight();
    assert.equal(status, 405);
    assert.equal(headers.get(allowed), null);
    assert.equal((await ask("getTeam")).headers.get(allowed), null);
    assert.equal((await ask("getTeam", { key: null })).headers.get(allowed), "*");
    await control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    assert.equal((await ask("getTeam")).headers.get(allowed), "*");
  });

  it("off: allows nothing", async () => {
    await control().settings({ cors: "off", exposeHeaders: true });
    const { status, headers } = await preflight();
    assert.equal(status, 405);
    const answers = [{ headers }, await send("getTeam"), await send("getTeam", { key: null })];
    for (const answer of answers) {
      const names = [...answer.headers.keys()].filter((name) => name.startsWith("access-control"));
      assert.deepEqual(names, []);
    }
  });

  it("shows scripts no header unless set to", async () => {
    const exposed = "access-control-expose-headers";
    assert.equal((await ask("getTeam", { key: null })).headers.get(exposed), null);
    await control().settings({ exposeHeaders: true });
    const names = (await ask("getTeam", { key: null })).headers.get(exposed) ?? "";
    assert.match(names, /X-RateLimit-Remaining.*Retry-After/);
  });

  it("neither records a preflight nor counts it against the limit", async () => {
    await control().settings({ rateLimit: { limit: 5000, remaining: 1 } });
    await preflight();
    await preflight();
    assert.equal((await control().requests()).length, 0);
    assert.equal((await ask("getTeam")).status, 200);
  });

  it("lets every origin steer, whatever the setting", async () => {
    await control().settings({ cors: "off" });
    const answer = await fetch(`${origin()}/__sandbox/requests`);
    assert.equal(answer.headers.get(allowed), "*");
  });
});
