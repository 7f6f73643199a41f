import assert from "node:assert/strict";
import { TestRunMemory, type TestRunChoices } from "../../../src/features/testRun/testRunChoices";
import { AccountStorage } from "../../../src/platform/storage/accountStorage";
import { MemoryFileStorage } from "../support/memoryFileStorage";
import { MemoryStorage } from "../support/memoryStorage";

describe("TestRunMemory", () => {
  const ref = (identifier: string, teamId = "1") => ({
    origin: "https://api.supermetrics.com",
    teamId,
    identifier,
  });
  const choices: TestRunChoices = {
    username: "ann",
    reportType: "days",
    accounts: ["1"],
    fields: ["days_day"],
    dates: "last:7",
    maxRows: 100,
  };

  it("keeps what was chosen last for each connector of each team", async () => {
    const storage = new AccountStorage(new MemoryStorage(), new MemoryFileStorage());
    const memory = new TestRunMemory(storage);
    assert.equal(memory.choices(ref("A")), undefined);
    await memory.remember(ref("A"), choices);
    await memory.remember(ref("B"), { reportType: "lists", accounts: "all", maxRows: 1 });
    await memory.remember(ref("A"), { ...choices, maxRows: 7 });
    assert.deepEqual(memory.choices(ref("A")), { ...choices, maxRows: 7 });
    assert.deepEqual(memory.choices(ref("B")), {
      reportType: "lists",
      accounts: "all",
      maxRows: 1,
    });
    assert.equal(memory.choices(ref("A", "2")), undefined);
  });

  it("forgets them at the sign-out, and those of connectors not run for long", async () => {
    const storage = new AccountStorage(new MemoryStorage(), new MemoryFileStorage());
    const memory = new TestRunMemory(storage);
    for (let n = 0; n < 60; n++) {
      await memory.remember(ref(`C${n}`), choices);
    }
    assert.equal(memory.choices(ref("C9")), undefined);
    assert.ok(memory.choices(ref("C10")) && memory.choices(ref("C59")));
    await storage.forgetAll();
    assert.equal(memory.choices(ref("C59")), undefined);
  });

  it("takes what another version wrote for nothing", async () => {
    const state = new MemoryStorage();
    const memory = new TestRunMemory(new AccountStorage(state, new MemoryFileStorage()));
    for (const kept of [{}, [["A"]], [["A", { ...choices, maxRows: 0 }]], "text"]) {
      await state.update("testRuns https://api.supermetrics.com 1", kept);
      assert.equal(memory.choices(ref("A")), undefined);
    }
  });
});
