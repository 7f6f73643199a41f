import assert from "node:assert/strict";
import { openHarbourMail } from "./driver/flows";
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

  it("is asked for again for a tab that came back", async () => {
    const { workbench } = stage;
    const { notifications } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    await workbench.page.keyboard.type(" ");
    await workbench.leave();
    const message = "Couldn't load a part of the extension";
    const putBack = stage.withhold("dist/deferred.js");
    try {
      await workbench.reload();
      await notifications.says(message);
      await workbench.pictures("part-not-loaded-restored");
    } finally {
      putBack();
    }
    await notifications.press(message, "Retry");
    await workbench.page
      .locator(".codelens-decoration a", { hasText: "Preview" })
      .first()
      .waitFor();
    await notifications.none();
  });
});
