import assert from "node:assert/strict";
import { bodyOf, refusalOf, useSandbox } from "./testing";

interface Secrets {
  count: number;
  secrets: { secret_placeholder: string; secret_name: string }[];
}

describe("sandbox: secrets", () => {
  const { ask, control } = useSandbox();
  const json = { secret_name: "client_id", secret_value: "s3cret" };

  async function placeholder(): Promise<string> {
    const { secrets } = bodyOf<Secrets>(await ask("createSecret", { json }));
    return secrets[0]?.secret_placeholder ?? assert.fail("There is no secret.");
  }

  it("answers a create with the whole list, never with values", async () => {
    await ask("createSecret", { json: { ...json, secret_name: "other" } });
    const created = await ask("createSecret", { json });
    const { count, secrets } = bodyOf<Secrets>(created);
    assert.equal(created.status, 201);
    assert.equal(count, 2);
    assert.deepEqual(
      secrets.map(({ secret_name }) => secret_name),
      ["other", "client_id"],
    );
    assert.ok(secrets.every(({ secret_placeholder }) => /^sec_\w{9}$/.test(secret_placeholder)));
    assert.ok(!created.text.includes("s3cret"));
    assert.equal((await ask("listSecrets")).text, created.text);
  });

  it("refuses a name that is taken, for this connector only", async () => {
    await ask("createSecret", { json });
    assert.equal(refusalOf(await ask("createSecret", { json })), "409 CONFLICT_ERROR");
    assert.equal((await ask("createSecret", { json, connector: "NUM83" })).status, 201);
  });

  it("replaces a value", async () => {
    const secret = await placeholder();
    const answer = await ask("updateSecret", { secret, json: { secret_value: "new" } });
    assert.equal(answer.status, 204);
    assert.equal(bodyOf<Secrets>(await ask("listSecrets")).count, 1);
  });

  it("deletes a secret, and frees its name", async () => {
    const secret = await placeholder();
    assert.equal((await ask("deleteSecret", { secret })).status, 204);
    assert.equal(refusalOf(await ask("deleteSecret", { secret })), "404 NOT_FOUND");
    assert.equal((await ask("createSecret", { json })).status, 201);
  });

  it("does not find a secret of another connector", async () => {
    const request = { secret: await placeholder(), connector: "NUM83" };
    const update = await ask("updateSecret", { ...request, json: { secret_value: "new" } });
    assert.equal(refusalOf(update), "404 NOT_FOUND");
    assert.equal(refusalOf(await ask("deleteSecret", request)), "404 NOT_FOUND");
  });

  it("counts code points against the limits", async () => {
    const long = { secret_name: "🚲".repeat(255), secret_value: "🚲".repeat(10_000) };
    assert.equal((await ask("createSecret", { json: long })).status, 201);
  });

  for (const [what, change] of [
    ["no name", { secret_name: undefined }],
    ["a name that is too long", { secret_name: "x".repeat(256) }],
    ["a name that is no text", { secret_name: 1 }],
    ["no value", { secret_value: undefined }],
    ["a value that is too long", { secret_value: "x".repeat(10_001) }],
    ["a value that is no text", { secret_value: null }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const request = { json: { ...json, ...change } };
      assert.equal(refusalOf(await ask("createSecret", request)), "422 UNPROCESSABLE_ENTITY");
      if ("secret_value" in change) {
        const update = await ask("updateSecret", { secret: await placeholder(), json: change });
        assert.equal(refusalOf(update), "422 UNPROCESSABLE_ENTITY");
      }
    });
  }

  it("refuses what is not JSON", async () => {
    const secret = await placeholder();
    assert.equal(refusalOf(await ask("createSecret", { body: "{" })), "400 BAD_REQUEST");
    assert.equal(refusalOf(await ask("updateSecret", { secret, body: "{" })), "400 BAD_REQUEST");
  });

  it("cuts the list at 100 and counts all", async () => {
    for (let n = 0; n < 101; n++) {
      await ask("createSecret", { json: { ...json, secret_name: `secret ${n}` } });
    }
    const { count, secrets } = bodyOf<Secrets>(await ask("listSecrets"));
    assert.deepEqual([count, secrets.length], [101, 100]);
  });

  it("does not copy secrets to a duplicate", async () => {
    await ask("createSecret", { json });
    const body = new URLSearchParams({ title: "Copy", connector_identifier: "T3S70" });
    const copy = await ask("createConnector", { body });
    const connector = bodyOf<{ connector_identifier: string }>(copy).connector_identifier;
    assert.equal(bodyOf<Secrets>(await ask("listSecrets", { connector })).count, 0);
  });

  it("forgets secrets with a reset", async () => {
    await ask("createSecret", { json });
    await control().reset();
    assert.equal(bodyOf<Secrets>(await ask("listSecrets")).count, 0);
  });
});
