import { fileOpened, openHarbourMail, saveToWorkspace, typeLine } from "../driver/flows";
import { useStage } from "../stage";

describe("A configuration in an open file", () => {
  const stage = useStage({ folderSettings: { "files.autoSave": "off" } });

  it("is saved over edits only where the person wants that, and then shows in their editor", async () => {
    const { workbench } = stage;
    const { quickInput, dialogs, page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    const edited = page.locator('.tab.dirty[data-resource-name="Harbour Mail.connector.json"]');
    const typed = page.locator(".view-line").filter({ hasText: '"typed": 1' });
    await saveToWorkspace(workbench);
    await fileOpened(workbench, "Harbour Mail.connector.json");
    await typeLine(workbench, '"typed": 1,');
    await edited.waitFor();

    await saveToWorkspace(workbench);
    await quickInput.question("already exists");
    await quickInput.enter();
    await dialogs.says("has unsaved changes");
    await workbench.picture("files-save-over-edits");
    await dialogs.press("has unsaved changes", "Cancel");
    await typed.waitFor();
    await edited.waitFor();

    await saveToWorkspace(workbench);
    await quickInput.question("already exists");
    await quickInput.enter();
    await dialogs.press("has unsaved changes", "Replace");
    await edited.waitFor({ state: "detached" });
    await typed.waitFor({ state: "detached" });
  });
});
