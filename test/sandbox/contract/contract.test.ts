import assert from "node:assert/strict";
import { refusalOf, useSandbox } from "../testing";
import { breaches, type Answer } from "./check";
import type { OperationName } from "./operations";

/** That the check finds what it is there to find. */
describe("sandbox: the contract's check", () => {
  const { ask, control, send } = useSandbox();

  async function found(name: OperationName, change: Partial<Answer> = {}): Promise<string> {
    return breaches(name, { ...(await send(name)), ...change }).join("; ");
  }

  it("finds nothing wrong with good answers", async () => {
    assert.equal(await found("getTeam"), "");
    assert.equal(await found("deleteConnector"), "");
  });

  it("finds a status that the operation does not have", async () => {
    assert.match(await found("getTeam", { status: 201 }), /has no status 201/);
    await control().fault({ status: 409, errorCode: "CONFLICT_ERROR" });
    await assert.rejects(ask("getTeam"), /no status 409/);
  });

  it("finds an envelope, a missing property and one too many", async () => {
    const envelope = '{"meta":{"request_id":"12345678"},"data":{}}';
    assert.match(await found("listConnectors", { text: envelope }), /required property 'count'/);
    assert.match(await found("getConnector", { text: "{}" }), /required property 'name'/);
    const logo = '{"logo_url":"https://a.example/","size":1}';
    assert.match(await found("getLogo", { text: logo }), /additional properties/);
  });

  it("finds values of wrong form", async () => {
    for (const [text, problem] of [
      ['{"logo_url":null}', /must be string/],
      ['{"logo_url":"logo.png"}', /must match format "uri"/],
      [`{"logo_url":"https://a.example/${"x".repeat(2048)}"}`, /more than 2048/],
      ["<html>", /not JSON/],
    ] as const) {
      assert.match(await found("getLogo", { text }), problem);
    }
    await control().settings({ dateOnly: true });
    assert.match(await found("getConnector"), /created_at must match format "date-time"/);
  });

  it("finds a body where none belongs, and other media types", async () => {
    assert.match(await found("updateConnector", { status: 204 }), /should be empty/);
    await control().fault({ status: 500, body: "<h1>500</h1>" });
    assert.match(await found("getTeam"), /content type is text\/html/);
  });

  it("finds headers that are missing, wrong or too many", async () => {
    await control().settings({ rateHeaders: "none" });
    await control().fault({ status: 403, errorCode: "FORBIDDEN" });
    assert.match(await found("getTeam"), /x-ratelimit-limit must be integer/);
    await control().settings({ rateHeaders: "all", rateLimit: { limit: 0, remaining: 5 } });
    assert.match(await found("getTeam"), /x-ratelimit-limit does not belong to 200/);
    await control().fault({ status: 403, errorCode: "FORBIDDEN" });
    assert.match(await found("getTeam"), /x-ratelimit-limit must be >= 1/);
    await control().fault({ status: 429, errorCode: "TOO_MANY_REQUESTS" });
    assert.match(await found("getTeam"), /retry-after must be integer/);
  });

  it("finds an error code in small letters", async () => {
    await control().fault({ status: 403, errorCode: "forbidden" });
    assert.match(await found("getTeam"), /error\/code must match pattern/);
  });

  it("lets a good refusal pass", async () => {
    await control().fault({ status: 500, errorCode: "DUPLICATION_FAILED" });
    assert.equal(refusalOf(await ask("createConnector")), "500 DUPLICATION_FAILED");
  });
});
