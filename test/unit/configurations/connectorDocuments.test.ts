import assert from "node:assert/strict";
import {
  joinDocuments,
  mainDocument,
  UneditedDocuments,
} from "../../../src/features/configurations/connectorDocuments";

const held = (
  name: string,
  given: { isDirty?: boolean; isShown?: boolean; says?: string } = {},
) => ({
  name,
  isDirty: false,
  isShown: true,
  says: "loaded",
  ...given,
});
const joined = (...documents: ReturnType<typeof held>[]) => {
  const { main, redundant } = joinDocuments(documents, ({ says }) => says === "loaded");
  return [main?.name, redundant.map(({ name }) => name)];
};

describe("Documents in which nothing was typed", () => {
  it("have said what was loaded, though the editor has not yet taken what was loaded since", () => {
    const unedited = new UneditedDocuments();
    const [shown, restored] = [{}, {}];
    assert.equal(unedited.has(shown, true), true);
    assert.equal(unedited.has(restored, false), false, "with an edit");
    assert.equal(unedited.has(shown, false), true);
    assert.equal(unedited.has(restored, false), false);
  });
});

describe("The documents of one connector", () => {
  it("are worked with in the one that is edited, wherever it stands", () => {
    assert.equal(mainDocument([held("a"), held("b", { isDirty: true })])?.name, "b");
    assert.equal(mainDocument([held("a", { isDirty: true }), held("b")])?.name, "a");
  });

  it("are worked with in the one that a tab shows, where none is edited", () => {
    assert.equal(mainDocument([held("a", { isShown: false }), held("b")])?.name, "b");
    assert.equal(mainDocument([held("a"), held("b")])?.name, "a");
    assert.equal(mainDocument([]), undefined);
  });

  it("give way to the edited one, or to the one that was there first", () => {
    assert.deepEqual(joined(held("old"), held("new", { isDirty: true })), ["new", ["old"]]);
    assert.deepEqual(joined(held("old"), held("new")), ["old", ["new"]]);
    assert.deepEqual(joined(held("only")), ["only", []]);
  });

  it("stay where something was typed, also where the editor has not told that yet", () => {
    const typed = { says: "typed" };
    assert.deepEqual(joined(held("old", typed), held("new")), ["old", ["new"]]);
    assert.deepEqual(joined(held("old"), held("new", typed)), ["new", ["old"]]);
    const [a, b] = [held("a", { isDirty: true }), held("b", { isDirty: true })];
    assert.deepEqual(joined(a, b), ["a", []]);
    assert.deepEqual(joined(held("a", typed), b), ["b", []]);
  });
});
