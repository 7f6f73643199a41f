import assert from "node:assert/strict";
import * as fc from "fast-check";
import { responsePlace } from "../../../src/features/rows/responsePlace";
import { assertLinear, repeated } from "../support/linear";

const place = (path: string, row = 0) =>
  responsePlace(
    { rowPlaces: ["/data/0", ""], columns: [{ id: "", label: "", dataType: "", path }] },
    row,
    0,
  );

describe("responsePlace", () => {
  it("goes from the row along a path of names and indexes", () => {
    assert.deepEqual(place("$.a.b"), ["data", "0", "a", "b"]);
    assert.deepEqual(place("$['a b'][2].c"), ["data", "0", "a b", "2", "c"]);
    assert.deepEqual(place("a.0"), ["data", "0", "a", "0"]);
    assert.deepEqual(place("/a~1b/c"), ["data", "0", "a/b", "c"]);
    assert.deepEqual(place("$.a", 1), ["a"]);
  });

  it("ends where a path stops to name one value", () => {
    assert.deepEqual(place("$.a[*].b"), ["data", "0", "a"]);
    assert.deepEqual(place("$..a"), ["data", "0"]);
    assert.deepEqual(place("$"), ["data", "0"]);
  });

  it("is the row's where no column is asked for, and nothing where the row's is not known", () => {
    const result = { rowPlaces: ["/data/0"], columns: [] };
    assert.deepEqual(responsePlace(result, 0), ["data", "0"]);
    assert.equal(responsePlace(result, 1), undefined);
    assert.equal(responsePlace({ columns: [] }, 0), undefined);
  });

  it("never throws, in time in proportion to the path", () => {
    fc.assert(fc.property(fc.string(), (path) => assert.ok(place(path))));
    assertLinear(place, repeated(".a"));
    assertLinear(place, repeated("['"));
  });
});
