import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseKey } from "../../../src/features/account/apiKeyVault";

const usual = `api_${"aB3_-".repeat(12)}`;

describe("parseKey", () => {
  it("takes a key of the usual form without a word", () => {
    assert.deepEqual(parseKey(usual), { key: usual, unusual: false });
  });

  it("drops what is pasted along: blanks, line ends and “Bearer”", () => {
    for (const pasted of [` ${usual}\n`, `Bearer ${usual}`, `bearer\t${usual} `, `\r\n${usual}`]) {
      assert.deepEqual(parseKey(pasted), { key: usual, unusual: false });
    }
  });

  it("takes an odd key too, and says that it is odd", () => {
    for (const odd of [
      "otok_1",
      "api_short",
      usual.slice(0, 59),
      `${usual}.`,
      `api_${"a".repeat(252)}`,
    ]) {
      assert.deepEqual(parseKey(odd), { key: odd, unusual: true });
    }
  });

  it("finds nothing usual amiss with the shortest and the longest key", () => {
    for (const length of [60, 255]) {
      assert.deepEqual(parseKey("api_".padEnd(length, "k")), {
        key: "api_".padEnd(length, "k"),
        unusual: false,
      });
    }
  });

  it("wants one", () => {
    for (const nothing of ["", "  ", "\n", "Bearer "]) {
      assert.deepEqual(parseKey(nothing), { problem: "empty" });
    }
  });

  it("refuses what no header can carry, without repeating it", () => {
    for (const bad of ["api_a b", "api_a\u0000b", "api_a\nb", "api_ä", "api_\u200b1", "•••••"]) {
      assert.deepEqual(parseKey(bad), { problem: "notSendable" });
    }
  });

  it("gives out only keys that a header carries as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const parsed = parseKey(text);
        if ("key" in parsed) {
          const sent = new Headers({ authorization: `Bearer ${parsed.key}` }).get("authorization");
          assert.equal(sent, `Bearer ${parsed.key}`);
        }
      }),
    );
  });
});
