import assert from "node:assert/strict";
import { getConnector, listConnectors } from "../../../src/features/connectors/connectorsApi";
import { ApiError, ContractError } from "../../../src/platform/http/errors";
import { defaultTeam, otherTeam } from "../../sandbox";
import { thrownBy, useApi } from "../support/api";

const path = `/v1/teams/${defaultTeam}/connector_builder/connectors`;
const json = { connector_identifier: "A", name: "B" };

describe("listConnectors", () => {
  const { control, send, account, signIn } = useApi();

  it("lists the team's connectors with one request", async () => {
    const { connectors, total } = await listConnectors(send, account());
    assert.equal(total, 3);
    assert.deepEqual(
      connectors.map(({ identifier, name, description }) => [identifier, name, description]),
      [
        ["T3S70", "Harbour Mail", "Newsletters by day"],
        ["B1K3S", "Bikes / Räder 🚲", undefined],
        ["NUM83", "Äpfel & Birnen", "Numbers that must not change"],
      ],
    );
    const requests = await control().requests();
    assert.deepEqual(
      requests.map((request) => `${request.method} ${request.path}${request.query}`),
      [`GET ${path}`],
    );
  });

  it("leaves the team's part of the path for nothing that is written in the ID", async () => {
    await assert.rejects(listConnectors(send, signIn("42/../4242?a=b")));
    const [request] = await control().requests();
    assert.match(request?.path ?? "", /^\/v1\/teams\/42%2F\.\.%2F4242%3Fa%3Db\/connector_builder/);
  });

  it("gives times as the service wrote them", async () => {
    const first = async () => (await listConnectors(send, account())).connectors[0];
    assert.equal((await first())?.updatedAt, "2026-10-02T16:45:12+00:00");
    await control().settings({ dateOnly: true });
    assert.equal((await first())?.createdAt, "2026-01-15");
  });

  it("lists nothing where there is nothing", async () => {
    assert.deepEqual(await listConnectors(send, signIn(otherTeam)), { connectors: [], total: 0 });
  });

  it("tells how many there are when the list is cut", async () => {
    await control().reset({ connectors: 1001 });
    const { connectors, total } = await listConnectors(send, account());
    assert.deepEqual([connectors.length, total], [1000, 1001]);
  });

  it("counts for itself where the service does not, or says too few", async () => {
    for (const count of [undefined, null, "2", 0]) {
      await control().fault({ status: 200, json: { count, connectors: [json, json] } });
      assert.equal((await listConnectors(send, account())).total, 2);
    }
  });

  it("reads connectors that have less than documented, and more", async () => {
    const connectors = [
      { connector_identifier: "LESS" },
      { ...json, name: "", description: "", logo_url: null, created_at: 5, more: { of: ["it"] } },
    ];
    await control().fault({ status: 200, json: { count: 2, connectors, next: null } });
    const blank = {
      description: undefined,
      logoUrl: undefined,
      createdAt: undefined,
      updatedAt: undefined,
    };
    assert.deepEqual((await listConnectors(send, account())).connectors, [
      { ...blank, identifier: "LESS", name: "LESS" },
      { ...blank, identifier: "A", name: "A" },
    ]);
  });

  it("leaves out what has no identifier, and keeps the rest", async () => {
    const connectors = [
      null,
      "A",
      {},
      { connector_identifier: "" },
      { connector_identifier: ".." },
      { connector_identifier: 7 },
    ];
    await control().fault({ status: 200, json: { connectors: [...connectors, json] } });
    const { connectors: read, total } = await listConnectors(send, account());
    assert.deepEqual(
      read.map(({ identifier }) => identifier),
      ["A"],
    );
    assert.equal(total, 7);
  });

  it("lists a connector once, however often the service does", async () => {
    await control().fault({ status: 200, json: { connectors: [json, json] } });
    const { connectors: read } = await listConnectors(send, account());
    assert.deepEqual(
      read.map(({ identifier }) => identifier),
      ["A"],
    );
  });

  it("takes an answer without a list for none", async () => {
    for (const body of [{ count: 0 }, { connectors: {} }, []]) {
      await control().fault({ status: 200, json: body });
      await thrownBy(listConnectors(send, account()), ContractError);
    }
  });
});

describe("getConnector", () => {
  const { control, send, ref } = useApi();

  it("asks for one by its identifier, whatever stands in it", async () => {
    const { connector } = await getConnector(send, ref("B1K3S"));
    assert.deepEqual([connector.identifier, connector.name], ["B1K3S", "Bikes / Räder 🚲"]);
    await assert.rejects(getConnector(send, ref("a/b?c#d é")));
    const paths = (await control().requests()).map((request) => request.path + request.query);
    assert.deepEqual(paths, [`${path}/B1K3S`, `${path}/a%2Fb%3Fc%23d%20%C3%A9`]);
  });

  it("is refused for one that does not exist", async () => {
    const { details } = await thrownBy(getConnector(send, ref("NONE1")), ApiError);
    assert.deepEqual([details.status, details.code], [404, "NOT_FOUND"]);
  });

  it("takes an answer without an identifier for none", async () => {
    await control().fault({ status: 200, json: { name: "A", configuration: {} } });
    await thrownBy(getConnector(send, ref("T3S70")), ContractError);
  });
});
