import assert from "node:assert/strict";
import { ApiError } from "../../../src/platform/http/errors";
import { fetchSchema } from "../../../src/features/schema/schemaApi";
import { ConfigurationSchema } from "../../../src/features/schema/configurationSchema";
import { until } from "../support/api";
import { useService } from "../support/client";
import { MemoryFileStorage } from "../support/memoryFileStorage";

const hour = 3_600_000;

describe("the configuration schema", () => {
  const { origin, control, sendWith, sendOpenly } = useService();
  const now = Date.UTC(2026, 9, 2);
  const make = (files = new MemoryFileStorage()) =>
    new ConfigurationSchema(
      { fetch: (of) => fetchSchema(sendOpenly(), sendWith(), of), files, origin },
      () => now,
    );
  const settled = (schema: ConfigurationSchema) =>
    until(async () => !["none", "loading"].includes(schema.state.kind));
  const asked = async () => (await control().schemaRequests()).length;

  it("allows everything until it has come, and is whole then", async () => {
    const schema = make();
    assert.equal(await schema.text(), "{}");
    await settled(schema);
    assert.match(await schema.text(), /"title":"Hybrid Connector"/);
    assert.equal(await asked(), 1);
  });

  it("tells what it allows by name, once it is there", async () => {
    const schema = make();
    assert.equal(schema.vocabulary(), undefined);
    await schema.reload();
    const words = schema.vocabulary();
    assert.equal(words?.has("time_series"), true);
    assert.equal(words?.has("Hybrid Connector"), false);
    const fetch = () => Promise.resolve("{}");
    const unset = {
      fetch,
      files: new MemoryFileStorage(),
      origin: () => assert.fail("no service"),
    };
    assert.equal(new ConfigurationSchema(unset).vocabulary(), undefined);
  });

  it("is asked for without a key, and with it only after a refusal", async () => {
    await make().reload();
    await control().fault({ path: "/schema/", status: 401, errorCode: "UNAUTHORIZED" });
    await make().reload();
    const keys = (await control().schemaRequests()).map(
      ({ headers }) => "authorization" in headers,
    );
    assert.deepEqual(keys, [false, false, true]);
  });

  it("is used offline, whatever its age, and renewed when it can be", async () => {
    const files = new MemoryFileStorage();
    await make(files).reload();
    const [file = ""] = await files.list(["schemas"]);
    const kept = JSON.parse((await files.read(["schemas", file])) ?? "") as { fetchedAt: number };
    const old = { ...kept, fetchedAt: now - 1000 * hour };
    await files.write(["schemas", file], JSON.stringify(old));
    await control().fault({ path: "/schema/", reset: true });

    const schema = make(files);
    assert.match(await schema.text(), /Hybrid Connector/);
    await settled(schema);

    assert.equal(schema.state.kind === "failed" && schema.state.hasCached, true);
    assert.match(await schema.text(), /Hybrid Connector/);
    assert.equal(await asked(), 2);
    await schema.reload();
    assert.equal(schema.state.kind, "ready");
  });

  it("is known to be kept when to load it anew is the first that happens, and fails", async () => {
    const files = new MemoryFileStorage();
    await make(files).reload();
    await control().fault({ path: "/schema/", reset: true });
    const schema = make(files);
    await assert.rejects(schema.reload());
    assert.equal(schema.state.kind === "failed" && schema.state.hasCached, true);
  });

  it("is in use though it can be neither read nor kept", async () => {
    const files = new MemoryFileStorage();
    files.read = () => Promise.reject(new Error("The disk is broken."));
    files.write = () => Promise.reject(new Error("The disk is full."));
    const schema = make(files);
    assert.equal(await schema.text(), "{}");
    await settled(schema);
    assert.equal(schema.state.kind, "ready");
    assert.match(await schema.text(), /Hybrid Connector/);
    await schema.reload();
    assert.equal(schema.state.kind, "ready");
  });

  it("costs no request while it is younger than a day", async () => {
    const files = new MemoryFileStorage();
    await make(files).reload();
    await make(files).text();
    assert.equal(await asked(), 1);
  });

  it("is asked for once, however many want it, and not again at once after a failure", async () => {
    await control().fault({ path: "/schema/", status: 500, times: 0 });
    const schema = make();
    await Promise.all([schema.text(), schema.text()]);
    await settled(schema);
    await schema.text();
    assert.equal(await asked(), 1);
    await assert.rejects(schema.reload(), ApiError);
  });

  it("is not a page that came in its place", async () => {
    await control().fault({
      path: "/schema/",
      status: 200,
      body: "<html>",
      contentType: "text/html",
    });
    const schema = make();
    await assert.rejects(schema.reload());
    assert.equal(await schema.text(), "{}");
  });
});
