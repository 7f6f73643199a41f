import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { CancelledError } from "../../../src/platform/http/errors";
import type { PlainRequest } from "../../../src/features/preview/buildRequest";
import { sendPreview, SourceError } from "../../../src/features/preview/sendPreview";
import { until, withServer } from "../support/api";
import { sourceToken, startSource, type Source, type SourceRequest } from "../../source";

describe("Sending a preview", () => {
  let source: Source;
  let other: Source;
  before(async () => {
    source = await startSource();
    other = await startSource();
  });
  after(() => Promise.all([source.close(), other.close()]));
  beforeEach(async () => {
    await Promise.all([seen(source, "DELETE"), seen(other, "DELETE")]);
  });

  const seen = async ({ origin }: Source, method = "GET") => {
    const answer = await fetch(`${origin}/__source/requests`, { method });
    return (await answer.json()) as SourceRequest[];
  };
  const send = (path: string, given: Partial<PlainRequest> = {}, timeoutSeconds = 10) =>
    sendPreview(
      { method: "GET", url: `${source.origin}${path}`, headers: [], ...given },
      { signal: new AbortController().signal, timeoutSeconds, now: () => 0 },
    );

  it("sends what the configuration has, and nothing else that says who asks", async () => {
    const { status, body, bytes, headers } = await send("/accounts?a=1", {
      headers: [["Authorization", `Bearer ${sourceToken}`]],
    });
    assert.equal(status, 200);
    assert.equal(bytes, Buffer.byteLength(body));
    assert.ok(headers.some(([name]) => name === "content-type"));
    const [request] = await seen(source);
    assert.equal(`${request?.path}${request?.query}`, "/accounts?a=1");
    assert.ok(!("cookie" in (request?.headers ?? {})) && !("referer" in (request?.headers ?? {})));
  });

  it("sends a body, as JSON where it is JSON and the configuration says nothing else", async () => {
    await send("/echo", { method: "POST", body: '{"a":1}' });
    await send("/echo", { method: "POST", body: "{}", headers: [["Content-Type", "text/x"]] });
    const [json, text] = await seen(source);
    assert.deepEqual([json?.body, json?.headers["content-type"]], ['{"a":1}', "application/json"]);
    assert.equal(text?.headers["content-type"], "text/x");
  });

  it("follows redirects within the source only, and says where others lead", async () => {
    const headers: PlainRequest["headers"] = [["X-Api-Key", "secret"]];
    assert.equal((await send("/redirect?to=/odd", { headers })).status, 200);
    const away = await send(`/redirect?to=${other.origin}/odd?token=1`, { headers });
    assert.deepEqual([away.status, away.redirect], [302, `${other.origin}/odd`]);
    assert.deepEqual(await seen(other), []);
    const loop = await send("/redirect?to=/redirect?to=/redirect", { headers });
    assert.equal(loop.status, 200);
    const posted = await send("/redirect?to=/odd", { headers, method: "POST" });
    assert.equal(posted.status, 302);
  });

  it("gives up what is too large, or takes too long", async () => {
    await assert.rejects(send("/rows?count=400000"), (error) => {
      return error instanceof SourceError && /20 MB/.test(error.message);
    });
    await assert.rejects(send("/slow", {}, 0.1), (error) => {
      return error instanceof SourceError && /in time/.test(error.message);
    });
  });

  it("gives up a response that has no end, fast or slow", async () => {
    const blanks = " ".repeat(100_000);
    const answer = (_: unknown, response: ServerResponse) => {
      const more = () => response.destroyed || response.write(blanks, () => setImmediate(more));
      more();
    };
    const slowly = (_: unknown, response: ServerResponse) => {
      const timer = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(timer));
    };
    await withServer(answer, async (url) => {
      await assert.rejects(send("", { url }), /20 MB/);
    });
    await withServer(slowly, async (url) => {
      await assert.rejects(send("", { url }, 0.3), /in time/);
    });
  });

  it("gives up a response that breaks off", async () => {
    const broken = (_: unknown, response: ServerResponse) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"rows":[', () => response.destroy());
    };
    await withServer(broken, async (url) => {
      await assert.rejects(send("", { url }), /broke before the response was complete/);
    });
  });

  it("ends when the person cancels", async () => {
    const cancel = new AbortController();
    const sending = sendPreview(
      { method: "GET", url: `${source.origin}/slow`, headers: [] },
      { signal: cancel.signal, timeoutSeconds: 10, now: () => 0 },
    );
    const ended = assert.rejects(sending, CancelledError);
    await until(async () => (await seen(source)).length > 0);
    cancel.abort();
    await ended;
  });

  it("says what is wrong without what was sent", async () => {
    const secret = "very\nsecret-value";
    for (const request of [
      { headers: [["X-Key", secret]] as const },
      { url: `http://127.0.0.1:1/?key=${encodeURIComponent(secret)}` },
      { url: "http://no-such-host.invalid/secret-value" },
    ]) {
      await assert.rejects(send("/odd", request), (error) => {
        assert.ok(error instanceof SourceError);
        return !/secret-value/.test(error.message) && error.cause === undefined;
      });
    }
    assert.deepEqual(await seen(source), []);
  });
});
