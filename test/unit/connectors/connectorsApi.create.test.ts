import assert from "node:assert/strict";
import {
  postConnector,
  type CreateEncoding,
  type NewConnector,
} from "../../../src/features/connectors/connectorsApi";
import { ApiError, CancelledError, ContractError } from "../../../src/platform/http/errors";
import { defaultTeam } from "../../sandbox";
import { thrownBy, useApi } from "../support/api";

const title = "Räder & Söhne / 100% + 🚲";
const plain: NewConnector = { title, description: "" };

describe("postConnector", () => {
  const { control, send, account } = useApi();
  const post = (connector: NewConnector, encoding: CreateEncoding = "form") =>
    postConnector(send, account(), connector, encoding, new AbortController().signal);
  const bodies = async () => (await control().requests()).map(({ body }) => body);

  for (const encoding of ["form", "json"] as const) {
    it(`creates a connector from ${encoding}, as the service then has it`, async () => {
      const { connector, configurationText } = await post(
        { title, description: "=1+1&x\nline" },
        encoding,
      );
      const stored = await control().connector(defaultTeam, connector.identifier);
      assert.deepEqual([stored.name, stored.description], [title, "=1+1&x\nline"]);
      assert.deepEqual([connector.name, connector.description], [title, "=1+1&x\nline"]);
      assert.deepEqual(JSON.parse(configurationText ?? ""), JSON.parse(stored.configurationText));
    });

    it(`duplicates a connector from ${encoding}`, async () => {
      const { connector } = await post({ ...plain, duplicateOf: "NUM83" }, encoding);
      const { configurationText } = await control().connector(defaultTeam, connector.identifier);
      assert.match(configurationText, /"big":12345678901234567890/);
    });
  }

  it("sends exactly the documented fields, and leaves out the empty ones", async () => {
    await post({ title: "A b", description: "c&d", duplicateOf: "T3S70" });
    await post({ title: "A b", description: "", duplicateOf: "" });
    await post({ title: "A b", description: "c&d", duplicateOf: "T3S70" }, "json");
    await post({ title: "A b", description: "" }, "json");
    assert.deepEqual(await bodies(), [
      "title=A+b&description=c%26d&connector_identifier=T3S70",
      "title=A+b",
      '{"title":"A b","description":"c&d","connector_identifier":"T3S70"}',
      '{"title":"A b"}',
    ]);
  });

  it("makes a second connector where it is called a second time", async () => {
    const [one, two] = [await post(plain), await post(plain)];
    assert.notEqual(one.connector.identifier, two.connector.identifier);
  });

  it("is refused where the connector to duplicate does not exist", async () => {
    const { details } = await thrownBy(post({ ...plain, duplicateOf: "NONE1" }), ApiError);
    assert.deepEqual([details.status, details.code], [404, "NOT_FOUND"]);
  });

  it("does not ask again in the other encoding by itself", async () => {
    await control().settings({ createEncoding: "json" });
    const { details } = await thrownBy(post(plain), ApiError);
    assert.equal(details.status, 415);
    assert.equal((await bodies()).length, 1);
  });

  it("takes a success without a connector for none", async () => {
    await control().fault({ status: 201, json: { name: "A" } });
    await thrownBy(post(plain), ContractError);
  });

  it("can be cancelled", async () => {
    const call = postConnector(send, account(), plain, "form", AbortSignal.abort());
    assert.equal((await thrownBy(call, CancelledError)).sent, false);
    assert.deepEqual(await bodies(), []);
  });
});
