import assert from "node:assert/strict";
import * as fc from "fast-check";
import { query } from "jsonpath-rfc9535";
import { parsePath } from "../../../src/features/preview/jsonPath/parsePath";
import {
  isDocumented,
  isPlural,
  pathText,
  type Segment,
  type PathStep,
} from "../../../src/features/preview/jsonPath/path";
import { select, valueOf } from "../../../src/features/preview/jsonPath/select";
import { assertLinear, repeated } from "../support/linear";

function segments(path: string): readonly Segment[] {
  const parsed = parsePath(path);
  assert.ok("segments" in parsed, path);
  return parsed.segments;
}

const found = (value: unknown, path: string) =>
  select(value, segments(path)).map((one) => one.value);

/** Names that meet each other, so that paths find something. */
const name = fc.constantFrom("a", "b", "a.b", "0", "é", "it's", '"', "__proto__", "-1");

const value = fc.jsonValue({ maxDepth: 4 }).chain(
  (any) =>
    fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constant(any),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc
          .array(fc.tuple(name, tie("tree")), { maxLength: 4 })
          .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries)))),
      ),
    })).tree,
);

const segment: fc.Arbitrary<PathStep> = fc.oneof(
  fc.record({ kind: fc.constant("name" as const), name }),
  fc.record({ kind: fc.constant("index" as const), index: fc.integer({ min: -3, max: 3 }) }),
  fc.constant({ kind: "all" as const }),
);

/** As RFC 9535 spells it. */
const standard = (steps: readonly PathStep[]) =>
  `$${steps
    .map((one) =>
      one.kind === "all"
        ? "[*]"
        : `[${one.kind === "index" ? one.index : JSON.stringify(one.name)}]`,
    )
    .join("")}`;

describe("JSONPath", () => {
  it("reads the forms of the documentation", () => {
    const data = { a: [{ b: 1, "c.d": 2 }, { b: 3 }], e: { f: 4, g: 5 } };
    assert.deepEqual(found(data, "$"), [data]);
    assert.deepEqual(found(data, "$.a.*.b"), [1, 3]);
    assert.deepEqual(found(data, "$.a.0.b"), [1]);
    assert.deepEqual(found(data, "$.a.0['c.d']"), [2]);
    assert.deepEqual(found(data, "$.e.*"), [4, 5]);
    assert.deepEqual(found(data, "$.a[-1].b"), [3]);
    assert.deepEqual(found(data, "$.nothing.b"), []);
    assert.deepEqual(found(data, "$.a.b"), []);
    assert.deepEqual(found("text", "$.length"), []);
  });

  for (const path of [
    "",
    "a.b",
    "$.",
    "$a",
    "$.a b",
    "$.a-b",
    "$['a'",
    "$['a",
    "$[01]",
    "$[-0]",
    "$ ",
  ]) {
    it(`doesn't guess what ${path || "an empty path"} means`, () => {
      assert.deepEqual(parsePath(path), { problem: "malformed" });
    });
  }

  it("knows the forms that the documentation shows from those of RFC 9535 alone", () => {
    for (const path of ["$", "$.a.0.b", "$['a.b'][*]", "$.a.*"]) {
      assert.equal(isDocumented(segments(path)), true, path);
    }
    for (const path of ["$..a", "$[?@.a]", "$[1:2]", "$['a','b']", "$.a[0,1]", "$..*"]) {
      assert.equal(isDocumented(segments(path)), false, path);
    }
  });

  it("finds what RFC 9535 says", () => {
    fc.assert(
      fc.property(value, fc.array(segment, { maxLength: 5 }), (data, steps) => {
        const path = standard(steps);
        assert.deepEqual(found(data, path), query(data as Parameters<typeof query>[0], path));
      }),
      { numRuns: 2000 },
    );
  });

  it("gives what stands at the place that it names", () => {
    fc.assert(
      fc.property(value, fc.array(segment, { maxLength: 5 }), (data, steps) => {
        for (const match of select(data, steps)) {
          const { holder, key } = match;
          const there = Array.isArray(holder) ? holder[Number(key)] : holder[key];
          assert.deepEqual(there, match.value);
        }
        if (!isPlural(steps)) {
          assert.deepEqual(valueOf(data, steps), select(data, steps)[0]?.value);
        }
      }),
    );
  });

  it("spells paths so that they are read again", () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (steps) => {
        assert.deepEqual(parsePath(pathText(steps)), {
          segments: steps.map((one) => ({ ...one })),
        });
      }),
    );
  });

  it("takes any text in linear time", () => {
    fc.assert(fc.property(fc.string(), (path) => void parsePath(`$${path}`)));
    for (const part of [".a", "[*]", "['", "[", " ", ".0", "['\\", "[0", "..", "[ "]) {
      assertLinear((text) => parsePath(`$${text}`), repeated(part));
    }
  });
});
