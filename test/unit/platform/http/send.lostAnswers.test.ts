import assert from "node:assert/strict";
import * as z from "zod/mini";
import { CancelledError, ContractError, NetworkError } from "../../../../src/platform/http/errors";
import { createSend } from "../../../../src/platform/http/send";
import { defaultKey, otherTeam } from "../../../sandbox";
import { thrownBy, until, useApi, withServer } from "../../support/api";

const call = { method: "GET", path: `/v1/teams/${otherTeam}`, schema: z.unknown() } as const;

describe("send, when no whole answer arrives", () => {
  const { control, connection, exchanges, send, account } = useApi();
  const lost = async () => {
    const { reason } = await thrownBy(send({ ...call, account: account() }), NetworkError);
    const [exchange, ...others] = exchanges;
    assert.deepEqual(others, []);
    assert.equal(exchange?.answer, undefined);
    assert.ok(exchange?.problem);
    return reason;
  };

  it("gives up after the seconds that it was told", async () => {
    connection.timeoutSeconds = 0.2;
    await control().fault({ delayMs: 3000 });
    assert.equal(await lost(), "timeout");
  });

  it("gives up on a body that stops in its middle", async () => {
    connection.timeoutSeconds = 0.2;
    await withServer(
      (_, response) => response.writeHead(200, { "content-length": "100" }).write('{"data":'),
      async (slow) => {
        connection.href = slow;
        assert.equal(await lost(), "timeout");
      },
    );
  });

  it("gives up on a body that has no end, however fast it comes", async () => {
    await control().fault({ blanks: {} });
    assert.equal(await lost(), "tooLarge");
    assert.equal(exchanges[0]?.problem, "more than 50 MB");
  });

  it("gives up on a body that has no end and comes slowly when its time is over", async () => {
    connection.timeoutSeconds = 0.3;
    await control().fault({ blanks: { everyMs: 20 } });
    assert.equal(await lost(), "timeout");
  });

  it("takes a large body that ends in time", async () => {
    connection.timeoutSeconds = 20;
    await control().fault({ blanks: { bytes: 5_000_000 } });
    const { text } = await send({ ...call, account: account() });
    assert.ok(text.length > 5_000_000);
  });

  it("does not give up on an answer that arrives in time", async () => {
    connection.timeoutSeconds = 20;
    await control().fault({ delayMs: 100 });
    await send({ ...call, account: account() });
  });

  it("gives a call more time that needs more", async () => {
    connection.timeoutSeconds = 0.1;
    await control().fault({ delayMs: 300 });
    await send({ ...call, account: account(), leastSeconds: 20 });
  });

  it("says that the connection was reset before the headers", async () => {
    await control().fault({ reset: true });
    assert.equal(await lost(), "reset");
  });

  for (const truncate of [0, 10]) {
    it(`says that the connection was reset ${truncate} bytes after the headers`, async () => {
      await control().fault({ truncate });
      assert.equal(await lost(), "reset");
    });
  }

  it("takes no part of an answer for the whole, even where the connection ends well", async () => {
    await control().fault({ cut: 30 });
    await thrownBy(send({ ...call, account: account(), schema: z.looseObject({}) }), ContractError);
  });
});

describe("send, when the person cancels", () => {
  const { control, connection, exchanges, send, account } = useApi();

  it("sends nothing after a cancel, and reports nothing", async () => {
    const error = await thrownBy(
      send({ ...call, account: account(), signal: AbortSignal.abort() }),
      CancelledError,
    );
    assert.equal(error.sent, false);
    assert.deepEqual(exchanges, []);
    assert.deepEqual(await control().requests(), []);
  });

  it("sends nothing after a cancel while the key was being read", async () => {
    const cancel = new AbortController();
    const observed: unknown[] = [];
    const slow = createSend({
      credentials: () => {
        cancel.abort();
        return Promise.resolve({ ...connection, key: defaultKey });
      },
      timeoutSeconds: () => 5,
      observe: (exchange) => observed.push(exchange),
    });
    const error = await thrownBy(
      slow({ ...call, account: account(), signal: cancel.signal }),
      CancelledError,
    );
    assert.equal(error.sent, false);
    assert.deepEqual([observed, await control().requests()], [[], []]);
  });

  it("says that the request had left", async () => {
    const cancel = new AbortController();
    await control().fault({ delayMs: 3000 });
    const sent = thrownBy(
      send({ ...call, account: account(), signal: cancel.signal }),
      CancelledError,
    );
    await until(async () => (await control().requests()).length > 0);
    cancel.abort();
    assert.equal((await sent).sent, true);
    assert.equal(exchanges.length, 1);
    assert.equal(exchanges[0]?.problem, "Cancelled");
  });

  it("does so while the body arrives, too", async () => {
    const cancel = new AbortController();
    await withServer(
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write('{"data":');
        setTimeout(() => cancel.abort(), 50);
      },
      async (slow) => {
        connection.href = slow;
        const error = await thrownBy(
          send({ ...call, account: account(), signal: cancel.signal }),
          CancelledError,
        );
        assert.equal(error.sent, true);
      },
    );
  });
});
