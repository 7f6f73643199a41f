import assert from "node:assert/strict";
import { hasText, shownEntry } from "../../../src/core/logEntry";

describe("searching a log entry", () => {
  const text =
    '{ "event" : "auth\\u002eRefresh", "request":null, "n":12345678901234567890, "more":[{"ok":true,"a":"x:\\"y\\""}]}';
  const entry = shownEntry({ text });

  it("finds what its fields say, at any depth and as it is shown", () => {
    for (const wanted of ["auth.refresh", "12345678901234567890", "true", 'x:"y"']) {
      assert.ok(hasText(entry, wanted), wanted);
    }
  });

  it("finds no names of fields, and nothing where there is nothing", () => {
    for (const wanted of ["event", "request", "more", "null", "ok"]) {
      assert.ok(!hasText(entry, wanted), wanted);
    }
  });
});
