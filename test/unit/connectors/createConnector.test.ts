import assert from "node:assert/strict";
import { ApiError, NetworkError, SignedOutError } from "../../../src/platform/http/errors";
import { createConnector } from "../../../src/features/connectors/createConnector";
import { defaultTeam } from "../../sandbox";
import { withServer } from "../support/api";
import { expectKind, refusalOf, useCreation } from "../support/creation";

describe("createConnector", () => {
  const api = useCreation();
  const { account, connection, control, create, encodings, memory, send, signIn, store } = api;

  it("creates with one request, and gives the connector and its configuration", async () => {
    const { details, account: at } = expectKind(
      await create("Räder", { description: "By hour", duplicateOf: "NUM83" }),
      "created",
    );
    assert.deepEqual(at, account());
    assert.equal((await control().requests()).length, 1);
    const stored = await control().connector(defaultTeam, details.connector.identifier);
    assert.deepEqual([stored.name, stored.description], ["Räder", "By hour"]);
    assert.equal(details.configurationText, stored.configurationText);
  });

  it("adds the connector to the list that is shown, without asking for it", async () => {
    await store().refresh();
    const { details } = expectKind(await create("Räder"), "created");
    assert.equal(store().find(details.connector.identifier)?.name, "Räder");
    assert.equal(store().state.connectors.length, 4);
    assert.equal((await control().requests()).length, 2);
  });

  const refusals = [
    [401, "UNAUTHORIZED"],
    [403, "FORBIDDEN"],
    [404, "NOT_FOUND"],
    [409, "CONFLICT_ERROR"],
    [429, "TOO_MANY_REQUESTS"],
    [500, "INTERNAL_SERVER_ERROR"],
    [500, "DUPLICATION_FAILED"],
    [503, "SERVICE_UNAVAILABLE"],
  ] as const;
  for (const [status, errorCode] of refusals) {
    it(`sends nothing again after ${status} ${errorCode}, and passes it on`, async () => {
      await control().fault({ status, errorCode, times: 0, headers: { "retry-after": "0" } });
      assert.equal(refusalOf(await create("Räder")), `${status} ${errorCode}`);
      assert.deepEqual(await encodings(), ["form"]);
      assert.equal(store().state.connectors.length, 0);
      assert.equal(memory().encoding.get(account().origin), undefined);
    });
  }

  it("takes a web page with a status below 500 for a refusal", async () => {
    await control().fault({ status: 403, body: "<html>Blocked</html>" });
    const { error } = expectKind(await create("Räder"), "refused");
    assert.ok(error instanceof ApiError && error.details.form === "page");
  });

  it("takes a success that carries an error for a refusal", async () => {
    const json = { error: { code: "LICENSE_EXPIRED", message: "No." } };
    await control().fault({ status: 200, json });
    assert.equal(refusalOf(await create("Räder")), "200 LICENSE_EXPIRED");
  });

  it("takes a redirect for a refusal, and sends nothing after it", async () => {
    await control().fault({ status: 307, headers: { location: "/" }, times: 0 });
    const { error } = expectKind(await create("Räder"), "refused");
    assert.ok(error instanceof NetworkError && error.reason === "redirect");
    assert.deepEqual(await encodings(), ["form"]);
  });

  it("is refused for certain where nothing accepts the connection", async () => {
    await withServer(
      () => undefined,
      async (closed) => void (connection.href = closed),
    );
    const { error } = expectKind(await create("Räder"), "refused");
    assert.ok(error instanceof NetworkError && error.reason === "refused");
  });

  it("is refused for certain without a key that can be sent", async () => {
    connection.key = "gar\nbled";
    const { error } = expectKind(await create("Räder"), "refused");
    assert.ok(error instanceof SignedOutError);
    assert.deepEqual(await encodings(), []);
  });

  it("is cancelled silently as long as nothing was sent", async () => {
    const signal = AbortSignal.abort();
    assert.deepEqual(await create("Räder", { signal }), { kind: "cancelled" });
    assert.deepEqual(await encodings(), []);
  });

  it("leaves the list of another account alone", async () => {
    const parts = { send, store: store(), memory: memory() };
    const connector = { title: "Räder", description: "" };
    await store().refresh();
    const other = signIn("4242");
    const { signal } = new AbortController();
    expectKind(await createConnector(parts, other, connector, signal), "created");
    assert.equal(store().state.connectors.length, 3);
  });
});
