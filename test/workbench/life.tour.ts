import assert from "node:assert/strict";
import { defaultTeam } from "../sandbox/seed";
import { isSameVersion } from "../../src/platform/json/compare";
import { until } from "./driver/attempts";
import { openHarbourMail, publishLine } from "./driver/flows";
import { useStage } from "./stage";

describe("The life of a connector", () => {
  const stage = useStage();
  const stored = () => stage.sandbox.connector(defaultTeam, "T3S70");

  it("has versions, to compare and to restore, and undoes the last publish", async () => {
    const { workbench } = stage;
    const { quickInput, dialogs } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    const before = (await stored()).configurationText;
    await publishLine(workbench, '"first": 1,');
    await publishLine(workbench, '"second": 2,');

    await workbench.run("Supermetrics: Show Configuration Versions…");
    await quickInput.question("Select a version to restore");
    await quickInput.focused("current, published by you");
    const counted = quickInput.items.filter({ hasText: "Since then: 1 line added, 0 removed" });
    await counted.first().waitFor();
    await workbench.page.keyboard.press("ArrowDown");
    const comparison = workbench.page.locator(".monaco-diff-editor").first();
    await comparison.waitFor();
    await quickInput.focused("Since then: 1 line added, 0 removed");
    await comparison.locator(".line-insert").first().waitFor();
    await workbench.pictures("versions");
    await quickInput.cancel();
    await comparison.waitFor();

    await workbench.run("Supermetrics: Undo Last Publish");
    await dialogs.says("0 lines added, 1 removed");
    await workbench.picture("undo");
    await dialogs.press('Undo the last publish of "Harbour Mail"?', "Cancel");
    await workbench.clean();
    assert.match((await stored()).configurationText, /"second"/);
    await workbench.run("Supermetrics: Undo Last Publish");
    await dialogs.press('Undo the last publish of "Harbour Mail"?', "Undo");
    await until(async () => !(await stored()).configurationText.includes('"second"'));
    const undone = (await stored()).configurationText;
    assert.match(undone, /"first"/);
    assert.doesNotMatch(undone, /"second"/);
    await workbench.clean();

    await workbench.run("Supermetrics: Show Configuration Versions…");
    await quickInput.question("Select a version to restore");
    await quickInput.choose("published elsewhere");
    await dialogs.press('Restore this version of "Harbour Mail"?', "Restore");
    const isRestored = async () => isSameVersion((await stored()).configurationText, before);
    assert.ok(await until(isRestored));
  });

  it("is renamed and described", async () => {
    const { workbench } = stage;
    const { quickInput } = workbench;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    const before = (await stored()).configurationText;
    await workbench.openMenu(workbench.row("Harbour Mail"));
    await workbench.picture("context-menu");
    await workbench.chooseFromMenu("Rename Connector…");
    await quickInput.answer("Connector name", "Zug 🚂");
    await workbench.row("Zug 🚂").waitFor();
    await workbench.run("Supermetrics: Edit Connector Description…");
    await quickInput.question("Select a connector");
    await quickInput.choose("Zug 🚂");
    // Not "Description" alone, which the list before has in its title.
    await quickInput.answer("Description (optional)", "By night");
    await until(async () => (await stored()).description === "By night");
    const { name, description, configurationText } = await stored();
    assert.deepEqual([name, description], ["Zug 🚂", "By night"]);
    assert.ok(isSameVersion(configurationText, before));
  });

  it("ends after two questions, and is made anew from what was kept", async () => {
    const { workbench } = stage;
    const { quickInput, dialogs, notifications } = workbench;
    await stage.signIn();
    const before = (await stored()).configurationText;
    await openHarbourMail(workbench);
    await workbench.openMenu(workbench.row("Harbour Mail"));
    await workbench.chooseFromMenu("Delete Connector…");
    await dialogs.says('Delete "Harbour Mail" (T3S70)?');
    await workbench.picture("delete-ask");
    await dialogs.press('Delete "Harbour Mail"', "Delete…");
    await quickInput.answer("to delete the connector permanently", "T3S7");
    await quickInput.says("Type T3S70.");
    await workbench.picture("delete-type");
    await quickInput.enter("T3S70");
    await workbench.row("Harbour Mail").waitFor({ state: "detached" });
    await workbench.tabOf("Harbour Mail").waitFor({ state: "detached" });

    const deleted = 'Deleted "Harbour Mail".';
    await notifications.says(deleted);
    assert.deepEqual(await notifications.buttons(deleted), ["Restore…"]);
    await workbench.picture("deleted");
    await notifications.press(deleted, "Restore…");
    await quickInput.question("Connector name");
    assert.equal(await quickInput.input.inputValue(), "Harbour Mail");
    await quickInput.cancel();
    await workbench.run("Supermetrics: Restore Deleted Connector…");
    await quickInput.question("Select a connector to restore");
    await quickInput.focused("Harbour Mail");
    await workbench.picture("restore");
    await quickInput.enter();
    await quickInput.question("Connector name");
    await quickInput.enter();
    await quickInput.question("Description");
    assert.match(await quickInput.title(), /Restore Deleted Connector/);
    assert.equal(await quickInput.input.inputValue(), "Newsletters by day");
    await workbench.picture("restore-description");
    await quickInput.enter();
    await notifications.says("Restored as a new connector");
    await workbench.tabOf("Harbour Mail").waitFor();
    await workbench.picture("restored");
    const row = (await workbench.tree()).find((one) => one.startsWith("Harbour Mail")) ?? "";
    const identifier = row.split(" ")[2] ?? "";
    assert.notEqual(identifier, "T3S70");
    const made = await stage.sandbox.connector(defaultTeam, identifier);
    assert.deepEqual(JSON.parse(made.configurationText), JSON.parse(before));
  });
});
