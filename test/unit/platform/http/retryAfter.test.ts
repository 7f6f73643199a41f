import assert from "node:assert/strict";
import { retryAtFrom } from "../../../../src/platform/http/retryAfter";

describe("retryAtFrom", () => {
  const now = Date.UTC(2026, 0, 1);
  const read = (headers: Record<string, string>) => retryAtFrom(new Headers(headers), now);

  it("reads seconds, as documented", () => {
    assert.equal(read({ "retry-after": "86400" }), now + 86_400_000);
  });

  it("reads an HTTP date by the server's own clock", () => {
    const headers = {
      date: "Thu, 01 Jan 2026 05:00:00 GMT",
      "retry-after": "Thu, 01 Jan 2026 05:01:00 GMT",
    };
    assert.equal(read(headers), now + 60_000);
  });

  it("takes the date as it is where the server does not tell its time", () => {
    assert.equal(read({ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }), now + 30_000);
  });

  for (const value of ["", "soon", "-5", "1e3", "12 apples"]) {
    it(`says nothing for “${value}”`, () => {
      assert.equal(read({ "retry-after": value }), undefined);
    });
  }

  it("says nothing for a time that no date can hold", () => {
    for (const headers of [
      { "retry-after": "999999999999999999999" },
      { "retry-after": "9".repeat(400) },
      { "retry-after": "Fri, 01 Jan 300000 00:00:00 GMT" },
      {
        "retry-after": "Sat, 01 Jan 275760 00:00:00 GMT",
        date: "Mon, 01 Jan 1800 00:00:00 GMT",
      },
    ]) {
      assert.equal(read(headers), undefined, headers["retry-after"]);
    }
  });

  it("says nothing without the header", () => {
    assert.equal(read({}), undefined);
  });
});
