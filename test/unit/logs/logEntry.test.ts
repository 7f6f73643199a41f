import assert from "node:assert/strict";
import { hasText, shownEntry } from "../../../src/features/logs/logEntry";

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

describe("a log entry as it is shown", () => {
  it("has no credential in its parts, and keeps what is none", () => {
    const parts = { event: "token: abc", request: "GET /x?token=abc&a=1", request_id: "0f0c" };
    const text = JSON.stringify(parts).replaceAll("/", "\\/");
    const { event, request, requestId } = shownEntry({ ...parts, requestId: "0f0c", text });
    assert.deepEqual([event, request, requestId], ["token: •••", "GET /x?token=•••&a=1", "0f0c"]);
  });

  it("is masked where its text does not have its parts as they are", () => {
    const request = "GET /x?token=abc";
    const shown = shownEntry({ request, text: '{"token":"abc","request":1}' });
    assert.deepEqual(
      [shown.request, shown.text],
      ["GET /x?token=•••", '{"token":"•••","request":1}'],
    );
  });
});
