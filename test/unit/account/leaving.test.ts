import assert from "node:assert/strict";
import { AccountLeaving, type Leaving } from "../../../src/features/account/leaving";
import { useReportedErrors } from "../support/reportedErrors";

describe("Leaving an account", () => {
  const reported = useReportedErrors();

  it("ends all that is under way, and waits for it, though one of them fails", async () => {
    const leaving = new AccountLeaving();
    const ended: Leaving[] = [];
    leaving.add(() => Promise.reject(new Error("broken")));
    leaving.add(async (how) => {
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(how);
    });
    await leaving.leave("will");
    assert.deepEqual(ended, ["will"]);
    assert.match(String(reported()[0]), /broken/);
  });
});
