import assert from "node:assert/strict";
import * as fc from "fast-check";
import { byName, recentFirst } from "../../../src/features/connectors/connectorOrder";

const connectorsOf = (...names: readonly string[]) =>
  names.map((name, index) => ({ identifier: `ID${index}`, name }));
const namesOf = (connectors: readonly { readonly name: string }[]) =>
  connectors.map(({ name }) => name);

describe("byName", () => {
  it("sorts as people read: neither capitals nor accents make a group of their own", () => {
    const sorted = byName(connectorsOf("Zebra", "éclair", "banana", "Eclipse", "Apple", "apple"));
    assert.deepEqual(namesOf(sorted), ["apple", "Apple", "banana", "éclair", "Eclipse", "Zebra"]);
  });

  it("counts: 2 comes before 10", () => {
    const sorted = byName(connectorsOf("Shop 10", "Shop 2", "Shop 1"));
    assert.deepEqual(namesOf(sorted), ["Shop 1", "Shop 2", "Shop 10"]);
  });

  it("tells namesakes apart by their identifiers, so that the order never changes by itself", () => {
    const namesakes = ["B", "C", "A"].map((identifier) => ({ identifier, name: "Same" }));
    assert.deepEqual(
      byName(namesakes).map(({ identifier }) => identifier),
      ["A", "B", "C"],
    );
  });

  it("leaves the list that it was given as it was, and loses nobody", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const connectors = connectorsOf(...names);
        const before = structuredClone(connectors);
        const sorted = byName(connectors);
        assert.deepEqual(connectors, before);
        assert.deepEqual(new Set(sorted), new Set(connectors));
      }),
    );
  });
});

describe("recentFirst", () => {
  const connectors = connectorsOf("Delta", "Alpha", "Charlie", "Bravo");

  it("puts what was used last first, and the others by name", () => {
    assert.deepEqual(namesOf(recentFirst(connectors, ["ID2", "ID0"])), [
      "Charlie",
      "Delta",
      "Alpha",
      "Bravo",
    ]);
  });

  it("does not mind what was used and is gone", () => {
    const expected = ["Bravo", "Alpha", "Charlie", "Delta"];
    assert.deepEqual(namesOf(recentFirst(connectors, ["GONE", "ID3"])), expected);
  });
});
