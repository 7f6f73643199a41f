import assert from "node:assert/strict";
import { writeLink } from "../../../src/features/files/fileLinks";
import { LinksError, LinksWriteError } from "../../../src/features/files/linkErrors";
import { link, links, place, stage } from "../support/links";

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

  it("that can't be written are remembered, through a reload too, so that nothing looks like somebody else's", async () => {
    const { disk, store, reloaded } = stage();
    await store.set(place("a"), link("a", "1"));
    disk.isReadOnly = true;
    for (const version of ["2", "3"]) {
      await assert.rejects(store.set(place("a"), link("a", version)), (error) => {
        assert.ok(error instanceof LinksWriteError);
        assert.match(error.message, /app\/supermetrics-connectors\.json.*EACCES/);
        return true;
      });
      assert.equal((await store.get(place("a")))?.version, version);
      assert.equal((await reloaded().get(place("a")))?.version, version);
    }
    disk.isReadOnly = false;
    await store.set(place("a"), link("a", "4"));
    assert.equal((await reloaded().get(place("a")))?.version, "4");
  });

  it("that were changed elsewhere count more than what was remembered", async () => {
    const { disk, store } = stage();
    await store.set(place("a"), link("a", "1"));
    disk.isReadOnly = true;
    await assert.rejects(store.set(place("a"), link("a", "2")));
    disk.text = writeLink(disk.text, "a", link("b", "7"));
    assert.deepEqual(await store.get(place("a")), link("b", "7"));
  });

  it("are remembered where a merge began before they could be written", async () => {
    const { disk, store } = stage();
    await store.set(place("a"), link("a", "1"));
    const { text } = disk;
    disk.text = "<<<<<<< HEAD\n";
    await assert.rejects(store.set(place("a"), link("a", "2")), LinksError);
    await assert.rejects(store.get(place("a")), LinksError);
    disk.text = text;
    assert.equal((await store.get(place("a")))?.version, "2");
  });
});
