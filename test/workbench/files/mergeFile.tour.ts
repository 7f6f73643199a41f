import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultTeam } from "../../sandbox/seed";
import { fileOpened, openHarbourMail, saveToWorkspace, typeLine } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

/** When an editor has saved on its own, if it does. Milliseconds. */
const autoSaved = 1500;

describe("A file's merge", () => {
  const stage = useStage();

  it("is completed by its button alone, and then asks once whether to publish", async () => {
    const { workbench, sandbox } = stage;
    const { dialogs, page } = workbench;
    const { folder } = await sharedHosts();
    const onDisk = () => readFileSync(join(folder, "Harbour Mail.connector.json"), "utf8");
    await stage.signIn();
    await workbench.run("File: Toggle Auto Save");
    await openHarbourMail(workbench);
    await saveToWorkspace(workbench);
    await fileOpened(workbench, "Harbour Mail.connector.json");
    await typeLine(workbench, '"mine": 1,');
    await sandbox.changeConnector(defaultTeam, "T3S70", {
      configurationText: (await stage.published())
        .replace("{", '{"them":1,')
        .replace(/\}\s*$/, ',"theirs":2}'),
    });
    await workbench.run("Supermetrics: Publish File to Connector…");
    await dialogs.press('Publish "', "Publish");
    await dialogs.press("was changed by someone else while you were editing", "Merge");
    await page.getByText("1 Conflict Remaining").waitFor();
    await page.waitForTimeout(autoSaved);
    assert.match(onDisk(), /"mine": 1/);

    await workbench.run("Merge Editor: Accept All Current Changes from Right");
    await page.getByText("0 Conflicts Remaining").waitFor();
    await page.waitForTimeout(autoSaved);
    await page.keyboard.press("Control+S");
    await page.waitForTimeout(autoSaved);
    assert.doesNotMatch(onDisk(), /their version/);
    await page.locator(".merge-editor").first().waitFor();
    await workbench.pictures("merge-file");

    await workbench.titleAction("Complete Merge").click();
    await dialogs.says("Replace their version of");
    await workbench.picture("merge-file-asks");
    assert.match(onDisk(), /\$schema/);
    assert.match(onDisk(), /"theirs": 2/);
    await dialogs.press("Replace their version of", "Publish");
    await workbench.row("published").waitFor();
    assert.match(await stage.published(), /"mine": 1[^]*"theirs": 2/);
  });
});
