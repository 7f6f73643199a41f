import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHarbourMail, typeLine } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

describe("A configuration in an open file", () => {
  const stage = useStage();

  it("is saved over edits only where the person wants that, and then shows in their editor", async () => {
    const { workbench } = stage;
    const { quickInput, dialogs, page } = workbench;
    const { folder } = await sharedHosts();
    rmSync(join(folder, "Harbour Mail.connector.json"), { force: true });
    mkdirSync(join(folder, ".vscode"), { recursive: true });
    writeFileSync(join(folder, ".vscode/settings.json"), '{ "files.autoSave": "off" }');
    await stage.signIn();
    await openHarbourMail(workbench);
    const save = async () => {
      await workbench.run("Supermetrics: Save Configuration to Workspace…");
      await quickInput.fileDialog("Save Configuration of");
      await page.keyboard.press("Enter");
    };
    const edited = page.locator('.tab.dirty[data-resource-name="Harbour Mail.connector.json"]');
    const typed = page.locator(".view-line").filter({ hasText: '"typed": 1' });
    await save();
    await page.locator('.tab[data-resource-name="Harbour Mail.connector.json"]').waitFor();
    await typeLine(workbench, '"typed": 1,');
    await edited.waitFor();

    await save();
    await quickInput.question("already exists");
    await quickInput.enter();
    await dialogs.says("has unsaved changes");
    await workbench.picture("files-save-over-edits");
    await dialogs.press("has unsaved changes", "Cancel");
    await typed.waitFor();
    await edited.waitFor();

    await save();
    await quickInput.question("already exists");
    await quickInput.enter();
    await dialogs.press("has unsaved changes", "Replace");
    await edited.waitFor({ state: "detached" });
    await typed.waitFor({ state: "detached" });
  });
});
