import assert from "node:assert/strict";
import * as z from "zod/mini";
import { RequestLog } from "../../../../src/platform/http/requestLog";
import { otherTeam } from "../../../sandbox";
import { useApi, withServer } from "../../support/api";

const path = `/v1/teams/${otherTeam}`;
const schema = z.unknown();

describe("what is reported of a call", () => {
  const { control, connection, exchanges, clock, send, account } = useApi();

  it("is method, path, status, request ID and both bodies", async () => {
    await control().fault({ headers: { "x-request-id": "request-1" } });
    const connectors = `${path}/connector_builder/connectors`;
    const body = new URLSearchParams({ title: "Räder" });
    const { text } = await send({
      account: account(),
      method: "POST",
      path: connectors,
      schema,
      body,
    });
    const [exchange = assert.fail("nothing"), ...others] = exchanges;
    const { startedAt: _start, durationMs: _duration, answer, ...rest } = exchange;
    assert.deepEqual(others, []);
    const told = {
      ...rest,
      requestBody: exchange.requestBody?.(),
      answer: { ...answer, responseBody: answer?.responseBody() },
    };
    assert.deepEqual(told, {
      method: "POST",
      path: connectors,
      requestBody: "title=R%C3%A4der",
      answer: {
        status: 201,
        requestId: "request-1",
        rateLimit: undefined,
        retryAt: undefined,
        responseBody: text,
      },
    });
  });

  it("is when it was sent, and how long the answer took", async () => {
    const before = clock.now();
    await withServer(
      (_, response) => void clock.advance(60).then(() => response.end("{}")),
      async (slow) => {
        connection.href = slow;
        await send({ account: account(), method: "GET", path, schema });
      },
    );
    assert.deepEqual([exchanges[0]?.startedAt, exchanges[0]?.durationMs], [before, 60]);
  });

  it("is the request ID of a refusal's body rather than that of its header", async () => {
    await control().fault({
      status: 404,
      json: { meta: { request_id: "of-body" }, error: { code: "NOT_FOUND", message: "No." } },
      headers: { "x-request-id": "of-header" },
    });
    await assert.rejects(send({ account: account(), method: "GET", path, schema }));
    assert.equal(exchanges[0]?.answer?.requestId, "of-body");
  });

  it("is when to try again after a 429, and after nothing else", async () => {
    const headers = { "retry-after": "60" };
    await control().fault({ status: 429, errorCode: "TOO_MANY_REQUESTS", headers });
    await control().fault({ status: 503, errorCode: "SERVICE_UNAVAILABLE", headers });
    await assert.rejects(send({ account: account(), method: "GET", path, schema }));
    await assert.rejects(send({ account: account(), method: "GET", path, schema }));
    const [limited, unavailable] = exchanges;
    assert.equal(limited?.answer?.retryAt, clock.now() + 60_000);
    assert.equal(unavailable?.answer?.retryAt, undefined);
  });

  it("becomes one line of the log, with the size in bytes", async () => {
    await control().fault({
      status: 200,
      json: { name: "Räder" },
      headers: { "x-request-id": "r" },
    });
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    await send({ account: account(), method: "GET", path, schema });
    new RequestLog({ logLevel: 3, info: write, warn: write, trace: () => undefined }).note(
      exchanges[0]!,
    );
    assert.match(lines.join("\n"), /^#1 GET \/v1\/teams\/4242 200 \d+ ms 17 B request ID r$/);
  });
});
