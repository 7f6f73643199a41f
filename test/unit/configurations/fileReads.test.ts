import assert from "node:assert/strict";
import { FileReads } from "../../../src/features/configurations/fileReads";

describe("FileReads", () => {
  let reads: FileReads;
  let now: number;
  beforeEach(() => {
    now = 10_000;
    reads = new FileReads(() => now);
  });

  it("takes no read for a repeated one that another time was told before", () => {
    assert.ok(!reads.isRepeated("a"), "the first");
    reads.statted("a", 1);
    reads.statted("a", 2);
    assert.ok(!reads.isRepeated("a"), "it has changed");
  });

  it("takes two reads for needed ones where both were asked for before either", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    reads.statted("a", 2);
    reads.statted("a", 2);
    assert.ok(!reads.isRepeated("a"));
    assert.ok(!reads.isRepeated("a"));
    now += 2000;
    assert.ok(reads.isRepeated("a"));
  });

  it("takes a read for a needed one that comes while the editor is still taking over a change", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    assert.ok(reads.isRepeated("a"), "nothing has changed");
    reads.statted("a", 2);
    reads.isRepeated("a");
    reads.statted("a", 2);
    assert.ok(!reads.isRepeated("a"));
    now += 2000;
    assert.ok(reads.isRepeated("a"));
  });

  it("expects no read any more once the editor has asked for the time of what it has", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    reads.statted("a", 2);
    reads.statted("a", 2);
    reads.isRepeated("a");
    reads.statted("a", 2);
    now += 2000;
    assert.ok(reads.isRepeated("a"));
  });

  it("takes a read for a repeated one that brings nothing new by its time", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    assert.ok(reads.isRepeated("a"));
    reads.statted("a", 1);
    assert.ok(reads.isRepeated("a"));
    reads.statted("b", 1);
    assert.ok(!reads.isRepeated("b"), "another file");
  });

  it("does so where the editor has what it wrote", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    reads.written("a", 2);
    reads.statted("a", 2);
    assert.ok(reads.isRepeated("a"));
  });

  it("begins anew once the document was closed", () => {
    reads.isRepeated("a");
    reads.statted("a", 1);
    reads.closed("a");
    reads.statted("a", 1);
    assert.ok(!reads.isRepeated("a"));
  });
});
