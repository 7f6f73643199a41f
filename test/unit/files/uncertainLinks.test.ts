import assert from "node:assert/strict";
import { UncertainLinks } from "../../../src/features/files/uncertainLinks";
import { MemoryStorage } from "../support/memoryStorage";

const file = "file:///folder/a.connector.json";

describe("Whether a file is still the one that was linked", () => {
  const stage = () => {
    const drawer = new MemoryStorage();
    const doubts = new UncertainLinks(drawer);
    doubts.confirm(file, 100);
    return { drawer, doubts };
  };

  it("is certain until it is removed, and again when the person has decided", () => {
    const { doubts } = stage();
    assert.equal(doubts.has(file), false);
    doubts.removed(file, undefined);
    assert.equal(doubts.has(file), true);
    assert.equal(doubts.has(`${file}.other`), false);
    doubts.confirm(file, 200);
    assert.equal(doubts.has(file), false);
  });

  it("is doubted through a reload of the window", () => {
    const { doubts, drawer } = stage();
    doubts.removed(file, undefined);
    assert.equal(new UncertainLinks(drawer).has(file), true);
  });

  it("is not doubted by news of an earlier removal that come late", () => {
    const { doubts } = stage();
    doubts.removed(file, 100);
    assert.equal(doubts.has(file), false);
    doubts.removed(file, 101);
    assert.equal(doubts.has(file), true);
  });

  it("is doubted where it was linked in another session, and for the latest thousand", () => {
    const doubts = new UncertainLinks(new MemoryStorage());
    for (let at = 0; at <= 1000; at++) {
      doubts.removed(`${file}${at}`, 5);
    }
    assert.deepEqual([doubts.has(`${file}0`), doubts.has(`${file}1000`)], [false, true]);
  });
});
