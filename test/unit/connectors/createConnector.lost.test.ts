import assert from "node:assert/strict";
import { CancelledError } from "../../../src/platform/http/errors";
import type { Fault } from "../../sandbox/model";
import { until } from "../support/api";
import { expectKind, useCreation } from "../support/creation";

/** Ways in which an answer is lost after the service did what was asked, or did not. */
const losses: Record<string, Fault> = {
  "the connection is reset": { reset: true },
  "the connection breaks after the headers": { truncate: 10 },
  "the body breaks off": { cut: 40 },
  "a gateway's page comes with 502": { status: 502, body: "<html><title>Bad Gateway</title>" },
  "a gateway's page comes with 504": { status: 504, body: "<html>" },
  "a gateway's JSON comes with 504": { status: 504, json: { message: "Timed out" } },
  "nothing comes with 500": { status: 500 },
  "a proxy gives up with 408": { status: 408, body: "Request Timeout" },
  "a success of another shape comes": { status: 201, json: { id: "T3S70" } },
  "a success without a body comes": { status: 204 },
};

describe("a create whose answer is lost", () => {
  const { answered, connection, control, create, encodings, find, store } = useCreation();

  for (const [name, fault] of Object.entries(losses)) {
    it(`is found by one list when ${name}, and not sent again`, async () => {
      await store().refresh();
      await control().fault({ method: "POST", apply: true, ...fault });
      const { trace } = expectKind(await create("Lost"), "lost");
      await control().clearFaults();
      assert.deepEqual(await encodings(), ["form"]);
      await control().clearRequests();
      assert.deepEqual(await find(trace), ["Lost"]);
      assert.deepEqual(
        (await control().requests()).map(({ method }) => method),
        ["GET"],
      );
    });
  }

  for (const name of ["the connection is reset", "a gateway's page comes with 502"]) {
    it(`is not found when ${name} before anything was done`, async () => {
      await control().fault({ method: "POST", ...losses[name] });
      const { trace } = expectKind(await create("Lost"), "lost");
      assert.deepEqual(await find(trace), []);
    });
  }

  it("is found after a timeout, as soon as the service has done it", async () => {
    connection.timeoutSeconds = 0.1;
    await control().fault({ method: "POST", delayMs: 800 });
    const { trace } = expectKind(await create("Lost"), "lost");
    connection.timeoutSeconds = 5;
    assert.deepEqual(await find(trace), []);
    await answered();
    assert.deepEqual(await find(trace), ["Lost"]);
    assert.deepEqual(await encodings(), ["form"]);
  });

  it("is found after a cancel that came too late", async () => {
    const cancel = new AbortController();
    await control().fault({ method: "POST", delayMs: 200 });
    const created = create("Lost", { signal: cancel.signal });
    await until(async () => (await encodings()).length > 0);
    cancel.abort();
    const { error, trace } = expectKind(await created, "lost");
    assert.ok(error instanceof CancelledError);
    await answered();
    assert.deepEqual(await find(trace), ["Lost"]);
  });
});
