import assert from "node:assert/strict";
import { usePublishing } from "../support/publishing";

describe("A publication while a colleague changes something else", () => {
  const own = usePublishing();
  beforeEach(() => own.there('{"a":1.0}', { description: "Old" }));
  const colleague = (change: object, more: object = {}) =>
    own.control().fault({
      method: "PUT",
      colleague: {
        when: "after",
        team: own.ref().teamId,
        identifier: own.ref().identifier,
        change,
      },
      ...more,
    });

  it("is published where they rename, and is not taken for another form", async () => {
    await colleague({ name: "Their Version" });
    const publication = await own.publishText('{"b":1}', '{"a":1.0}');
    assert.ok(publication.kind === "published" && !publication.isRewritten);
  });

  it("is a conflict where both rename", async () => {
    await colleague({ name: "Their Version" });
    assert.equal((await own.publish({ name: "Your Changes" })).kind, "conflict");
    await colleague({ name: "Theirs again" }, { reset: true });
    assert.equal((await own.publish({ name: "Your Changes" })).kind, "conflict");
  });

  it("is not published where its answer is lost and the text is what it was", async () => {
    await colleague({ description: "Their Version" }, { reset: true });
    assert.equal((await own.publishText('{"a":1}', '{"a":1.0}')).kind, "refused");
  });
});
