import assert from "node:assert/strict";
import * as fc from "fast-check";
import { versionId } from "../../../src/platform/json/tokens";
import {
  versionFileName,
  parseVersionFileName,
  type Version,
} from "../../../src/features/configurations/versionFileName";

const id = versionId("{}");
const time = fc.integer({ min: 0, max: 9_999_999_999_999 });

const version: fc.Arbitrary<Version> = fc.record(
  {
    order: time,
    at: time,
    origin: fc.constantFrom("here", "elsewhere", "edit"),
    length: fc.nat(),
    id: fc.string().map((text) => versionId(JSON.stringify(text))),
  },
  { noNullPrototype: true },
);

describe("The name of a version's file", () => {
  it("says all that is known of the version", () => {
    fc.assert(
      fc.property(version, (one) =>
        assert.deepEqual(parseVersionFileName(versionFileName(one)), one),
      ),
    );
  });

  it("is the same for ever: what an earlier version of the extension kept must be found", () => {
    const kept: Version = { order: 1_790_000_000_001, at: 7, origin: "edit", length: 12, id };
    assert.equal(versionFileName(kept), `1790000000001.7.edit.12.${id}.json`);
  });

  it("can stand on any disk, whether it knows case or not", () => {
    fc.assert(
      fc.property(version, (one) => {
        assert.match(versionFileName(one), /^[0-9a-z.]+\.json$/);
        assert.ok(versionFileName(one).length < 120);
      }),
    );
  });

  for (const foreign of [
    "",
    "notes.txt",
    ".DS_Store",
    `1.2.here.3.${id}`,
    `1.2.here.3.${id}.json.bak`,
    `copy 1.2.here.3.${id}.json`,
    `-1.2.here.3.${id}.json`,
    `1.2.there.3.${id}.json`,
    `1.2.here.3.${id.slice(1)}.json`,
    `1.2.here.3.${id.slice(1)}G.json`,
    `1.2.3.${id}.json`,
    `1.5.2.here.3.${id}.json`,
    `1${"0".repeat(15)}.2.here.3.${id}.json`,
  ]) {
    it(`is not “${foreign}”`, () => assert.equal(parseVersionFileName(foreign), undefined));
  }
});
