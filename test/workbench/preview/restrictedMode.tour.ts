import assert from "node:assert/strict";
import { sourceConfiguration, startSource, type Source } from "../../source";
import { until } from "../driver/attempts";
import { showFiles } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

const profile = "restricted";

describe("A preview in Restricted Mode", () => {
  const stage = useStage({
    profile,
    settings: {
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
    },
  });
  let source: Source;
  before(async () => {
    source = await startSource();
  });
  after(() => source.close());

  const requested = async (): Promise<number> => {
    const answer = await fetch(`${source.origin}/__source/requests`);
    return ((await answer.json()) as unknown[]).length;
  };

  it("asks before each request of a file of the workspace", async () => {
    const { workbench } = stage;
    const { dialogs, quickInput, page } = workbench;
    const { folder } = await sharedHosts(profile);
    await fetch(`${source.origin}/__source/requests`, { method: "DELETE" });
    const question = `Send a request to ${new URL(source.origin).host}?`;
    const file = "Harbour.connector.json";
    await showFiles(workbench, folder, { [file]: sourceConfiguration(source.origin) });
    await workbench.openRow(file);
    await workbench.focusEditor();
    const preview = async () => {
      await workbench.focusEditor();
      await workbench.run("Supermetrics: Preview Report Type…");
      await quickInput.choose("Visits by hour");
    };
    await preview();
    const dialog = await dialogs.says(question);
    assert.match(await dialog.innerText(), /You don't trust this workspace\./);
    await workbench.pictures("preview-restricted");
    const buttons = (await dialogs.buttons(question)).filter(Boolean).toSorted();
    assert.deepEqual(buttons, ["Cancel", "Manage Trust…", "Send Request"]);
    await dialogs.press(question, "Cancel");
    assert.equal(await requested(), 0);

    // That it was sent once is no trust: the file may have changed meanwhile.
    for (const count of [1, 2]) {
      await preview();
      await dialogs.press(question, "Send Request");
      assert.ok(await until(async () => (await requested()) === count), `request ${count}`);
    }
    await preview();
    await dialogs.press(question, "Manage Trust…");
    await page.locator(".workspace-trust-editor").waitFor();
    assert.equal(await requested(), 2);
  });
});
