import assert from "node:assert/strict";
import { askTestValues } from "../../../src/features/preview/testValueSteps";
import type { TestValue } from "../../../src/features/preview/testValues";
import { back, enter, escape, pick, ScriptedPrompts } from "../support/scriptedPrompts";

const dates: TestValue = { id: "dates", kind: "dates", label: "Dates", isSecret: false };
const token: TestValue = { id: "input.token", kind: "text", label: "Token", isSecret: true };
const account: TestValue = {
  id: "account.id",
  kind: "account",
  label: "Account ID",
  isSecret: false,
};
const found = [{ id: "1001", label: "Harbour" }];

function ask(
  prompts: ScriptedPrompts,
  wanted: readonly TestValue[],
  values: Map<string, string>,
  list = found,
) {
  return askTestValues(prompts, wanted, values, {
    title: "Test values",
    today: "2026-11-25",
    accounts: async () => list,
  });
}

describe("The questions for test values", () => {
  it("are asked with the last seven days active, and credentials hidden", async () => {
    const prompts = new ScriptedPrompts(pick("Last 30 days"), enter("secret"));
    const values = new Map<string, string>();
    assert.ok(await ask(prompts, [dates, token], values));
    assert.deepEqual(Object.fromEntries(values), { dates: "last:30", "input.token": "secret" });
    assert.equal(prompts.seen[0]?.shows, "Last 7 days");
    assert.deepEqual(
      prompts.seen.map(({ isSecret }) => isSecret),
      [undefined, true],
    );
  });

  it("take any two days, and no others", async () => {
    const prompts = new ScriptedPrompts(
      pick("Other Dates…"),
      enter("2026-02-30"),
      enter("2026-02-01"),
      enter("2026-01-31"),
      enter("2026-02-03"),
    );
    const values = new Map<string, string>();
    assert.ok(await ask(prompts, [dates], values));
    assert.equal(values.get("dates"), "2026-02-01/2026-02-03");
  });

  it("offer the accounts that a preview lists", async () => {
    const prompts = new ScriptedPrompts(pick("Load Accounts"), pick("Harbour"), enter("t"));
    const values = new Map<string, string>();
    assert.ok(await ask(prompts, [account, token], values));
    assert.deepEqual(Object.fromEntries(values), { "account.id": "1001", "input.token": "t" });
  });

  it("have an account ID typed where none is listed", async () => {
    const prompts = new ScriptedPrompts(pick("Load Accounts"), enter("77"), enter("t"));
    const values = new Map<string, string>();
    assert.ok(await ask(prompts, [account, token], values, []));
    assert.equal(values.get("account.id"), "77");
  });

  it("go back and end without an answer", async () => {
    const prompts = new ScriptedPrompts(pick("Last month"), back(), escape());
    assert.equal(await ask(prompts, [dates, token], new Map()), false);
    const empty = new ScriptedPrompts(enter(""), escape());
    assert.equal(await ask(empty, [token], new Map()), false);
    assert.deepEqual(empty.seen[0]?.remarks, ["The request needs a value."]);
  });
});
