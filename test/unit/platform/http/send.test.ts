import assert from "node:assert/strict";
import * as z from "zod/mini";
import { SignedOutError } from "../../../../src/platform/http/errors";
import { createSend } from "../../../../src/platform/http/send";
import { defaultKey, otherTeam } from "../../../sandbox";
import { thrownBy, useApi, withServer } from "../../support/api";

const path = `/v1/teams/${otherTeam}`;
const connectors = `${path}/connector_builder/connectors`;
const schema = z.looseObject({});

describe("send", () => {
  const { control, connection, send, account } = useApi();
  const onlyRequest = async () => {
    const requests = await control().requests();
    assert.equal(requests.length, 1);
    return requests[0]!;
  };

  it("asks once for the path, with the key in the header alone", async () => {
    await send({ account: account(), method: "GET", path, schema });
    const { headers, ...request } = await onlyRequest();
    assert.deepEqual(
      [request.method, request.path, request.query, request.body],
      ["GET", path, "", ""],
    );
    assert.equal(headers["authorization"], `Bearer ${defaultKey}`);
    assert.equal(headers["accept"], "application/json");
    const others = Object.entries(headers).filter(([name]) => name !== "authorization");
    assert.ok(!JSON.stringify([request, others]).includes(defaultKey));
  });

  it("sends a form as one", async () => {
    const body = new URLSearchParams({ title: "Räder & Söhne + 🚲 =1%" });
    await send({ account: account(), method: "POST", path: connectors, schema, body });
    const request = await onlyRequest();
    assert.equal(
      request.headers["content-type"],
      "application/x-www-form-urlencoded;charset=UTF-8",
    );
    assert.equal(new URLSearchParams(request.body).get("title"), "Räder & Söhne + 🚲 =1%");
  });

  it("sends JSON as the text that it was given", async () => {
    const body = '{ "title": "Räder \\/ 🚲", "ignored": 1.0 }';
    await send({ account: account(), method: "POST", path: connectors, schema, body });
    const request = await onlyRequest();
    assert.equal(request.headers["content-type"], "application/json");
    assert.equal(request.body, body);
  });

  it("appends the path to that of the service", async () => {
    connection.href += "/proxied/v0";
    await assert.rejects(send({ account: account(), method: "GET", path, schema }));
    assert.equal((await onlyRequest()).path, `/proxied/v0${path}`);
  });

  it("asks for the key at each call, so that a replaced one counts at once", async () => {
    await send({ account: account(), method: "GET", path, schema });
    connection.key = "api_replaced";
    await assert.rejects(send({ account: account(), method: "GET", path, schema }));
    const keys = (await control().requests()).map(({ headers }) => headers["authorization"]);
    assert.deepEqual(keys, [`Bearer ${defaultKey}`, "Bearer api_replaced"]);
  });

  it("sends nothing without a key, and says what was said about it", async () => {
    const observed: unknown[] = [];
    const signedOut = createSend({
      credentials: () => Promise.reject(new SignedOutError()),
      timeoutSeconds: () => 5,
      observe: (exchange) => observed.push(exchange),
    });
    await thrownBy(signedOut({ account: account(), method: "GET", path, schema }), SignedOutError);
    assert.deepEqual([observed, await control().requests()], [[], []]);
  });

  it("gives the value as the schema reads it, and the text as it arrived", async () => {
    const body = '{"number":1.0,"twice":1,"twice":2,"new":"caf\\u00e9 \\/"}';
    await control().fault({ status: 200, body, contentType: "application/json" });
    const answer = await send({
      account: account(),
      method: "GET",
      path,
      schema: z.object({ twice: z.number() }),
    });
    assert.deepEqual(answer, { value: { twice: 2 }, text: body });
  });

  for (const contentType of ["text/html", "text/plain", "application/octet-stream", "nonsense"]) {
    it(`reads JSON that calls itself ${contentType}`, async () => {
      await control().fault({ headers: { "content-type": contentType } });
      const { value } = await send({ account: account(), method: "GET", path, schema });
      assert.equal((value["data"] as { name: string }).name, "Lighthouse");
    });
  }

  it("reads JSON without a content type, and with a byte order mark", async () => {
    const answer = (_: unknown, response: { end(text: string): unknown }) =>
      response.end('\u{feff}{"a":1}');
    await withServer(answer, async (origin) => {
      connection.href = origin;
      assert.deepEqual((await send({ account: account(), method: "GET", path, schema })).value, {
        a: 1,
      });
    });
  });

  it("sends a request that fails no second time", async () => {
    for (const status of [408, 409, 425, 429, 500, 502, 503, 504]) {
      await control().clearRequests();
      await control().fault({ status, headers: { "retry-after": "0" } });
      await assert.rejects(send({ account: account(), method: "GET", path, schema }));
      assert.equal((await onlyRequest()).method, "GET");
    }
  });
});
