import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import type { Secret } from "../../../src/features/secrets/secretsApi";
import type { SecretChange } from "../../../src/features/secrets/secretChanges";
import {
  registerSteps,
  valueStep,
  type SecretDraft,
} from "../../../src/features/secrets/secretSteps";
import { runSteps } from "../../../src/platform/flow/steps";
import { back, enter, escape, paste, ScriptedPrompts } from "../support/scriptedPrompts";

const askName = "Secret name (can't be changed later)";
const askValue = 'Value for "client_id". You won\'t be able to view it later.';
const secret: Secret = { name: "client_id", placeholder: "sec_1" };
const done: SecretChange = { kind: "done", secret };
const refusal = (status: number, message: string): SecretChange => ({
  kind: "refused",
  error: new ApiError(message, { status, code: "X", form: "api" }),
});

/** Goes through Register Secret; the service answers each attempt in turn. */
async function register(script: ScriptedPrompts, answers: SecretChange[], taken: Secret[] = []) {
  const sent: { name: string; value: string }[] = [];
  const failures: unknown[] = [];
  const draft: SecretDraft = { name: "", value: "" };
  const isThrough = await runSteps(
    registerSteps(script, draft, {
      title: "Register",
      taken,
      send: async (one) => {
        sent.push(one);
        return answers.shift() ?? assert.fail("sent once too often");
      },
      failed: (change) => failures.push(change.error),
    }),
  );
  return { isThrough, sent, failures, draft };
}

describe("the questions of Register Secret", () => {
  it("are the name and the value, which is masked", async () => {
    const script = new ScriptedPrompts(enter(" client_id "), enter(" v4lue"));
    const { isThrough, sent } = await register(script, [done]);
    assert.ok(isThrough);
    assert.deepEqual(script.path, [`${askName} 1/2`, `${askValue} 2/2`]);
    assert.deepEqual(
      script.seen.map(({ isSecret }) => isSecret),
      [false, true],
    );
    assert.deepEqual(sent, [{ name: "client_id", value: " v4lue" }]);
    assert.match(script.last.remarks.join(), /starts or ends with a space/);
  });

  it("do not take a name that is empty, too long or taken", async () => {
    const script = new ScriptedPrompts(
      enter(" "),
      enter("ä".repeat(256)),
      enter("client_id"),
      escape(),
    );
    const { isThrough } = await register(script, [], [secret]);
    assert.ok(!isThrough);
    assert.match(script.last.remarks.join(), /Enter a name.*Too long by 1\. .*already exists/);
  });

  it("do not take a value that is empty or too long", async () => {
    const script = new ScriptedPrompts(enter("a"), enter(""), enter("🚲".repeat(10_001)), escape());
    const { sent } = await register(script, []);
    assert.match(script.last.remarks.join(), /Enter a value.*Too long by 1\. /);
    assert.deepEqual(sent, []);
  });

  it("take a value of the full length", async () => {
    const { sent } = await register(new ScriptedPrompts(enter("a"), enter("🚲".repeat(10_000))), [
      done,
    ]);
    assert.equal(sent.length, 1);
  });

  it("take the clipboard as it is, line breaks included", async () => {
    const pem = "-----BEGIN KEY-----\nabc\n-----END KEY-----\n";
    const { sent } = await register(new ScriptedPrompts(enter("a"), paste(pem)), [done]);
    assert.equal(sent[0]?.value, pem);
  });

  it("warn of a key that has lost its line breaks", async () => {
    const script = new ScriptedPrompts(
      enter("a"),
      enter("-----BEGIN KEY-----abc-----END KEY-----"),
    );
    await register(script, [done]);
    assert.match(script.last.remarks.join(), /lost its line breaks/);
  });

  it("go back to the name where somebody else has it, and keep the value", async () => {
    const script = new ScriptedPrompts(enter("client_id"), enter("v4lue"), enter("other"), enter());
    const { sent } = await register(script, [refusal(409, "Exists."), done]);
    assert.deepEqual(sent, [
      { name: "client_id", value: "v4lue" },
      { name: "other", value: "v4lue" },
    ]);
    assert.match(script.seen[2]?.remarks.join() ?? "", /already exists/);
  });

  it("stay open with the service's words where it refuses, and tell them elsewhere", async () => {
    const script = new ScriptedPrompts(enter("client_id"), enter("short"), enter("longer"));
    const { sent, failures } = await register(script, [refusal(422, "Too simple."), done]);
    assert.equal(sent.length, 2);
    assert.equal(failures.length, 1);
    assert.match(script.last.remarks.join(), /Too simple\. \[HTTP 422, X\]/);
  });

  it("forget why a name was refused when another one is typed", async () => {
    const script = new ScriptedPrompts(
      enter("client_id"),
      enter("v4lue"),
      enter("other"),
      back(),
      escape(),
    );
    await register(script, [refusal(409, "Exists.")]);
    assert.deepEqual(script.last.remarks, []);
  });

  it("keep both answers on the way back", async () => {
    const script = new ScriptedPrompts(enter("client_id"), back("v4lue"), enter(), enter());
    const { sent } = await register(script, [done]);
    assert.deepEqual(sent, [{ name: "client_id", value: "v4lue" }]);
  });

  it("say where it is not known whether it was done", async () => {
    const script = new ScriptedPrompts(enter("client_id"), enter("v4lue"), escape());
    await register(script, [{ kind: "unknown", error: new Error("Lost.") }]);
    assert.match(script.last.remarks.join(), /Couldn't confirm the change\. Lost\./);
  });
});

describe("the question of Replace Secret Value", () => {
  it("is the value alone", async () => {
    const script = new ScriptedPrompts(enter("new"));
    const draft: SecretDraft = { name: "client_id", value: "" };
    const step = valueStep(script, draft, {
      title: "Replace",
      taken: [],
      send: async () => ({ kind: "done" }),
      failed: () => assert.fail("failed"),
    });
    assert.ok(await runSteps([step]));
    assert.deepEqual(script.path, [`${askValue} 1/1`]);
  });
});
