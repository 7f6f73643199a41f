import assert from "node:assert/strict";
import { ApiError, ContractError } from "../../../src/platform/http/errors";
import { thrownBy } from "../support/api";
import { useDataService, type Scripted } from "../testRun/dataService";

const page = "<!doctype html><html><title>Not Found</title></html>";
const gateway = { status: 404, body: '{"message":"no Route matched with those values"}' };
const refusal = (status: number, code: string): Scripted => ({
  status,
  body: JSON.stringify({ meta: { request_id: "r1" }, error: { code, message: "No." } }),
});

describe("Prefixes", () => {
  const { answer, api, account, paths } = useDataService();
  const isBelow = (path: string) => path.startsWith("/v2/");

  it("asks below /v2 first, and goes on there", async () => {
    answer(() => ({ data: [] }));
    const one = api();
    await one.logins(account(), "T3S70");
    await one.logins(account(), "T3S70");
    assert.deepEqual(paths(), ["GET /v2/ds/logins", "GET /v2/ds/logins"]);
  });

  it("asks without the prefix where a gateway knows no such path, and remembers that", async () => {
    for (const missing of [
      gateway,
      { status: 404, body: page },
      { status: 404, body: "" },
      { status: 200, body: page },
    ]) {
      answer(({ path }) => (isBelow(path) ? missing : { data: [] }));
      const one = api();
      const before = paths().length;
      await one.logins(account(), "T3S70");
      await one.fields(account(), "T3S70", undefined);
      assert.deepEqual(paths().slice(before), [
        "GET /v2/ds/logins",
        "GET /ds/logins",
        'GET /query/fields?json={"ds_id":"T3S70"}',
      ]);
    }
  });

  it("takes a refusal in the API's words for an answer, and stays there", async () => {
    for (const [status, code] of [
      [401, "UNAUTHORIZED"],
      [403, "FORBIDDEN"],
      [429, "TOO_MANY_REQUESTS"],
      [500, "INTERNAL_SERVER_ERROR"],
    ] as const) {
      answer(() => refusal(status, code));
      const before = paths().length;
      await thrownBy(api().logins(account(), "T3S70"), ApiError);
      assert.deepEqual(paths().slice(before), ["GET /v2/ds/logins"], code);
    }
  });

  it("takes a 404 in the API's words for one about the path, until the prefix is known", async () => {
    const absent = refusal(404, "NOT_FOUND");
    answer(({ path }) => (path.startsWith("/enterprise/v2/") ? { data: [] } : absent));
    const one = api();
    await one.logins(account(), "T3S70");
    answer(() => absent);
    await thrownBy(one.logins(account(), "T3S70"), ApiError);
    assert.deepEqual(paths(), [
      "GET /v2/ds/logins",
      "GET /ds/logins",
      "GET /enterprise/v2/ds/logins",
      "GET /enterprise/v2/ds/logins",
    ]);
  });

  it("remembers where a key was refused, too", async () => {
    answer(({ path }) => (isBelow(path) ? gateway : refusal(403, "FORBIDDEN")));
    const one = api();
    await thrownBy(one.logins(account(), "T3S70"), ApiError);
    await thrownBy(one.logins(account(), "T3S70"), ApiError);
    assert.deepEqual(paths(), ["GET /v2/ds/logins", "GET /ds/logins", "GET /ds/logins"]);
  });

  it("asks nowhere else when the service is down", async () => {
    for (const status of [500, 502, 503]) {
      answer(() => ({ status, body: page }));
      const before = paths().length;
      await thrownBy(api().logins(account(), "T3S70"), ApiError);
      assert.equal(paths().length, before + 1);
    }
  });

  it("says what the first prefix gave where none is there, or what the API says", async () => {
    answer(({ path }) => (isBelow(path) ? { status: 404, body: "" } : gateway));
    const problem = async () =>
      (await thrownBy(api().logins(account(), "T3S70"), ApiError)).details;
    assert.equal((await problem()).form, "empty");
    answer(({ path }) => (path === "/ds/logins" ? refusal(404, "NOT_FOUND") : gateway));
    assert.equal((await problem()).code, "NOT_FOUND");
    assert.equal(paths().length, 6);
  });

  it("looks again where the remembered prefix is gone", async () => {
    answer(() => ({ data: [] }));
    const one = api();
    await one.logins(account(), "T3S70");
    answer(({ path }) => (isBelow(path) ? gateway : { data: [] }));
    await one.logins(account(), "T3S70");
    await one.logins(account(), "T3S70");
    assert.deepEqual(paths().slice(1), ["GET /v2/ds/logins", "GET /ds/logins", "GET /ds/logins"]);
  });

  it("asks for a connector's details without a prefix first, and remembers that apart", async () => {
    answer(() => ({ data: [] }));
    const one = api();
    await one.dataSource(account(), "T3S70");
    await one.logins(account(), "T3S70");
    assert.deepEqual(paths(), [
      "GET /teams/9007199254740993/datasource/T3S70",
      "GET /v2/ds/logins",
    ]);
    answer(({ path }) => (isBelow(path) ? { data: {} } : gateway));
    await api().dataSource(account(), "T3S70");
    assert.deepEqual(paths().slice(2), [
      "GET /teams/9007199254740993/datasource/T3S70",
      "GET /v2/teams/9007199254740993/datasource/T3S70",
    ]);
  });

  it("makes a link elsewhere after a 404 only: a page may hide that one was made", async () => {
    const link = { data: { link_id: "l1" } };
    const make = () => api().createLoginLink(account(), { dsId: "T3S70", expiresAt: 0 });
    answer(({ path }) => (isBelow(path) ? gateway : link));
    assert.equal((await make()).id, "l1");
    answer(({ path }) => (isBelow(path) ? { status: 200, body: page } : link));
    await thrownBy(make(), ContractError);
    assert.deepEqual(paths(), [
      "POST /v2/ds/login/link",
      "POST /ds/login/link",
      "POST /v2/ds/login/link",
    ]);
  });
});
