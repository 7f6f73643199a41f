import assert from "node:assert/strict";
import { defaultTeam } from "../sandbox/seed";
import { openHarbourMail, typeLine } from "./driver/flows";
import { useStage } from "./stage";

describe("Publishing", () => {
  const stage = useStage();

  it("asks, shows the changes, and is done with the keyboard alone", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    await workbench.picture("publish-typed");
    await workbench.page.waitForTimeout(3000);
    await workbench.picture("publish-typed-later");
    await sandbox.clearRequests();
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.says("Publish “Harbour Mail”?");
    await workbench.picture("publish-ask");
    await workbench.dialogs.press("Publish “Harbour Mail”?", "Show Changes");
    await workbench.page.locator(".monaco-diff-editor").first().waitFor();
    await workbench.page.waitForTimeout(1000);
    await workbench.picture("publish-changes");
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.says("Lines added: 1. Lines removed: 0.");
    await workbench.page.keyboard.press("Enter");
    await workbench.row("published").waitFor();
    await workbench.picture("published");
    const { configurationText } = await sandbox.connector(defaultTeam, "T3S70");
    assert.match(configurationText, /"mine": 1/);
    assert.deepEqual(
      (await sandbox.requests()).map(({ method }) => method),
      ["GET", "PUT", "GET"],
    );
  });

  it("finds a conflict, shows it everywhere, and merges", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    const before = await sandbox.connector(defaultTeam, "T3S70");
    await sandbox.changeConnector(defaultTeam, "T3S70", {
      configurationText: before.configurationText.replace(/\}\s*$/, ',"theirs":2}'),
    });
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.press("Publish “Harbour Mail”?", "Publish");
    await workbench.dialogs.says("Somebody else published");
    await workbench.picture("conflict-ask");
    await workbench.dialogs.press("Somebody else published", "Cancel");
    await workbench.row("conflict").waitFor();
    await workbench.picture("conflict-shown");
    await workbench.run("Supermetrics: Conflict: Merge…");
    await workbench.page.locator(".merge-editor").first().waitFor();
    await workbench.page.waitForTimeout(2000);
    await workbench.picture("conflict-merge");
    await workbench.run("Merge Editor: Complete Merge");
    await workbench.page.waitForTimeout(2000);
    await workbench.picture("conflict-merge-done");
  });
});
