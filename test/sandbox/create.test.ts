import assert from "node:assert/strict";
import { boilerplate, delicate } from "./boilerplate";
import { bodyOf, refusalOf, useSandbox } from "./testing";

interface Connector {
  connector_identifier: string;
  name: string;
  description: string | null;
  logo_url: string | null;
}

describe("sandbox: create", () => {
  const { ask, control } = useSandbox();
  const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) });
  const title = "Bikes / Räder 🚲";

  for (const [encoding, encode] of [
    ["form", form],
    ["JSON", (json: Record<string, string>) => ({ json })],
  ] as const) {
    it(`makes a connector from ${encoding}`, async () => {
      const answer = await ask("createConnector", encode({ title, description: "By hour" }));
      const { connector_identifier: connector, ...made } = bodyOf<Connector>(answer);
      assert.equal(answer.status, 201);
      assert.match(connector, /^[A-Z0-9]{5}$/);
      assert.deepEqual([made.name, made.description], [title, "By hour"]);
      const { status, text } = await ask("getConnector", { connector });
      assert.deepEqual([status, text], [200, answer.text]);
    });

    it(`needs a title in ${encoding}`, async () => {
      const answer = await ask("createConnector", encode({ description: "By hour" }));
      assert.equal(refusalOf(answer), "422 UNPROCESSABLE_ENTITY");
    });

    it(`duplicates a connector from ${encoding}`, async () => {
      const fields = { title, connector_identifier: "NUM83" };
      const made = bodyOf<Connector>(await ask("createConnector", encode(fields)));
      const stored = await control().connector("9007199254740993", made.connector_identifier);
      assert.equal(stored.configurationText, delicate);
      assert.equal(made.description, null);
    });

    it(`does not find a connector to duplicate from ${encoding}`, async () => {
      const fields = { title, connector_identifier: "NONE1" };
      assert.equal(refusalOf(await ask("createConnector", encode(fields))), "404 NOT_FOUND");
    });
  }

  it("starts with a connector configuration, without description, secrets and logs", async () => {
    const made = bodyOf<Connector>(await ask("createConnector", form({ title })));
    const connector = made.connector_identifier;
    const stored = await control().connector("9007199254740993", connector);
    assert.deepEqual(stored, { name: title, description: null, configurationText: boilerplate });
    assert.equal((await ask("listSecrets", { connector })).text, '{"count":0,"secrets":[]}');
    assert.equal((await ask("listLogs", { connector })).text, '{"logs":[]}');
  });

  it("makes a second connector of the same name", async () => {
    const first = bodyOf<Connector>(await ask("createConnector", form({ title })));
    const second = bodyOf<Connector>(await ask("createConnector", form({ title })));
    assert.notEqual(first.connector_identifier, second.connector_identifier);
    assert.equal(bodyOf<{ count: number }>(await ask("listConnectors")).count, 5);
  });

  it("counts code points against the limits", async () => {
    const long = { title: "🚲".repeat(255), description: "ä".repeat(1000) };
    assert.equal((await ask("createConnector", form(long))).status, 201);
    for (const more of [{ title: `${long.title}x` }, { description: `${long.description}x` }]) {
      const answer = await ask("createConnector", form({ ...long, ...more }));
      assert.equal(refusalOf(answer), "422 UNPROCESSABLE_ENTITY");
    }
  });

  it("refuses what is not JSON, or of the wrong type", async () => {
    const headers = { "content-type": "application/json" };
    const broken = await ask("createConnector", { body: "{", headers });
    assert.equal(refusalOf(broken), "400 BAD_REQUEST");
    for (const json of [[], { title: 1 }, { title, description: null }]) {
      const answer = await ask("createConnector", { json });
      assert.equal(refusalOf(answer), "422 UNPROCESSABLE_ENTITY");
    }
  });

  for (const [status, code] of [
    [400, "BAD_REQUEST"],
    [415, "UNSUPPORTED_MEDIA_TYPE"],
    [422, "UNPROCESSABLE_ENTITY"],
  ] as const) {
    it(`refuses the other encoding with ${status} when set to`, async () => {
      await control().settings({ createEncoding: "form", createEncodingRefusal: status });
      assert.equal(
        refusalOf(await ask("createConnector", { json: { title } })),
        `${status} ${code}`,
      );
      assert.equal((await ask("createConnector", form({ title }))).status, 201);
      await control().settings({ createEncoding: "json" });
      assert.equal(refusalOf(await ask("createConnector", form({ title }))), `${status} ${code}`);
      assert.equal((await ask("createConnector", { json: { title } })).status, 201);
    });
  }
});
