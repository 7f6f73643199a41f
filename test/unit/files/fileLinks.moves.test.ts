import assert from "node:assert/strict";
import { LinksError, LinksWriteError } from "../../../src/features/files/linkErrors";
import { link, place, stage } from "../support/links";

describe("The links of files that are renamed, moved or removed", () => {
  const other = { links: "file:///other/supermetrics-connectors.json", name: "a" };

  it("follow a file to another name, and leave nothing behind", async () => {
    const { disk, store } = stage();
    await store.set(place("a"), link("a"));
    await store.move(place("a"), place("b"));
    assert.deepEqual(await store.get(place("b")), link("a"));
    assert.equal(await store.get(place("a")), undefined);
    assert.deepEqual(Object.keys(JSON.parse(disk.text ?? "") as object), ["b"]);
  });

  it("follow a file to another folder", async () => {
    const { disk, store } = stage();
    await store.set(place("a"), link("a"));
    await store.move(place("a"), other);
    assert.deepEqual(await store.get(other), link("a"));
    assert.equal(await store.get(place("a")), undefined);
    assert.equal(disk.text, "{}\n");
  });

  it("of a file go where another one without a link takes its name", async () => {
    const { store } = stage();
    await store.set(place("a"), link("a"));
    await store.move(place("new"), place("a"));
    assert.equal(await store.get(place("a")), undefined);
  });

  it("are followed where they can't be written: no link stays for a new file of the old name", async () => {
    const { disk, store, reloaded } = stage();
    await store.set(place("a"), link("a"));
    disk.isReadOnly = true;
    await assert.rejects(store.move(place("a"), place("b")), LinksWriteError);
    for (const one of [store, reloaded()]) {
      assert.deepEqual(await one.get(place("b")), link("a"));
      assert.equal(await one.get(place("a")), undefined);
    }
  });

  it("of files that are there no more go when another one is linked to the same connector", async () => {
    const { disk, store } = stage();
    for (const name of ["gone", "there", "another"]) {
      await store.set(place(name), link(name === "another" ? "b" : "a"));
    }
    disk.gone = ["gone", "another"];
    await store.set(place("new"), link("a"));
    const left = Object.keys(JSON.parse(disk.text ?? "") as object);
    assert.deepEqual(left, ["another", "new", "there"]);
  });

  it("of a merge are not followed, and stay", async () => {
    const { disk, store } = stage("<<<<<<< HEAD\n");
    await assert.rejects(store.move(place("a"), place("b")), LinksError);
    assert.deepEqual([disk.text, disk.writes], ["<<<<<<< HEAD\n", 0]);
  });
});
