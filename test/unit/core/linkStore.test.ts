import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { defaultOrigin } from "../../../src/api/baseUrl";
import { LinkStore } from "../../../src/core/linkStore";
import { LinksError, type Link } from "../../../src/core/links";

const links = "file:///folder/supermetrics-connectors.json";
const place = (name: string) => ({ links, name });
const link = (identifier: string): Link => ({
  ref: { origin: defaultOrigin, teamId: "1", identifier },
  version: "0123456789abcdef0123456789abcdef",
  schemaAdded: false,
});

/** A disk that takes its time, so that deeds that do not wait for each other mix. */
function stage(text?: string) {
  const disk = { text, writes: 0, broken: undefined as Error | undefined };
  const store = new LinkStore({
    read: async () => {
      await setImmediate();
      if (disk.broken) {
        throw disk.broken;
      }
      return disk.text;
    },
    write: async (_, written) => {
      disk.writes++;
      disk.text = ""; // what is half written
      await setImmediate();
      disk.text = written;
    },
    path: () => "app/supermetrics-connectors.json",
  });
  return { disk, store };
}

describe("The links of files", () => {
  it("are all kept where several are written at once", async () => {
    const { store } = stage();
    const names = ["a", "b", "c", "d"];
    await Promise.all(names.map((name) => store.set(place(name), link(name))));
    const kept = await Promise.all(names.map((name) => store.get(place(name))));
    assert.deepEqual(
      kept.map((one) => one?.ref.identifier),
      names,
    );
  });

  it("are not read while they are half written", async () => {
    const { store } = stage();
    await store.set(place("a"), link("a"));
    const writing = store.set(place("b"), link("b"));
    assert.equal((await store.get(place("a")))?.ref.identifier, "a");
    await writing;
  });

  it("that stand in a file in the middle of a merge stay there, and the file is named", async () => {
    const text = '{\n<<<<<<< HEAD\n"a":1\n=======\n>>>>>>> b\n}';
    const { disk, store } = stage(text);
    const deeds = [
      store.get(place("b")),
      store.set(place("b"), link("b")),
      store.setIfNone(place("b"), link("b")),
    ];
    for (const deed of deeds) {
      await assert.rejects(deed, (error) => {
        assert.ok(error instanceof LinksError);
        assert.equal(error.uri, links);
        assert.match(error.message, /app\/supermetrics-connectors\.json.*Git conflict markers/);
        return true;
      });
    }
    assert.deepEqual([disk.text, disk.writes], [text, 0]);
  });

  it("are not taken for none where their file can't be read", async () => {
    const { disk, store } = stage("{}");
    disk.broken = new Error("No permission");
    await assert.rejects(
      store.set(place("a"), link("a")),
      /supermetrics-connectors.*No permission/,
    );
    disk.broken = undefined;
    assert.equal(disk.writes, 0);
    await store.set(place("a"), link("a"));
    assert.equal((await store.get(place("a")))?.ref.identifier, "a");
  });

  it("are not written anew where nothing changes, or where a file has one already", async () => {
    const { disk, store } = stage();
    await store.set(place("a"), link("a"));
    await store.set(place("a"), link("a"));
    await store.setIfNone(place("a"), link("b"));
    assert.equal((await store.get(place("a")))?.ref.identifier, "a");
    assert.equal(disk.writes, 1);
  });
});
