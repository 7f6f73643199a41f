import assert from "node:assert/strict";
import * as z from "zod/mini";
import { NetworkError } from "../../../../src/platform/http/errors";
import { defaultTeam } from "../../../sandbox";
import { thrownBy, useApi, withServer } from "../../support/api";

const path = `/v1/teams/${defaultTeam}`;

describe("send, when the answer is a redirect", () => {
  const { control, connection, exchanges, origin, send, account } = useApi();

  for (const status of [301, 302, 303, 307, 308]) {
    it(`names a ${status} and does not follow it to another origin`, async () => {
      let visits = 0;
      const elsewhere = (_: unknown, response: { end(): unknown }) => {
        visits++;
        response.end();
      };
      await withServer(elsewhere, async (location) => {
        await control().fault({ status, headers: { location: `${location}${path}` } });
        const call = send({ account: account(), method: "GET", path, schema: z.unknown() });
        const error = await thrownBy(call, NetworkError);
        assert.equal(error.reason, "redirect");
        assert.match(error.message, new RegExp(String(status)));
      });
      assert.equal(visits, 0);
    });
  }

  it("does not follow one within the same origin either", async () => {
    await control().fault({ status: 307, headers: { location: `${origin()}${path}` } });
    const body = new URLSearchParams({ title: "New" });
    const call = send({ account: account(), method: "POST", path, schema: z.unknown(), body });
    assert.equal((await thrownBy(call, NetworkError)).reason, "redirect");
    assert.equal((await control().requests()).length, 1);
  });

  it("tells the log which status came, and not where it leads", async () => {
    const location = "https://elsewhere.example/?session=1";
    await control().fault({ status: 302, headers: { location } });
    await assert.rejects(send({ account: account(), method: "GET", path, schema: z.unknown() }));
    assert.equal(exchanges[0]?.answer?.status, 302);
    assert.doesNotMatch(JSON.stringify(exchanges), /elsewhere/);
  });

  it("does not take a redirect with a fitting body for a success", async () => {
    await withServer(
      (_, response) => response.writeHead(300).end('{"data":{}}'),
      async (odd) => {
        connection.href = odd;
        const call = send({ account: account(), method: "GET", path, schema: z.looseObject({}) });
        assert.equal((await thrownBy(call, NetworkError)).reason, "redirect");
      },
    );
  });
});
