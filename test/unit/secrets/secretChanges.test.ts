import assert from "node:assert/strict";
import { deleteSecret } from "../../../src/features/secrets/secretsApi";
import {
  registerSecret,
  removeSecret,
  replaceSecret,
} from "../../../src/features/secrets/secretChanges";
import { SecretStore } from "../../../src/features/secrets/secretStore";
import { until } from "../support/api";
import { useService } from "../support/client";
import { holdAnswer } from "../support/heldAnswer";

describe("a change of a secret", () => {
  const service = useService();
  const { control } = service;
  const ref = () => ({ ...service.account(), identifier: "T3S70" });
  let secrets: SecretStore;
  const parts = () => ({
    send: service.sendWith(),
    secrets,
  });
  beforeEach(() => {
    secrets = new SecretStore(service.sendWith());
  });
  const register = (name: string, signal?: AbortSignal) =>
    registerSecret(parts(), ref(), { name, value: "v4lue" }, signal);
  const registered = async (name: string) => {
    await secrets.ensureListed(ref());
    const change = await register(name);
    return (change.kind === "done" && change.secret) || assert.fail(change.kind);
  };
  const methods = async () => (await control().requests()).map(({ method }) => method).join();

  it("registers with one request, and tells which one is new", async () => {
    const first = await registered("a");
    await control().clearRequests();
    const second = await registered("b");
    assert.notEqual(first.placeholder, second.placeholder);
    assert.equal(second.name, "b");
    assert.equal(await methods(), "POST");
    assert.equal(secrets.list(ref())?.secrets.length, 2);
  });

  for (const [way, fault] of [
    ["a reset", { reset: true }],
    ["a gateway's page", { status: 502, body: "<html>" }],
    ["an answer that cannot be read", { status: 201, body: "{" }],
  ] as const) {
    it(`finds out by the list that it was registered, after ${way}`, async () => {
      await secrets.ensureListed(ref());
      await control().clearRequests();
      await control().fault({ ...fault, method: "POST", apply: true });
      const change = await register("a");
      assert.equal(change.kind === "done" && change.secret?.name, "a");
      assert.equal(await methods(), "POST,GET");
    });

    it(`finds out by the list that it was not, after ${way}`, async () => {
      await secrets.ensureListed(ref());
      await control().fault({ ...fault, method: "POST", apply: false, status: 502, body: "" });
      assert.equal((await register("a")).kind, "refused");
    });
  }

  it("does not claim what it cannot know", async () => {
    await control().fault({ method: "POST", reset: true, apply: true });
    assert.equal((await register("never listed before")).kind, "unknown");
    await control().fault({ method: "POST", reset: true, apply: true });
    await control().fault({ method: "GET", status: 500 });
    assert.equal((await register("b")).kind, "unknown");
  });

  it("does not claim of a list that is cut that a secret is not in it", async () => {
    await secrets.ensureListed(ref());
    await control().fault({ method: "POST", reset: true });
    await control().fault({ method: "GET", status: 200, json: { count: 120, secrets: [] } });
    assert.equal((await register("a")).kind, "unknown");
  });

  it("is not judged by a list that was asked for before", async () => {
    const held = holdAnswer(service.sendWith(), 1);
    secrets = new SecretStore(held.send);
    await secrets.ensureListed(ref());
    await control().fault({ method: "POST", status: 502, body: "<html>", apply: true });
    const early = secrets.refresh(ref());
    await held.arrived;
    const registering = register("a");
    await until(async () => (await methods()).includes("POST"));
    held.release();
    assert.equal((await registering).kind, "done");
    await early;
  });

  it("that deletes what is gone is not judged by a list that was asked for before", async () => {
    const secret = await registered("a");
    const held = holdAnswer(service.sendWith());
    secrets = new SecretStore(held.send);
    const early = secrets.refresh(ref());
    await held.arrived;
    await deleteSecret(service.sendWith(), ref(), secret.placeholder);
    const removing = removeSecret(parts(), ref(), secret);
    await until(async () => (await methods()).endsWith("DELETE,DELETE"));
    held.release();
    assert.equal((await removing).kind, "done");
    assert.equal((await early).secrets.length, 1);
  });

  it("looks again where somebody else took the name, and registers nothing", async () => {
    await secrets.ensureListed(ref());
    await register("a");
    secrets.put(ref(), { secrets: [], total: 0 });
    await control().clearRequests();
    const change = await register("a");
    assert.equal(change.kind, "refused");
    assert.equal(await methods(), "POST,GET");
    assert.equal(secrets.list(ref())?.secrets.length, 1);
  });

  it("that is cancelled on its way is looked up", async () => {
    await secrets.ensureListed(ref());
    await control().fault({ method: "POST", answerDelayMs: 500 });
    const change = await register("a", AbortSignal.timeout(200));
    assert.equal(change.kind, "done");
  });

  it("replaces a value with one request; a lost answer stays unknown", async () => {
    const secret = await registered("a");
    await control().clearRequests();
    assert.equal((await replaceSecret(parts(), ref(), secret, "new")).kind, "done");
    assert.equal(await methods(), "PUT");
    await control().fault({ method: "PUT", reset: true });
    assert.equal((await replaceSecret(parts(), ref(), secret, "new")).kind, "unknown");
  });

  it("of a secret that is gone is refused, and it leaves the list", async () => {
    const secret = await registered("a");
    const gone = { ...secret, placeholder: "sec_gone" };
    secrets.put(ref(), { secrets: [secret, gone], total: 2 });
    assert.equal((await replaceSecret(parts(), ref(), gone, "new")).kind, "refused");
    assert.deepEqual(secrets.list(ref())?.secrets, [secret]);
  });

  it("deletes with one request; what is gone already counts as deleted", async () => {
    const secret = await registered("a");
    await control().clearRequests();
    assert.equal((await removeSecret(parts(), ref(), secret)).kind, "done");
    assert.equal(await methods(), "DELETE");
    assert.deepEqual(secrets.list(ref())?.secrets, []);
    assert.equal((await removeSecret(parts(), ref(), secret)).kind, "done");
  });

  it("finds out what became of a delete whose answer is lost", async () => {
    const secret = await registered("a");
    await control().fault({ method: "DELETE", reset: true, apply: false, status: 502 });
    assert.equal((await removeSecret(parts(), ref(), secret)).kind, "refused");
    await control().fault({ method: "DELETE", status: 502, body: "<html>", apply: true });
    assert.equal((await removeSecret(parts(), ref(), secret)).kind, "done");
  });

  it("is refused where the connector is gone", async () => {
    const secret = await registered("a");
    await control().removeConnector(ref().teamId, "T3S70");
    assert.equal((await removeSecret(parts(), ref(), secret)).kind, "refused");
    assert.equal((await register("b")).kind, "refused");
  });

  it("of another team is not sent", async () => {
    const other = { ...ref(), teamId: "4242" };
    const secret = { name: "a", value: "b" };
    assert.equal((await registerSecret(parts(), other, secret)).kind, "refused");
    assert.equal(await methods(), "");
  });
});
