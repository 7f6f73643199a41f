import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseTeamId } from "../../../src/features/account/teamId";

describe("parseTeamId", () => {
  it("keeps every digit of every 64-bit number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
        assert.deepEqual(parseTeamId(id.toString()), { teamId: id.toString() });
      }),
    );
  });

  it("drops blanks around it and leading zeros, so that one team has one spelling", () => {
    assert.deepEqual(parseTeamId("\t 0042\n"), { teamId: "42" });
  });

  for (const [typed, problem] of [
    ["", "empty"],
    [" \t", "empty"],
    ["SM_HARBOUR1", "displayId"],
    [" sm_harbour1", "displayId"],
    ["SM_", "displayId"],
    ["0", "outOfRange"],
    ["000", "outOfRange"],
    ["9223372036854775808", "outOfRange"],
    ["9".repeat(400), "outOfRange"],
    ["-1", "notDigits"],
    ["+1", "notDigits"],
    ["1.0", "notDigits"],
    ["1e3", "notDigits"],
    ["0x10", "notDigits"],
    ["1 234", "notDigits"],
    ["1,234", "notDigits"],
    ["team_id=1", "notDigits"],
    // Digits of other scripts are digits to people, and none to the API.
    ["١٢٣", "notDigits"],
    ["１２３", "notDigits"],
  ] as const) {
    it(`refuses “${typed.slice(0, 20)}” as ${problem}`, () => {
      assert.deepEqual(parseTeamId(typed), { problem });
    });
  }
});
