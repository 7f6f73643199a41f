import assert from "node:assert/strict";
import { MergeCompletion } from "../../../src/features/configurations/mergeCompletion";

describe("A merge", () => {
  const text = '{"half":1}';

  it("is complete when it is saved by a person and closed at once", () => {
    const merge = new MergeCompletion();
    merge.saved(text, true);
    assert.deepEqual(merge.closed(), { kind: "completed", text });
  });

  it("is not complete by an auto-save, whatever was saved before it", () => {
    const merge = new MergeCompletion();
    merge.saved("{}", true);
    merge.saved(text, false);
    assert.deepEqual(merge.closed(), { kind: "interrupted", text });
  });

  it("is not complete by a person's save in the middle", () => {
    const merge = new MergeCompletion();
    merge.saved(text, true);
    merge.goesOn();
    assert.deepEqual(merge.closed(), { kind: "interrupted", text });
  });

  it("is complete with what was saved last, after saves in the middle", () => {
    const merge = new MergeCompletion();
    merge.saved("{}", true);
    merge.goesOn();
    merge.saved(text, true);
    assert.deepEqual(merge.closed(), { kind: "completed", text });
  });

  it("is complete with a draft where the person completes it and nothing is left to save", () => {
    const merge = new MergeCompletion();
    merge.saved(text, false);
    merge.completing(true);
    assert.deepEqual(merge.closed(), { kind: "completed", text });
  });

  it("goes on where the person is asked about conflicts, and does not complete it after all", () => {
    const merge = new MergeCompletion();
    merge.saved(text, false);
    merge.completing(true);
    merge.completing(false);
    assert.deepEqual(merge.closed(), { kind: "interrupted", text });
  });

  const markers = "{\n<<<<<<< Theirs\n1\n=======\n2\n>>>>>>> Mine\n}\n";
  for (const left of [markers, "{\r\n=======\r\n2}", "<<<<<<< HEAD"]) {
    it(`is not complete while it has conflicts, whoever saved it: ${JSON.stringify(left)}`, () => {
      const merge = new MergeCompletion();
      merge.saved(left, true);
      assert.deepEqual(merge.closed(), { kind: "unresolved", text: left });
      merge.completing(true);
      assert.deepEqual(merge.closed(), { kind: "unresolved", text: left });
    });
  }

  it("is not complete with a conflict that nobody has decided, unless the person says so", () => {
    const merge = new MergeCompletion((result) => result === text);
    merge.saved(text, true);
    assert.deepEqual(merge.closed(), { kind: "unresolved", text });
    merge.completing(true);
    assert.deepEqual(merge.closed(), { kind: "completed", text });
  });

  it("takes no text for a conflict that only speaks of one", () => {
    const merge = new MergeCompletion();
    const speaking = '{\n  "a": "<<<<<<< Theirs",\n  "=======": "\\n>>>>>>> "\n}';
    merge.saved(speaking, true);
    assert.deepEqual(merge.closed(), { kind: "completed", text: speaking });
  });

  it("leaves nothing where nothing was saved", () => {
    const merge = new MergeCompletion();
    merge.completing(true);
    assert.deepEqual(merge.closed(), { kind: "dropped" });
  });
});
