import assert from "node:assert/strict";
import { useStage } from "./stage";

describe("What the start does not load", () => {
  const stage = useStage({ freshWindow: true });

  it("is asked for again where it could not be read, e.g. since an update removed it", async () => {
    const { workbench } = stage;
    const { notifications, quickInput } = workbench;
    const message = "Couldn't load a part of the extension";
    const putBack = stage.withhold("dist/deferred.js");
    try {
      await workbench.run("Supermetrics: Sign In…");
      await notifications.says(message);
      assert.deepEqual(await notifications.buttons(message), [
        "Retry",
        "Reload Window",
        "Show Extension Log",
      ]);
      await workbench.picture("part-not-loaded");
    } finally {
      putBack();
    }
    await notifications.press(message, "Retry");
    await quickInput.question("API key");
    await quickInput.cancel();
    await stage.signIn();
  });
});
