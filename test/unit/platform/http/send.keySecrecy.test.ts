import assert from "node:assert/strict";
import { inspect } from "node:util";
import * as z from "zod/mini";
import { ApiError, SignedOutError } from "../../../../src/platform/http/errors";
import { RequestLog } from "../../../../src/platform/http/requestLog";
import { defaultKey, otherTeam } from "../../../sandbox";
import { thrownBy, useApi, withServer } from "../../support/api";

const path = `/v1/teams/${otherTeam}`;
const schema = z.unknown();

describe("the key", () => {
  const { control, connection, exchanges, send, account } = useApi();
  const ways: Record<string, () => Promise<unknown>> = {
    "a success": () => Promise.resolve(),
    "a refusal": () => control().removeKey(defaultKey),
    "a web page": () => control().fault({ status: 502, body: "<html>" }),
    "a reset": () => control().fault({ reset: true }),
    "a redirect": () => control().fault({ status: 302, headers: { location: "/" } }),
  };
  for (const [way, prepare] of Object.entries(ways)) {
    it(`is in nothing that is reported or thrown after ${way}`, async () => {
      await prepare();
      const error: unknown = await send({ account: account(), method: "GET", path, schema }).catch(
        (e: unknown) => e,
      );
      assert.equal(exchanges.length, 1);
      assert.ok(!everythingOf([exchanges, error]).includes(defaultKey));
    });
  }

  it("is in nothing either when no header can carry it", async () => {
    connection.key = "api_garbled\nby-the-store";
    const error = await thrownBy(
      send({ account: account(), method: "GET", path, schema }),
      SignedOutError,
    );
    assert.doesNotMatch(everythingOf(error), /garbled|by-the-store/);
    assert.deepEqual(exchanges, []);
    assert.deepEqual(await control().requests(), []);
  });

  it("is in no error, where a server repeats it in its words", async () => {
    await control().fault({
      status: 400,
      errorCode: "BAD_REQUEST",
      errorMessage: `The header 'Bearer ${defaultKey}' is odd.`,
    });
    const error = await thrownBy(
      send({ account: account(), method: "GET", path, schema }),
      ApiError,
    );
    assert.equal(error.message, "The header 'Bearer •••' is odd.");
  });

  it("is masked in the log where a server repeats it", async () => {
    await withServer(
      (request, response) => response.writeHead(401).end(`<p>${request.headers.authorization}`),
      async (mirror) => {
        connection.href = mirror;
        await thrownBy(send({ account: account(), method: "GET", path, schema }), ApiError);
      },
    );
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    const log = new RequestLog({ logLevel: 1, info: write, warn: write, trace: write });
    log.mask(defaultKey);
    log.note(exchanges[0]!);
    assert.match(lines.join("\n"), /Bearer •••/);
    assert.ok(!lines.join("\n").includes(defaultKey));
  });
});

/** All texts of a value: unlike JSON, with the message, the stack and the causes of errors. */
function everythingOf(value: unknown): string {
  return inspect(value, { depth: null, showHidden: true });
}
