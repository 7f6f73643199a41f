import assert from "node:assert/strict";
import { defaultTeam } from "../seed";
import { bodyOf, refusalOf } from "../testing";
import { daysQuery, useDataApi } from "./testing";

describe("sandbox: login links", () => {
  const { ask, configure, control, link, makeLink, query } = useDataApi();
  const asAnn = { login_name: "Ann", token: "source-token-0123456789-abcdef" };
  const post = (url: string, form: Record<string, string>) =>
    fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

  it("lead to a page with the connector's name and a field for each user input", async () => {
    const { login_url: url, status_code: state, login_id: login } = await makeLink();
    assert.deepEqual([state, login], ["OPEN", null]);
    const text = await (await fetch(url)).text();
    assert.match(text, /<h1>Connect to Harbour News<\/h1><p>Paste the access token/);
    assert.match(text, /Name for this connection<input\s+name="login_name"\s+type="text"/);
    assert.match(text, /Access token<input\s+name="token"\s+type="password"/);
  });

  it("have the login that was made on their page, which is then used up", async () => {
    const { link_id: id, login_url: url } = await makeLink();
    await control().logInOn(url);
    const used = await link(id);
    assert.deepEqual([used.status_code, used.login_username], ["OPEN", "u-1"]);
    const { meta } = await query({ ...daysQuery, ds_user: used.login_username });
    assert.equal(meta.status_code, "SUCCESS");
    assert.match(await (await fetch(url)).text(), /has been used/);
    assert.equal((await post(url, asAnn)).status, 404);
  });

  it("keep their form open for what the source refuses", async () => {
    const { link_id: id, login_url: url } = await makeLink();
    const refused = await post(url, { ...asAnn, token: "wrong" });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /role="alert">The data source did not accept it.*<form/s);
    assert.equal((await link(id)).login_id, null);
    await assert.rejects(control().logInOn(url, { token: "wrong" }), /refused: 422/);
    assert.equal((await post(url, asAnn)).status, 200);
  });

  it("are for the person that they name, and lead back to where they say", async () => {
    const other = await makeLink({ require_username: "u-2" });
    assert.match(await (await post(other.login_url, asAnn)).text(), /somebody else/);
    const back = await makeLink({ redirect_url: "https://editor.example/back" });
    const answer = await post(back.login_url, asAnn);
    const location = answer.headers.get("location");
    assert.deepEqual([answer.status, location], [303, "https://editor.example/back"]);
  });

  it("are closed, and expire", async () => {
    const [closed, expired] = [await makeLink(), await makeLink()];
    await ask(`/v2/ds/login/link/${closed.link_id}/close`, { method: "PUT" });
    await control().expireLoginLink(expired.link_id);
    assert.equal((await link(closed.link_id)).status_code, "CLOSED");
    assert.equal((await link(expired.link_id)).status_code, "EXPIRED");
    assert.match(await (await fetch(closed.login_url)).text(), /is closed/);
    assert.match(await (await fetch(expired.login_url)).text(), /is expired/);
    const known = (await control().loginLinks()).map(({ state }) => state);
    assert.deepEqual(known, ["CLOSED", "EXPIRED"]);
  });

  it("are as many open ones as the limit allows", async () => {
    await control().settings({ linkLimit: 1 });
    const { link_id: id } = await makeLink();
    const asked = { method: "POST", json: { ds_id: "S0URC" } };
    const answer = await ask("/v2/ds/login/link", asked);
    assert.deepEqual(
      [answer.status, bodyOf<{ error: string }>(answer).error],
      [403, "LINK_LIMIT_EXCEEDED"],
    );
    await ask(`/v2/ds/login/link/${id}/close`, { method: "PUT" });
    assert.equal((await ask("/v2/ds/login/link", asked)).status, 201);
  });

  for (const [json, refusal] of [
    [{ ds_id: "NONE1" }, "404 NOT_FOUND"],
    [{}, "404 NOT_FOUND"],
    [{ ds_id: "S0URC", expiry_time: "+1 hour" }, "400 BAD_REQUEST"],
    [{ ds_id: "S0URC", expiry_time: "2020-01-01T00:00:00Z" }, "400 BAD_REQUEST"],
    [{ ds_id: "S0URC", description: "x".repeat(1001) }, "422 UNPROCESSABLE_ENTITY"],
  ] as const) {
    it(`are refused for ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const answer = await ask("/v2/ds/login/link", { method: "POST", json });
      assert.equal(refusalOf(answer), refusal);
    });
  }

  it("show what the connector says as text", async () => {
    const name = '<img src="x">';
    await control().changeConnector(defaultTeam, "S0URC", { name });
    const text = await (await fetch((await makeLink()).login_url)).text();
    assert.equal(text.includes("<img"), false);
  });

  it("say what the sandbox can't do", async () => {
    await configure(({ authentication }) => (authentication["type"] = "oauth2"));
    const { login_url: url } = await makeLink();
    assert.match(await (await post(url, asAnn)).text(), /authentication of the type “oauth2”/);
  });

  it("need no inputs for a connector without authentication", async () => {
    const { login_url: url, link_id: id } = await makeLink({ ds_id: "T3S70" });
    await control().logInOn(url, {});
    assert.match((await link(id)).login_username ?? "", /^[\da-f-]{36}$/);
  });

  it("are no part of what is recorded, limited and broken", async () => {
    const { login_url: url } = await makeLink();
    await control().clearRequests();
    await control().fault({ status: 502, times: 0 });
    await control().settings({ rateLimit: { limit: 1, remaining: 0 } });
    await control().logInOn(url);
    assert.deepEqual(await control().requests(), []);
  });
});

describe("sandbox: logins", () => {
  const { ask, control, failure, makeLink, query } = useDataApi();

  async function usernames(): Promise<string[]> {
    const answer = await ask("/v2/ds/logins");
    const { data } = bodyOf<{ data: { username: string; ds_info: { ds_id: string } }[] }>(answer);
    return data.map(({ username, ds_info }) => `${username} of ${ds_info.ds_id}`);
  }

  it("are all of the team's, those of other data sources included", async () => {
    assert.deepEqual(await usernames(), ["ann@example.com of GAWA", "ann@example.com of S0URC"]);
    await control().login(defaultTeam, "S0URC", { username: "bob", displayName: "Bob" });
    assert.equal((await usernames()).at(-1), "bob of S0URC");
  });

  it("of the same person replace each other", async () => {
    const [, before] = await control().logins();
    await control().login(defaultTeam, "S0URC", { displayName: "Ann again" });
    const [, after] = await control().logins();
    assert.deepEqual(after, { ...before, displayName: "Ann again" });
    await control().logInOn((await makeLink()).login_url);
    await control().logInOn((await makeLink()).login_url);
    assert.equal((await control().logins()).length, 3);
  });

  it("fail queries as authentication when there is none, and when they are revoked or expired", async () => {
    const refused = /^FAILURE QUERY_AUTH_UNAVAILABLE: No valid authentication/;
    assert.match(await failure({ ...daysQuery, ds_user: "nobody" }), refused);
    await control().login(defaultTeam, "S0URC", { username: "old", expiryTime: 1 });
    assert.match(await failure({ ...daysQuery, ds_user: "old" }), refused);
    const [, ann] = await control().logins();
    const { isRevoked } = await control().revokeLogin(ann?.id ?? "");
    assert.equal(isRevoked, true);
    assert.match(await failure(daysQuery), refused);
    assert.match(await failure({ ...daysQuery, ds_user: undefined }), refused);
  });

  it("fail queries as authentication when the source refuses their token", async () => {
    await control().login(defaultTeam, "S0URC", { username: "eve", accessToken: "wrong" });
    assert.match(await failure({ ...daysQuery, ds_user: "eve" }), /QUERY_AUTH_UNAVAILABLE/);
  });

  it("run queries that name none", async () => {
    const { meta } = await query({ ...daysQuery, ds_user: undefined });
    assert.equal(meta.status_code, "SUCCESS");
  });

  it("see the accounts of the source, unless they are revoked", async () => {
    const path = "/v2/query/accounts?json=%7B%22ds_id%22%3A%22S0URC%22%7D";
    const { data } = bodyOf<{ data: object[] }>(await ask(path));
    assert.deepEqual(data, [
      {
        ds_user: "ann@example.com",
        display_name: "Ann",
        accounts: [
          { account_id: "1001", account_name: "Harbour News", group_name: "" },
          { account_id: "1002", account_name: "Lighthouse Weekly", group_name: "" },
        ],
      },
    ]);
    const [, ann] = await control().logins();
    const second = await ask(`/v2/ds/login/${ann?.id}/accounts?offset=1&limit=1`);
    assert.match(second.text, /"data":\[\{"account_id":"1002"/);
    assert.equal((await ask(`/v2/ds/login/${ann?.id}/accounts?limit=0`)).status, 400);
    await control().revokeLogin(ann?.id ?? "");
    assert.equal(refusalOf(await ask(path)), "403 QUERY_AUTH_UNAVAILABLE");
  });

  it("are needed by all connectors, or as their configuration says when set to", async () => {
    const view = `/teams/${defaultTeam}/datasource/T3S70`;
    assert.match((await ask(view)).text, /"is_authentication_required":true/);
    const ofStations = { ds_id: "T3S70", fields: "stations_station_name" };
    assert.match(await failure(ofStations), /QUERY_AUTH_UNAVAILABLE/);
    await control().settings({ loginNeeded: "declared" });
    assert.match((await ask(view)).text, /"is_authentication_required":false/);
    assert.match(await failure(ofStations), /requests to “bikes\.example\.com”/);
  });

  it("can be left out when the connector is put into the world", async () => {
    const source = "http://127.0.0.1:1";
    await control().addSourceConnector(defaultTeam, source, {
      identifier: "OTHER",
      isLoggedIn: false,
    });
    assert.equal(
      (await usernames()).some((one) => one.endsWith("OTHER")),
      false,
    );
  });

  it("are refused by the control plane for what is not there", async () => {
    await assert.rejects(control().login(defaultTeam, "NONE1"), /refused POST .*500/);
    await assert.rejects(control().revokeLogin("none"), /refused POST .*500/);
    await assert.rejects(control().expireLoginLink("none"), /refused POST .*500/);
  });
});
