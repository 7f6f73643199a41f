import assert from "node:assert/strict";
import { defaultTeam } from "../../sandbox/seed";
import { openHarbourMail, publishLine, typeLine } from "../driver/flows";
import { useStage } from "../stage";

describe("Publishing", () => {
  const stage = useStage();
  const { published } = stage;

  it("asks, shows the changes, and is done with the keyboard alone", async () => {
    const { workbench, sandbox } = stage;
    const { dialogs, page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    await sandbox.clearRequests();
    await page.keyboard.press("Control+S");
    await dialogs.says('Publish "Harbour Mail"?');
    assert.deepEqual((await dialogs.buttons('Publish "Harbour Mail"?')).filter(Boolean), [
      "Publish and Don't Ask Again",
      "Show Changes",
      "Cancel",
      "Publish",
    ]);
    await workbench.contrastPictures("publish-ask");
    await dialogs.press('Publish "Harbour Mail"?', "Show Changes");
    await page.locator(".monaco-diff-editor .line-insert").first().waitFor();
    await workbench.pictures("publish-changes");
    assert.deepEqual(await sandbox.requests(), []);
    await page.keyboard.press("Control+S");
    await dialogs.says("1 line added, 0 removed");
    await page.keyboard.press("Enter");
    await workbench.row("published").waitFor();
    await workbench.clean();
    await workbench.pictures("published");
    assert.match(await published(), /"mine": 1/);
    assert.deepEqual(
      (await sandbox.requests()).map(({ method }) => method),
      ["GET", "PUT", "GET"],
    );
  });

  it("that a person cancels ends silently, wherever the focus was", async () => {
    const { workbench, sandbox } = stage;
    const { dialogs, notifications, page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    await sandbox.clearRequests();
    for (const place of [
      "Problems: Focus on Problems View",
      "View: Focus into Primary Side Bar",
      "View: Focus Active Editor Group",
    ]) {
      await workbench.run(place);
      await workbench.quickInput.gone();
      await page.keyboard.press("Control+S");
      await dialogs.press('Publish "Harbour Mail"?', "Cancel");
      await page.waitForTimeout(500);
      await notifications.none();
    }
    assert.deepEqual(await sandbox.requests(), []);
  });

  it("finds a conflict, shows it everywhere, and merges both into one", async () => {
    const { workbench, sandbox } = stage;
    const { dialogs, page } = workbench;
    await stage.signIn();
    await openHarbourMail(workbench);
    const original = await published();
    const theirs = original.replace(/\}\s*$/, ',"theirs":2}');
    const question = "was changed by someone else while you were editing";
    const publishOver = async () => {
      await typeLine(workbench, '"mine": 1,');
      await sandbox.changeConnector(defaultTeam, "T3S70", { configurationText: theirs });
      await page.keyboard.press("Control+S");
      await dialogs.press('Publish "Harbour Mail"?', "Publish");
      await dialogs.says(question);
    };
    const merge = async () => {
      await workbench.run("Supermetrics: Merge with Their Version…");
      await page.locator(".merge-editor").first().waitFor();
      await page.getByText("0 Conflicts Remaining").waitFor();
      await workbench.pictures("conflict-merge");
      await workbench.run("Merge Editor: Complete Merge");
      await page.locator(".merge-editor").first().waitFor({ state: "detached" });
      await dialogs.says("1 line added, 0 removed");
    };
    await publishOver();
    await workbench.pictures("conflict-ask");
    await dialogs.press(question, "Cancel");
    await workbench.row("conflict").waitFor();
    for (const label of [
      "Compare with Their Version",
      "Merge with Their Version…",
      "Discard My Changes",
      "Overwrite Published Version",
    ]) {
      await workbench.titleAction(label).waitFor();
    }
    await workbench.contrastPictures("conflict");
    await merge();
    await workbench.pictures("conflict-merged");
    await dialogs.press("Replace their version of", "Publish");
    await workbench.clean();
    assert.match(await published(), /"mine": 1[^]*"theirs": 2/);

    // The editor still has what came of these two sides.
    await sandbox.changeConnector(defaultTeam, "T3S70", { configurationText: original });
    await workbench.run("File: Revert File");
    await page.locator(".view-line", { hasText: '"mine"' }).waitFor({ state: "detached" });
    await publishOver();
    await dialogs.press(question, "Cancel");
    await merge();
  });

  it("asks no more for a connector where the person says so, until they want it again", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"first": 1,');
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.press('Publish "', "Publish and Don't Ask Again");
    await workbench.clean();
    await typeLine(workbench, '"second": 2,');
    await workbench.page.keyboard.press("Control+S");
    await workbench.clean();
    assert.match(await published(), /"second": 2/);
    await workbench.run("Supermetrics: Reset 'Don't Ask Again' for Publishing");
    await publishLine(workbench, '"third": 3,');
    assert.match(await published(), /"third": 3/);
  });

  it("knows after a reload what an edit began from", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await openHarbourMail(workbench);
    await typeLine(workbench, '"mine": 1,');
    await stage.editStored('"mine": 1,');
    await workbench.reload();
    await workbench.tabOf("Harbour Mail").waitFor();
    assert.match(await workbench.editorText(), /"mine": 1,/);
    await sandbox.changeConnector(defaultTeam, "T3S70", { configurationText: '{"theirs":1}' });
    await stage.signIn();
    await workbench.focusEditor();
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.press('Publish "', "Publish");
    await workbench.dialogs.press("was changed by someone else while you were editing", "Cancel");
    assert.equal(await published(), '{"theirs":1}');
    await workbench.picture("conflict-after-reload");
  });

  it("finds what another window has published", async () => {
    const { workbench } = stage;
    await stage.signIn();
    const second = await stage.secondWindow();
    await stage.signIn(second);
    for (const window of [workbench, second]) {
      await window.page.bringToFront();
      await openHarbourMail(window);
    }
    await publishLine(second, '"second": 2,');
    await workbench.page.bringToFront();
    await typeLine(workbench, '"first": 1,');
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.press('Publish "', "Publish");
    await workbench.dialogs.says("You published another version of");
    await workbench.picture("conflict-own");
    await workbench.dialogs.press("You published another version of", "Discard My Changes");
    await workbench.clean();
    assert.match(await workbench.editorText(), /"second": 2/);
    assert.doesNotMatch(await published(), /"first": 1/);
  });
});
