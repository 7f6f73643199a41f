import assert from "node:assert/strict";
import { defaultTeam } from "../../sandbox/seed";
import { openHarbourMail, typeLine } from "../driver/flows";
import { useStage } from "../stage";

describe("A merge that is open", () => {
  const stage = useStage();
  const { published } = stage;

  it("goes on after a reload", async () => {
    const { workbench, sandbox } = stage;
    const { dialogs, page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    await sandbox.changeConnector(defaultTeam, "T3S70", {
      configurationText: (await published())
        .replace("{", '{"them":1,')
        .replace(/\}\s*$/, ',"theirs":2}'),
    });
    await page.keyboard.press("Control+S");
    await dialogs.press('Publish "Harbour Mail"?', "Publish");
    await dialogs.press("was changed by someone else while you were editing", "Merge");
    await page.getByText("1 Conflict Remaining").waitFor();
    await workbench.run("Merge Editor: Accept All Current Changes from Right");
    await page.getByText("0 Conflicts Remaining").waitFor();
    await workbench.leave();
    await workbench.reload();
    await page.getByText("0 Conflicts Remaining").waitFor();
    // A merge editor takes the focus once it has its state back, even from a quick input.
    await workbench.editorFocused();
    await stage.signIn();
    await page.getByText("0 Conflicts Remaining").waitFor();
    await workbench.picture("conflict-merge-reloaded");
    await workbench.titleAction("Complete Merge").click();
    await dialogs.says("1 line added, 1 removed");
    await dialogs.press('Publish "Harbour Mail"?', "Publish");
    await workbench.clean();
    assert.match(await published(), /"mine": 1[^]*"theirs": 2/);
  });
});
