import assert from "node:assert/strict";
import { Configurations } from "../../../src/features/configurations/configurations";
import { EditBases } from "../../../src/features/configurations/editBases";
import type { ConnectorRef } from "../../../src/platform/connectorRef";
import { useService } from "../support/client";
import { MemoryStorage } from "../support/memoryStorage";

describe("Configurations", () => {
  const service = useService();
  let time = 0;
  let open: Set<string>;
  let configurations: Configurations;
  beforeEach(() => {
    open = new Set();
    time = Date.UTC(2026, 9, 2);
    configurations = new Configurations(
      service.sendWith(),
      { isOpen: ({ identifier }) => open.has(identifier), isDirty: () => false },
      new EditBases(new MemoryStorage()),
      () => time,
    );
  });

  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  const ref = (identifier = "T3S70"): ConnectorRef => ({ ...service.account(), identifier });
  const textOf = async (wanted = ref()) =>
    new TextDecoder().decode((await configurations.load(wanted)).bytes);
  const count = async () => (await service.requests()).length;

  it("loads text, times and the connector with one request", async () => {
    const file = await configurations.load(ref());
    assert.equal(file.connector.name, "Harbour Mail");
    assert.equal(file.createdAt, Date.parse("2026-01-15T08:30:00Z"));
    assert.equal(file.updatedAt, Date.parse("2026-10-02T16:45:12Z"));
    const { configurationText } = await service
      .control()
      .connector(service.account().teamId, "T3S70");
    assert.deepEqual(JSON.parse(await textOf()), JSON.parse(configurationText));
    assert.equal(await count(), 1);
  });

  it("answers both questions of an editor that opens a document with the same request", async () => {
    await Promise.all([configurations.load(ref()), configurations.load(ref())]);
    await configurations.load(ref());
    assert.equal(await count(), 1);
  });

  it("asks again for a document that was closed meanwhile, but not while it is open", async () => {
    await configurations.load(ref());
    open.add("T3S70");
    pass(3600);
    await configurations.load(ref());
    assert.equal(await count(), 1);
    open.clear();
    await configurations.load(ref());
    assert.equal(await count(), 2);
  });

  const theirs = () =>
    service.control().changeConnector(service.account().teamId, "T3S70", {
      configurationText: '{"theirs":1}',
    });

  it("tells that another version has taken the place of the one before, not that the first has come", async () => {
    const replaced: string[] = [];
    configurations.onDidReplace(({ identifier }) => replaced.push(identifier));
    await configurations.load(ref());
    configurations.expire(ref());
    await configurations.load(ref());
    assert.deepEqual(replaced, []);
    await theirs();
    configurations.expire(ref());
    await configurations.load(ref());
    assert.deepEqual(replaced, ["T3S70"]);
  });

  it("asks again, however soon, for what no tab shows any more, and moves its time on", async () => {
    const before = await configurations.load(ref());
    await theirs();
    configurations.expire(ref());
    const file = await configurations.load(ref());
    assert.equal(file.published, '{"theirs":1}');
    assert.ok(file.updatedAt > before.updatedAt);
    assert.equal(await textOf(), '{\n  "theirs": 1\n}\n');
    assert.equal(await count(), 2);
  });

  it("goes on with what was loaded where it cannot be asked for again", async () => {
    await configurations.load(ref());
    configurations.expire(ref());
    await service.control().fault({ reset: true });
    await assert.rejects(configurations.load(ref()));
    assert.equal(configurations.loaded(ref())?.connector.name, "Harbour Mail");
    await theirs();
    assert.equal(await textOf(), '{\n  "theirs": 1\n}\n');
  });

  it("asks for what is read again, and gives what was loaded where that fails", async () => {
    open.add("T3S70");
    const before = await configurations.load(ref());
    await service.control().fault({ reset: true });
    assert.equal(await configurations.loadAgain(ref()), before);
    const same = await configurations.loadAgain(ref());
    assert.equal(same.updatedAt, before.updatedAt);
    await theirs();
    const file = await configurations.loadAgain(ref());
    assert.equal(file.published, '{"theirs":1}');
    assert.ok(file.updatedAt > before.updatedAt);
    assert.equal(await configurations.load(ref()), file);
  });

  it("gives what was published meanwhile, where it is read again and the answer is older", async () => {
    open.add("T3S70");
    const { connector } = await configurations.load(ref());
    await theirs();
    const reading = configurations.loadAgain(ref());
    configurations.put(ref(), { connector, name: undefined, text: '{"mine":1}' });
    assert.equal((await reading).published, '{"mine":1}');
    assert.equal(configurations.loaded(ref())?.published, '{"mine":1}');
  });

  it("asks again once it was released or everything was forgotten", async () => {
    await configurations.load(ref());
    await service.control().changeConnector(service.account().teamId, "T3S70", {
      configurationText: '{"new":1}',
    });
    configurations.documentClosed(ref());
    assert.equal(await textOf(), '{\n  "new": 1\n}\n');
    configurations.clear();
    await configurations.load(ref());
    assert.equal(await count(), 3);
  });

  it("needs no request for a configuration that an answer brought", async () => {
    const connector = { identifier: "NEW01", name: "New" };
    configurations.putFromAnswer(ref("NEW01"), { connector, configurationText: '{"a":1.0}' });
    assert.equal(await textOf(ref("NEW01")), '{\n  "a": 1.0\n}\n');
    assert.equal(await count(), 0);
  });

  it("asks where the answer brought the connector without its configuration", async () => {
    configurations.putFromAnswer(ref(), { connector: { identifier: "T3S70", name: "Any" } });
    assert.equal((await configurations.load(ref())).connector.name, "Harbour Mail");
    assert.equal(await count(), 1);
  });

  it("has times even where the server tells none that can be read", async () => {
    const json = {
      connector_identifier: "T3S70",
      created_at: "soon",
      updated_at: "2026-10-02",
      configuration: { configuration_json: {} },
    };
    await service.control().fault({ status: 200, json });
    const { createdAt, updatedAt } = await configurations.load(ref());
    assert.deepEqual([createdAt, updatedAt], [Date.UTC(2026, 9, 2), Date.UTC(2026, 9, 2)]);
  });
});
