import assert from "node:assert/strict";
import { hasUnresolvedConflicts } from "../../../src/features/configurations/unresolvedConflicts";

const text = (members: object) => `${JSON.stringify(members, undefined, 2)}\n`;
const base = { a: 1, between: 0, more: 0, b: 1, last: 0 };

describe("Conflicts in the result of a merge", () => {
  const sides = (theirs: object, yours: object) => ({
    base: text(base),
    theirs: text({ ...base, ...theirs }),
    yours: text({ ...base, ...yours }),
  });
  const both = sides({ a: 2, b: 2 }, { a: 3, b: 3 });

  for (const [name, given, result, isLeft] of [
    ["nothing is decided", both, {}, true],
    ["one of two is decided", both, { a: 3 }, true],
    ["both are decided", both, { a: 3, b: 2 }, false],
    ["something else is written", both, { a: 4, b: 5 }, false],
    ["each side changed another line", sides({ a: 2 }, { b: 3 }), {}, false],
    ["both sides changed the same", sides({ a: 2 }, { a: 2 }), {}, false],
    ["both added at one place", sides({ z: 1 }, { y: 1 }), {}, true],
    ["what both added is taken", sides({ z: 1 }, { y: 1 }), { z: 1, y: 1 }, false],
  ] as const) {
    it(`are ${isLeft ? "" : "not "}left where ${name}`, () => {
      assert.equal(hasUnresolvedConflicts(given, text({ ...base, ...result })), isLeft);
    });
  }

  it("are looked for in any layout, and in a result with other line ends", () => {
    const { theirs, yours } = both;
    const minified = { base: JSON.stringify(base), theirs, yours };
    assert.equal(hasUnresolvedConflicts(minified, text(base).replaceAll("\n", "\r\n")), true);
  });

  it("are not found where that takes too long", () => {
    const long = (seed: number) =>
      JSON.stringify(Array.from({ length: 50_000 }, (_, index) => (index * seed) % 9973));
    const all = { base: long(7), theirs: long(11), yours: long(13) };
    assert.equal(hasUnresolvedConflicts(all, long(17)), false);
  });
});
