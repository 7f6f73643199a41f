import assert from "node:assert/strict";
import {
  versionDifferences,
  versionItems,
} from "../../../src/features/configurations/versionItems";
import type { Version } from "../../../src/features/configurations/versionFileName";

describe("the list of versions", () => {
  const version = (id: string, at: number): Version => ({
    order: at,
    at,
    origin: "here",
    id,
    length: 2,
  });
  const versions = [version("c", 3000), version("b", 2000), version("a", 1000)];
  const texts: Readonly<Record<string, string>> = {
    c: '{"a":1,"b":2}',
    b: '{"a":1}',
    a: '{"x":1,"y":2,"z":3}',
  };
  const read = async ({ id }: Version) => texts[id];

  it("says how the current text differs from each", async () => {
    const details = await versionDifferences(versions, '{"a":1,"b":2}', read);
    const items = versionItems(versions, "c", 4000, details);
    assert.deepEqual(
      items.map(({ detail }) => detail),
      [
        "Same as the current text",
        "Since then: 2 lines added, 1 removed",
        "Since then: 2 lines added, 3 removed",
      ],
    );
  });

  it("leaves out what isn't kept, and what takes too long", async () => {
    let now = 0;
    const slowly = async ({ id }: Version) => {
      now += 1500;
      return id === "c" ? undefined : texts[id];
    };
    const details = await versionDifferences(versions, "{}", slowly, () => now);
    assert.deepEqual([...details.keys()], [versions[1]]);
    const failing = await versionDifferences(versions, "{}", () => Promise.reject(new Error()));
    assert.equal(failing.size, 0);
  });

  it("marks what is published now, whatever its place", () => {
    const icons = versionItems(versions, "b", 4000).map(({ icon }) => icon);
    assert.deepEqual(icons, ["history", "circle-filled", "history"]);
  });
});
