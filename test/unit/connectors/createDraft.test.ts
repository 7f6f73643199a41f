import assert from "node:assert/strict";
import {
  DraftStorage,
  emptyDraft,
  newConnectorFrom,
  type CreateDraft,
} from "../../../src/features/connectors/createDraft";
import { MemoryStorage } from "../support/memoryStorage";

const draft: CreateDraft = {
  name: " Räder 🚲 ",
  description: "By\tday ",
  source: { kind: "typed", identifier: "T3S" },
};

describe("CreateDraftKeeper", () => {
  it("gives back after a reload what was typed, to the blank", () => {
    const drawer = new MemoryStorage();
    new DraftStorage(drawer, "").keep(draft);
    assert.deepEqual(new DraftStorage(drawer, "").restore(), draft);
  });

  it("has nothing before, and nothing once the draft is dropped", () => {
    const keeper = new DraftStorage(new MemoryStorage(), "");
    assert.equal(keeper.restore(), undefined);
    keeper.keep(draft);
    keeper.drop();
    assert.equal(keeper.restore(), undefined);
  });

  it("keeps the drafts of different purposes apart", () => {
    const drawer = new MemoryStorage();
    const [plain, duplicate] = ["", "T3S70"].map((one) => new DraftStorage(drawer, one));
    assert.ok(plain && duplicate);
    plain.keep(draft);
    duplicate.keep({ ...draft, name: "Another" });
    duplicate.drop();
    assert.deepEqual(plain.restore(), draft);
  });

  it("takes what another version left, and it cannot read, for nothing", () => {
    const drawer = new MemoryStorage();
    const keeper = new DraftStorage(drawer, "");
    keeper.keep(draft);
    const [key = ""] = drawer.keys();
    for (const foreign of [null, "text", {}, { ...draft, source: { kind: "file" } }]) {
      void drawer.update(key, foreign);
      assert.equal(keeper.restore(), undefined);
    }
  });
});

describe("newConnectorFrom", () => {
  it("sends the texts as typed, but for blanks around them", () => {
    assert.deepEqual(newConnectorFrom({ ...draft, name: " a  b\t" }), {
      title: "a  b",
      description: "By\tday",
      duplicateOf: "T3S",
    });
  });

  it("starts from the default configuration unless something else is said", () => {
    assert.equal(newConnectorFrom({ ...emptyDraft, name: "A" }).duplicateOf, undefined);
  });

  it("duplicates what was picked or typed", () => {
    for (const source of [
      { kind: "connector", identifier: "T3S70" },
      { kind: "typed", identifier: " T3S70 " },
    ] as const) {
      assert.equal(newConnectorFrom({ ...draft, source }).duplicateOf, "T3S70");
    }
  });
});
