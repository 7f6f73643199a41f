import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  descriptionRemark,
  duplicateName,
  identifierRemark,
  nameRemark,
} from "../../../src/features/connectors/fieldLimits";

describe("nameRemark", () => {
  it("wants a name that is more than blanks", () => {
    for (const blank of ["", " ", "\t\u00a0"]) {
      assert.deepEqual(nameRemark(blank), { severity: "error", text: "Enter a name." });
    }
  });

  it("says nothing while there is plenty of room", () => {
    assert.equal(nameRemark("Harbour Mail"), undefined);
    assert.equal(nameRemark("x".repeat(229)), undefined);
  });

  it("says how many are left near the end, down to none", () => {
    assert.deepEqual(nameRemark("x".repeat(230)), {
      severity: "info",
      text: "25 characters left.",
    });
    assert.deepEqual(nameRemark("x".repeat(255)), { severity: "info", text: "0 characters left." });
  });

  it("says by how many it is too long", () => {
    assert.deepEqual(nameRemark("x".repeat(258)), {
      severity: "error",
      text: "Too long by 3. The limit is 255 characters.",
    });
  });

  it("counts an emoji once, as the API does, though JavaScript counts two", () => {
    assert.equal(nameRemark("🚲".repeat(255))?.severity, "info");
    assert.equal(nameRemark("🚲".repeat(256))?.severity, "error");
  });

  it("counts every code point of a family, not the family once", () => {
    assert.equal(nameRemark("👩‍👧".repeat(85))?.text, "0 characters left.");
  });

  it("does not count blanks around it, which are not sent", () => {
    assert.equal(nameRemark(`  ${"x".repeat(255)}\n`)?.severity, "info");
  });
});

describe("descriptionRemark", () => {
  it("lets a description be empty, and 1,000 long", () => {
    assert.equal(descriptionRemark(""), undefined);
    assert.equal(descriptionRemark("x".repeat(899)), undefined);
    assert.equal(descriptionRemark("x".repeat(900))?.text, "100 characters left.");
    assert.equal(descriptionRemark("x".repeat(1000))?.severity, "info");
    assert.equal(descriptionRemark("x".repeat(1001))?.severity, "error");
  });
});

describe("identifierRemark", () => {
  it("takes what the API documents, blanks around it apart", () => {
    for (const good of ["T3S70", "a", "_", "-", " T3S70 ", "x".repeat(100)]) {
      assert.equal(identifierRemark(good), undefined, good);
    }
  });

  it("refuses everything else", () => {
    for (const bad of ["", " ", "a b", "a/b", "ä", "T3S70;", "..", "x".repeat(101), "a\nb"]) {
      assert.equal(identifierRemark(bad)?.severity, "error", bad);
    }
  });
});

describe("duplicateName", () => {
  it("says that it is a copy", () => {
    assert.equal(duplicateName("Harbour Mail"), "Harbour Mail (copy)");
  });

  it("is a name that can be sent, whatever the original is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), (name) => {
        const copy = duplicateName(name);
        assert.notEqual(nameRemark(copy)?.severity, "error");
        assert.ok(copy.endsWith(" (copy)"));
      }),
    );
  });

  it("shortens a long name between characters, not within one", () => {
    const copy = duplicateName("🚲".repeat(255));
    assert.equal(copy, `${"🚲".repeat(248)} (copy)`);
  });

  it("does not take a name with braces for a pattern", () => {
    assert.equal(duplicateName("{0} {1}"), "{0} {1} (copy)");
  });
});
