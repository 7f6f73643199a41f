import assert from "node:assert/strict";
import { Emitter } from "../../../src/platform/event";
import { useReportedErrors } from "../support/reportedErrors";

describe("Emitter", () => {
  const reported = useReportedErrors();

  it("tells everybody, whoever fails at it, at once or later, and reports that", async () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    emitter.event(() => {
      throw new Error("at once");
    });
    emitter.event(() => Promise.reject(new Error("later")));
    emitter.event((value) => heard.push(value));
    emitter.fire(1);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(heard, [1]);
    assert.deepEqual(reported().map(String), ["Error: at once", "Error: later"]);
  });

  it("tells nobody any more who has left", () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    const subscription = emitter.event((value) => heard.push(value));
    emitter.fire(1);
    subscription.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, [1]);
  });
});
