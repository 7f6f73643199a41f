import assert from "node:assert/strict";
import { inspect } from "node:util";
import { registerSecret, replaceSecret } from "../../../src/features/secrets/secretChanges";
import { SecretStore } from "../../../src/features/secrets/secretStore";
import { useService } from "../support/client";

const value = 'v4lue/wörd "with" & more';
const echo = `The value ${value} is too simple.`;

/** How a change can end. */
const ends: readonly [string, object?][] = [
  ["a success"],
  ["a refusal that repeats it", refusal(422, { errorMessage: echo })],
  ["a description that repeats it", refusal(422, { errorDescription: echo })],
  ["a conflict that repeats it", refusal(409, { errorMessage: echo })],
  ["a connector that is gone, which repeats it", refusal(404, { errorMessage: echo })],
  ["a page that repeats it", { status: 502, body: `<html><title>${echo}</title>` }],
  ["an answer that cannot be read", { status: 200, body: JSON.stringify({ echo }) }],
  ["a lost connection", { reset: true }],
];

describe("the value of a secret", () => {
  const service = useService();
  const ref = () => ({ ...service.account(), identifier: "T3S70" });

  it("would be seen by this test", () => {
    const cause = new Error(value);
    assert.match(everythingIn(new Map([["a", { problem: new Error("b", { cause }) }]])), /v4lue/);
  });

  for (const [how, fault] of ends) {
    it(`is in nothing that is kept or told after it is registered, with ${how}`, async () => {
      const { store, parts } = make();
      await service.control().fault({ method: "POST", ...fault });
      const change = await registerSecret(parts, ref(), { name: "a", value });
      assert.equal(change.kind === "done", !fault);
      assert.doesNotMatch(everythingIn([store, change]), /v4lue/);
    });

    it(`is in nothing that is kept or told after it is replaced, with ${how}`, async () => {
      const { store, parts } = make();
      await store.ensureListed(ref());
      const first = await registerSecret(parts, ref(), { name: "a", value: "first" });
      const secret = (first.kind === "done" && first.secret) || assert.fail(first.kind);
      await service.control().fault({ method: "PUT", ...fault });
      const change = await replaceSecret(parts, ref(), secret, value);
      assert.equal(change.kind === "done", !fault);
      assert.doesNotMatch(everythingIn([store, change]), /v4lue/);
    });
  }

  function make() {
    const send = service.sendWith();
    const store = new SecretStore(send);
    return { store, parts: { send, secrets: store } };
  }
});

function refusal(status: number, said: object): object {
  return { status, errorCode: "X", ...said };
}

function everythingIn(kept: unknown): string {
  return JSON.stringify(kept) + inspect(kept, { depth: Infinity, showHidden: true });
}
