import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "../../../src/platform/http/exchange";
import { createSend } from "../../../src/platform/http/send";
import { defaultKey, defaultTeam } from "../../sandbox";
import { useSandbox } from "../../sandbox/testing";
import { SimulatedClock } from "./clock";

/** A sandbox as new before each test, the product's own way to it, and what that reported. */
export function useApi() {
  const { origin, control } = useSandbox();
  const connection = { href: "", teamId: "", key: "", timeoutSeconds: 0 };
  const exchanges: Exchange[] = [];
  const clock = new SimulatedClock();
  beforeEach(() => {
    Object.assign(connection, {
      href: origin(),
      teamId: defaultTeam,
      key: defaultKey,
      timeoutSeconds: 5,
    });
    exchanges.length = 0;
  });
  const send = createSend({
    credentials: () => Promise.resolve(connection),
    timeoutSeconds: () => connection.timeoutSeconds,
    observe: (exchange) => exchanges.push(exchange),
    now: clock.now,
  });
  /** The account that is signed in. */
  const account = () => ({ origin: new URL(connection.href).origin, teamId: connection.teamId });
  const signIn = (teamId: string) => {
    connection.teamId = teamId;
    return account();
  };
  const ref = (identifier: string) => ({ ...account(), identifier });
  return { origin, control, connection, exchanges, clock, send, account, signIn, ref };
}

/** The error that a call ended with, which must be of this class. */
export async function thrownBy<E extends Error>(
  call: Promise<unknown>,
  kind: abstract new (...parts: never[]) => E,
): Promise<E> {
  const error: unknown = await call.then(
    () => assert.fail("It did not fail."),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof kind, `It threw ${String(error)}.`);
  return error;
}

/** Runs a server of its own for what the sandbox cannot do, as long as `use` takes. */
export async function withServer(
  answer: RequestListener,
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Waits until something holds that another process brings about. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
