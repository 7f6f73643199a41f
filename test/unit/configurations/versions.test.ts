import assert from "node:assert/strict";
import { defaultOrigin } from "../../../src/platform/http/baseUrl";
import { versionId } from "../../../src/platform/json/tokens";
import { versionLimits, Versions } from "../../../src/features/configurations/versions";
import { MemoryFileStorage } from "../support/memoryFileStorage";

describe("Versions", () => {
  const ref = { origin: defaultOrigin, teamId: "1", identifier: "T3S70" };
  let files: MemoryFileStorage;
  let versions: Versions;
  let now: number;
  beforeEach(() => {
    files = new MemoryFileStorage();
    now = 1_000_000;
    versions = new Versions(files, versionLimits, () => now++);
  });
  const add = (text: string, of = ref) => versions.add(of, text, "elsewhere", 1000);
  const texts = async (of = ref) =>
    Promise.all((await versions.list(of)).map(({ id }) => versions.text(of, id)));

  it("are kept with what is known of them, the newest first", async () => {
    await versions.add(ref, '{"a":1}', "elsewhere", 1000);
    await versions.add(ref, '{ "a": 2 }', "here", 2000);
    const [newest, oldest] = await versions.list(ref);
    assert.deepEqual(
      [newest?.origin, newest?.at, newest?.id],
      ["here", 2000, versionId('{"a":2}')],
    );
    assert.deepEqual([oldest?.origin, oldest?.at], ["elsewhere", 1000]);
    assert.deepEqual(await texts(), ['{ "a": 2 }', '{"a":1}']);
  });

  it("are kept with what no encoding can carry spelled out", async () => {
    await add('{"a":"\ud800"}');
    assert.deepEqual(await texts(), ['{"a":"\\ud800"}']);
  });

  it("are not kept twice in a row, but again when they come back", async () => {
    await Promise.all([add('{"a":1}'), add('{ "a" : 1 }'), add('{"b":1}'), add('{"a":1}')]);
    assert.deepEqual(await texts(), ['{"a":1}', '{"b":1}', '{"a":1}']);
  });

  it("keep their order while the clock stands still, or goes back", async () => {
    versions = new Versions(files, versionLimits, () => now);
    now = 5000;
    await add("1");
    await add("2");
    now = 4000;
    await add("3");
    assert.deepEqual(await texts(), ["3", "2", "1"]);
  });

  it("are at most a hundred, of which the oldest go", async () => {
    for (let index = 1; index <= 105; index++) {
      await add(String(index));
    }
    const kept = await texts();
    assert.equal(kept.length, 100);
    assert.equal(kept.at(-1), "6");
  });

  it("are of a limited length together, but always two", async () => {
    assert.deepEqual(versionLimits, { versions: 100, length: 20_000_000 });
    versions = new Versions(files, { versions: 100, length: 20 });
    for (const text of ['"1234567"', '"2345678"', '"3456789"']) {
      await add(text);
    }
    assert.deepEqual(await texts(), ['"3456789"', '"2345678"']);
    await add('"longer than all of them"');
    assert.deepEqual(await texts(), ['"longer than all of them"', '"3456789"']);
  });

  it("take a thousand that were left, and what is none of theirs", async () => {
    await add("0");
    const [first] = files.files.values();
    const folder = first?.path.slice(0, -1) ?? [];
    for (let index = 1; index <= 1000; index++) {
      const id = versionId(String(index));
      await files.write([...folder, `${index}.${index}.here.1.${id}.json`], String(index));
    }
    await files.write([...folder, "notes.txt"], "mine");
    assert.equal((await versions.list(ref)).length, 1001);
    await add("new");
    assert.equal((await versions.list(ref)).length, 100);
    assert.equal(await files.read([...folder, "notes.txt"]), "mine");
  });

  it("of one connector, team or service are not those of another", async () => {
    await add("1");
    for (const other of [
      { ...ref, identifier: "t3s70" },
      { ...ref, teamId: "2" },
      { ...ref, origin: "https://eu.example.org" },
    ]) {
      assert.deepEqual(await versions.list(other), []);
      await add("2", other);
    }
    assert.deepEqual(await texts(), ["1"]);
  });

  it("are kept where the service's clock was never set, and whatever an identifier is", async () => {
    const odd = { ...ref, identifier: "..\\x/../y" };
    await versions.add(odd, "1", "elsewhere", Date.parse("0001-01-01T00:00:00Z"));
    await versions.add(odd, "1", "elsewhere", Date.parse("0001-01-01T00:00:00Z"));
    assert.deepEqual(
      (await versions.list(odd)).map(({ at }) => at),
      [0],
    );
    const [file] = files.files.values();
    assert.ok(file?.path.every((segment) => !/[\\/]|^\.\.?$/.test(segment)));
  });

  it("are added by two windows", async () => {
    const other = new Versions(files);
    await add("1");
    await other.add(ref, "2", "here", 1000);
    await add("3");
    assert.deepEqual(await texts(), ["3", "2", "1"]);
  });

  it("go on after one could not be kept", async () => {
    files.broken = new Error("The disk is full");
    await assert.rejects(add("1"), /disk is full/);
    await add("2");
    assert.deepEqual(await texts(), ["2"]);
  });

  it("are gone when they are removed", async () => {
    assert.ok(await versions.isEmpty());
    await add("1");
    assert.ok(!(await versions.isEmpty()));
    await versions.removeAll();
    assert.ok(await versions.isEmpty());
    assert.equal(await versions.text(ref, versionId("1")), undefined);
  });
});
