import assert from "node:assert/strict";
import packageJson from "../../package.json";
import texts from "../../package.nls.json";
import { commandIds, settingIds } from "../../src/manifest";

describe("package.nls.json", () => {
  const used = [...JSON.stringify(packageJson).matchAll(/"%([\w.-]+)%"/g)].map(
    ([, key = ""]) => key,
  );

  it("has exactly the texts that package.json asks for", () => {
    assert.deepEqual(Object.keys(texts).toSorted(), [...new Set(used)].toSorted());
  });

  it("has no empty text", () => {
    const blank = Object.entries(texts).filter(([, text]) => !text.trim());
    assert.deepEqual(blank, []);
  });

  it("names only commands and settings that exist", () => {
    const known = new Set<string>([...Object.values(commandIds), ...Object.values(settingIds)]);
    const named = Object.values(texts).flatMap((text) =>
      // Not the host names, which have a letter or a dot in front or “com” behind.
      [...text.matchAll(/(?<![\w.])supermetrics\.(?!com\b)\w+/g)].map(([id]) => id),
    );
    assert.ok(named.includes(commandIds.signIn) && named.includes(settingIds.apiBaseUrl));
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });
});
