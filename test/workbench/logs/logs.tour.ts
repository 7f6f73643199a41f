import assert from "node:assert/strict";
import type { LogEntry } from "../../sandbox/model";
import { defaultTeam } from "../../sandbox/seed";
import { until } from "../driver/attempts";
import { openHarbourMail, typeLine } from "../driver/flows";
import { logs, requestId } from "./logEntries";
import { useStage } from "../stage";

describe("Logs", () => {
  const stage = useStage();
  const write = (entries: readonly LogEntry[]) =>
    stage.sandbox.changeConnector(defaultTeam, "T3S70", { logs: entries });
  const rows = () => stage.workbench.page.locator(".part.panel .pane-body .monaco-list-row");
  const message = () =>
    stage.workbench.page.locator(".part.panel .tree-explorer-viewlet-tree-view .message");
  const says = (text: string) => message().filter({ hasText: text }).waitFor();
  const action = (label: string) =>
    stage.workbench.page
      .locator(
        `.part.panel .title a[aria-label^="${label}"], .part.panel .pane-header a[aria-label^="${label}"]`,
      )
      .first();

  beforeEach(async () => {
    await write(logs(150));
    await stage.signIn();
  });

  /** From the palette, with the keyboard. */
  async function showLogs(): Promise<void> {
    const { workbench } = stage;
    await workbench.run("Supermetrics: Show Logs");
    await workbench.quickInput.question("Select a connector");
    await workbench.quickInput.choose("Harbour Mail");
    await says("Harbour Mail (T3S70)");
  }

  it("invite, where no connector was chosen", async () => {
    const { workbench } = stage;
    await workbench.run("Connector Logs: Focus on Logs View");
    await workbench.page
      .locator(".part.panel .welcome-view a, .part.panel .welcome-view-content a")
      .first()
      .waitFor();
    await workbench.pictures("logs-welcome");
  });

  it("are read, loaded further back and opened with the keyboard", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await showLogs();
    await says("100 entries loaded");
    await workbench.pictures("logs-list");
    await workbench.run("Supermetrics: Load Older Logs");
    await says("150 entries loaded");
    await workbench.run("Connector Logs: Focus on Logs View");
    await page.keyboard.press("End");
    await rows().filter({ hasText: "Load Older…" }).waitFor();
    await workbench.pictures("logs-older");
    await page.keyboard.press("Enter");
    await says("150 entries, none older");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.locator('.tab[data-resource-name^="report.fetch"]').waitFor();
    const text = await workbench.editorText();
    assert.match(text, /"Authorization": "Bearer •••"/);
    assert.doesNotMatch(text, /3f9a1c/);
    await workbench.pictures("logs-details");
    await workbench.focusEditor();
    await page.keyboard.type("x");
    await page.locator(".monaco-editor-overlaymessage").waitFor();
  });

  it("show an entry's details in a tooltip, and its menu", async () => {
    const { workbench } = stage;
    await showLogs();
    await workbench.pictures("logs-tooltip", async () => {
      await workbench.tooltip(rows().first(), "Request ID");
    });
    await workbench.page.keyboard.press("Escape");
    await rows().first().click({ button: "right" });
    await workbench.page.locator(".context-view .action-label").first().waitFor();
    await workbench.pictures("logs-menu");
    await workbench.chooseFromMenu("Copy Log Entry Request ID");
    await workbench.copied(requestId(150));
  });

  it("are filtered by errors and by text, and say how many of the loaded ones are left", async () => {
    const { workbench } = stage;
    await showLogs();
    await says("100 entries loaded");
    await action("Show Only Errors in Logs").click();
    await says("40 of 100 entries loaded (errors only)");
    await workbench.contrastPictures("logs-errors");
    await workbench.run("Supermetrics: Filter Logs by Text…");
    await workbench.quickInput.question("Text to find");
    await workbench.pictures("logs-filter");
    await workbench.quickInput.enter("0123456789abcdef0123456789abcdef");
    await rows().filter({ hasText: "No loaded entries match" }).waitFor();
    await says('0 of 100 entries loaded (errors only, containing "0123');
    await workbench.pictures("logs-none");
    await action("Show All Log Entries").click();
    await says('0 of 100 entries loaded (containing "0123');
    await action("Show Only Errors in Logs").waitFor();
    await workbench.run("Supermetrics: Filter Logs by Text…");
    await workbench.quickInput.answer("Text to find", "report.fetch");
    await action("Show Only Errors in Logs").click();
    await says('entries loaded (errors only, containing "report.fetch")');
    await workbench.pictures("logs-both-filters");
    await action("Clear Log Filters").click();
    await says("100 entries loaded.");
    await action("Clear Log Filters").waitFor({ state: "hidden" });
  });

  it("are those of another connector where the person wants them, whatever is open", async () => {
    const { workbench } = stage;
    await openHarbourMail(workbench);
    await workbench.run("Supermetrics: Show Logs");
    await says("Harbour Mail (T3S70)");
    await action("Views and More Actions").click();
    await workbench.pictures("logs-more");
    await workbench.chooseFromMenu("Show Logs of Another Connector…");
    await workbench.quickInput.question("Select a connector");
    await workbench.quickInput.choose("Äpfel & Birnen");
    await says("Äpfel & Birnen (NUM83)");
  });

  it("are followed only while they are seen", async () => {
    const { workbench, sandbox } = { workbench: stage.workbench, sandbox: stage.sandbox };
    await showLogs();
    await workbench.run("Supermetrics: Follow Logs");
    await says("refreshes every 10 s");
    await action("Stop Following Logs").waitFor();
    await workbench.pictures("logs-following");
    const asked = async () =>
      (await sandbox.requests()).filter(({ path }) => path.endsWith("/logs")).length;
    await workbench.run("View: Toggle Panel Visibility");
    await sandbox.clearRequests();
    await workbench.page.waitForTimeout(11_000); // longer than from one request to the next
    assert.equal(await asked(), 0);
    await workbench.run("View: Toggle Panel Visibility");
    assert.equal(await until(asked), 1);
  });

  it("say why they could not be loaded, and are loaded again from there", async () => {
    const { workbench, sandbox } = { workbench: stage.workbench, sandbox: stage.sandbox };
    await sandbox.fault({ path: "/logs", status: 503, errorCode: "SERVICE_UNAVAILABLE" });
    await showLogs();
    await rows().filter({ hasText: "Couldn't load log entries" }).waitFor();
    await workbench.notifications.none(); // it is said once, where people look
    await workbench.pictures("logs-problem");
    await sandbox.fault({ path: "/logs", status: 503, errorCode: "SERVICE_UNAVAILABLE" });
    await rows().filter({ hasText: "Couldn't load log entries" }).click();
    await workbench.notifications.says("Couldn't load the logs of");
    await workbench.notifications.clear();
    await rows().filter({ hasText: "Retry" }).click();
    await says("100 entries loaded");
  });

  it("say which permission is missing, and lead to another key", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.fault({ path: "/logs", status: 403, errorCode: "FORBIDDEN" });
    await showLogs();
    await rows().filter({ hasText: "cb_logs_read" }).waitFor();
    await workbench.pictures("logs-permission");
    await rows().filter({ hasText: "Replace API Key…" }).click();
    await workbench.quickInput.question("API key");
    await workbench.quickInput.cancel();
    await workbench.notifications.none(); // it is said once; a notification would have come by now
  });

  it("open around the time of a refusal", async () => {
    const { workbench, sandbox } = { workbench: stage.workbench, sandbox: stage.sandbox };
    await openHarbourMail(workbench);
    await sandbox.fault({
      method: "PUT",
      status: 422,
      errorCode: "UNPROCESSABLE_CONTENT",
      errorMessage: "The configuration is not valid.",
    });
    await typeLine(workbench, '"mine": 1,');
    await workbench.page.keyboard.press("Control+S");
    await workbench.dialogs.press('Publish "', "Publish");
    await workbench.notifications.says("Couldn't publish");
    await workbench.pictures("logs-offer");
    await workbench.notifications.press("Couldn't publish", "Show Logs Around This Time");
    await rows().first().and(workbench.page.locator(".selected")).waitFor();
    await workbench.pictures("logs-around");
  });

  it("come back in a tab after a reload, which says what is missing", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await showLogs();
    await rows().first().dblclick();
    const tab = page.locator('.tab[data-resource-name^="report.fetch"]');
    await tab.waitFor();
    await workbench.leave();
    await workbench.reload();
    await tab.waitFor();
    await page.locator(".view-line", { hasText: "Sign in to Supermetrics" }).first().waitFor();
    await workbench.pictures("logs-reloaded");
    await stage.signIn();
    await page.locator(".view-line", { hasText: "Bearer" }).first().waitFor();
  });
});
