import assert from "node:assert/strict";
import { TestsUnderWay } from "../../../src/features/testRun/testsUnderWay";

describe("The tests under way", () => {
  it("end with the account, and those that begin afterwards don't", async () => {
    const underWay = new TestsUnderWay();
    const { signal } = underWay;
    await underWay.leave("otherKey");
    assert.deepEqual([signal.aborted, signal.reason], [true, "otherKey"]);
    assert.equal(underWay.signal.aborted, false);
  });

  it("have who leaves wait for what is owed", async () => {
    const underWay = new TestsUnderWay();
    let pay = () => {};
    underWay.owe(new Promise<void>((resolve) => (pay = resolve)));
    let isLeft = false;
    const leaving = underWay.leave("will").then(() => (isLeft = true));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isLeft, false);
    pay();
    await leaving;
    await underWay.leave("will"); // nothing is owed any more
  });
});
