import assert from "node:assert/strict";
import * as z from "zod/mini";
import { NetworkError } from "../../../../src/platform/http/errors";
import { thrownBy, useApi, withServer } from "../../support/api";

describe("a call that reaches nothing", () => {
  const { connection, send, account } = useApi();
  const call = { method: "GET", path: "/v1/teams/1", schema: z.unknown() } as const;

  it("names a port that is closed, with the system's code", async () => {
    await withServer(
      () => undefined,
      async (origin) => void (connection.href = origin),
    );
    const error = await thrownBy(send({ ...call, account: account() }), NetworkError);
    assert.equal(error.reason, "refused");
    assert.match(error.message, /ECONNREFUSED/);
  });

  it("names a server that does not speak TLS", async () => {
    connection.href = connection.href.replace("http:", "https:");
    assert.equal(
      (await thrownBy(send({ ...call, account: account() }), NetworkError)).reason,
      "tls",
    );
  });
});
