import assert from "node:assert/strict";
import { defaultTeam } from "../../sandbox/seed";
import { fileOpened, openHarbourMail, saveToWorkspace, showFiles, typeLine } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

describe("A configuration in a repository", () => {
  const stage = useStage();
  const stored = (identifier = "T3S70") => stage.sandbox.connector(defaultTeam, identifier);

  it("is saved into the workspace, compared, published, and made into a new connector", async () => {
    const { workbench } = stage;
    const { quickInput, dialogs } = workbench;
    const { page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    await saveToWorkspace(workbench);
    await fileOpened(workbench, "Harbour Mail.connector.json");
    await workbench.picture("files-saved");

    await typeLine(workbench, '"mine": 1,');
    await workbench.run("Supermetrics: Compare File with Connector…");
    await page.locator(".monaco-diff-editor .line-insert").first().waitFor();
    await workbench.picture("files-compare");
    await workbench.run("Supermetrics: Publish File to Connector…");
    await dialogs.says('Publish "');
    await workbench.picture("files-publish");
    await dialogs.press('Publish "', "Publish");
    await workbench.row("published").waitFor();
    const { configurationText } = await stored();
    assert.match(configurationText, /"mine": 1/);
    assert.equal(configurationText.match(/\$schema/g)?.length, 1);

    await workbench.run("Supermetrics: Import Connector from File…");
    await quickInput.question("Connector name");
    await quickInput.enter();
    await quickInput.question("Description");
    assert.match(await quickInput.title(), /Import Connector from File/);
    await workbench.picture("files-create");
    await quickInput.enter();
    await workbench.selectedRow("Harbour Mail").waitFor();
    await workbench.notifications.none();
    await workbench.picture("files-created");
  });

  it("is asked about before it becomes a connector where the checks find errors", async () => {
    const { workbench, sandbox } = stage;
    const { quickInput, dialogs, problems } = workbench;
    const { folder } = await sharedHosts();
    const wrong = '{"reporting":{"reportTypes":[{"id":"a b","fields":[{"id":"c"}]}]}}';
    await stage.signIn();
    await showFiles(workbench, folder, { "Wrong.connector.json": wrong });
    await workbench.openRow("Wrong.connector.json");
    await workbench.focusEditor();
    const creates = async () =>
      (await sandbox.requests()).filter(({ method }) => method === "POST").length;
    const create = async () => {
      await workbench.run("Supermetrics: Import Connector from File…");
      for (const question of ["Connector name", "Description"]) {
        await quickInput.question(question);
        await quickInput.enter();
      }
    };
    await create();
    await dialogs.says('"Wrong" has 1 error');
    await workbench.pictures("files-errors");
    await dialogs.press(" error", "Show Problems");
    await problems.first().waitFor();
    assert.equal(await creates(), 0);
    await create();
    await dialogs.press(" error", "Create Anyway");
    await workbench.tabOf("Wrong").waitFor();
    assert.equal(await creates(), 1);
  });
});
