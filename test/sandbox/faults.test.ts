import assert from "node:assert/strict";
import { bodyOf, refusalOf, useSandbox } from "./testing";

describe("sandbox: faults that replace an answer", () => {
  const { ask, control, send } = useSandbox();

  it("refuse in the documented form", async () => {
    await control().fault({
      status: 403,
      errorCode: "LICENSE_EXPIRED",
      errorMessage: "The licence has expired.",
      errorDescription: "Since yesterday.",
    });
    const { error } = bodyOf<{ error: unknown }>(await ask("getTeam"));
    assert.deepEqual(error, {
      code: "LICENSE_EXPIRED",
      message: "The licence has expired.",
      description: "Since yesterday.",
    });
  });

  it("refuse with 401 and 429 as documented", async () => {
    await control().fault({ status: 401, errorCode: "ACCESS_TOKEN_EXPIRED" });
    assert.equal(refusalOf(await ask("getTeam")), "401 ACCESS_TOKEN_EXPIRED");
    const headers = { "retry-after": "5" };
    await control().fault({ status: 429, errorCode: "TOO_MANY_REQUESTS", headers });
    assert.equal((await ask("getTeam")).headers.get("retry-after"), "5");
  });

  it("answer with a status alone, without a body", async () => {
    for (const status of [204, 304, 502]) {
      await control().fault({ status });
      const answer = await send("getTeam");
      assert.deepEqual([answer.status, answer.text], [status, ""]);
    }
  });

  it("answer with HTML, as gateways do", async () => {
    await control().fault({ status: 502, body: "<h1>Bad Gateway</h1>" });
    const { status, headers, text } = await send("getTeam");
    assert.equal(status, 502);
    assert.equal(headers.get("content-type"), "text/html");
    assert.equal(text, "<h1>Bad Gateway</h1>");
  });

  it("answer with any JSON, which they do not escape", async () => {
    const json = { error: "LINK_LIMIT_EXCEEDED", message: "é / è" };
    await control().fault({ status: 200, json });
    const { status, headers, text } = await send("getTeam");
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "application/json");
    assert.equal(text, JSON.stringify(json));
  });

  it("answer with any content type", async () => {
    const problem = { type: "about:blank", title: "Forbidden", status: 403, detail: "No." };
    const contentType = "application/problem+json";
    await control().fault({ status: 403, json: problem, contentType });
    const answer = await send("getTeam");
    assert.equal(answer.headers.get("content-type"), contentType);
    assert.deepEqual(bodyOf(answer), problem);
  });

  it("bring their own headers", async () => {
    const headers = { location: "https://elsewhere.example/", "x-ratelimit-remaining": "7" };
    await control().fault({ status: 404, headers });
    const answer = await send("getTeam");
    assert.equal(answer.headers.get("location"), headers.location);
    assert.equal(answer.headers.get("x-ratelimit-remaining"), "7");
  });

  it("leave undone what was asked, unless they are to apply it", async () => {
    await control().fault({ status: 500, errorCode: "INTERNAL_SERVER_ERROR" });
    assert.equal((await ask("deleteConnector")).status, 500);
    assert.equal((await ask("getConnector")).status, 200);
    await control().fault({ status: 502, body: "", apply: true });
    assert.equal((await send("deleteConnector")).status, 502);
    assert.equal((await ask("getConnector")).status, 404);
  });
});

describe("sandbox: which requests a fault meets", () => {
  const { ask, control, send } = useSandbox();
  const statuses = async (count: number) => {
    const seen: number[] = [];
    for (let n = 0; n < count; n++) {
      seen.push((await send("getTeam")).status);
    }
    return seen;
  };

  it("one by default", async () => {
    await control().fault({ status: 502 });
    assert.deepEqual(await statuses(2), [502, 200]);
  });

  it("as many as told, after as many as told", async () => {
    await control().fault({ status: 502, skip: 1, times: 2 });
    assert.deepEqual(await statuses(5), [200, 502, 502, 200, 200]);
  });

  it("all with 0, until faults are cleared", async () => {
    await control().fault({ status: 502, times: 0 });
    assert.deepEqual(await statuses(4), [502, 502, 502, 502]);
    await control().clearFaults();
    assert.deepEqual(await statuses(1), [200]);
  });

  it("those of a method and a path", async () => {
    await control().fault({ method: "GET", path: "/connectors$", status: 502 });
    assert.equal((await ask("getTeam")).status, 200);
    assert.equal((await ask("createConnector", { json: { title: "New" } })).status, 201);
    assert.equal((await ask("getConnector")).status, 200);
    assert.equal((await send("listConnectors", { query: { a: "b" } })).status, 502);
  });

  it("in the order of their making", async () => {
    await control().fault({ status: 502 });
    await control().fault({ status: 503 });
    assert.deepEqual(await statuses(3), [502, 503, 200]);
  });
});
