import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { useStage } from "../stage";
import { createConnector, typeLine } from "../driver/flows";

describe("Connectors view", () => {
  const stage = useStage();

  it("shows names in their order, whose they are, and all about one in its tooltip", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    assert.deepEqual(await workbench.tree(), [
      "Äpfel & Birnen NUM83",
      "Bikes / Räder 🚲 B1K3S",
      "Harbour Mail T3S70",
    ]);
    await workbench.sidebar.getByText("Harbour Agency").first().waitFor();
    const tooltip = await workbench.tooltip(workbench.row("Harbour Mail"), "Identifier: T3S70");
    const text = (await tooltip.innerText()).replaceAll("\u00a0", " ");
    assert.match(text, /Newsletters by day\s[^]*Created: .*ago/);
    await workbench.picture("tree-tooltip");
  });

  it("says whose they are before it shows them, so that no row moves down", async () => {
    const { workbench } = stage;
    await workbench.run("View: Show Supermetrics");
    await workbench.sidebar.getByText("Sign In").first().waitFor();
    const signIn = async () => {
      const places = await watchFirstRow(workbench.page);
      await stage.signIn();
      await workbench.sidebar.getByText("Harbour Agency").first().waitFor();
      await workbench.restingRow("Harbour Mail");
      assert.equal((await places()).length, 1, String(await places()));
    };
    await signIn();
    await workbench.run("Supermetrics: Sign Out");
    await workbench.row("Harbour Mail").waitFor({ state: "detached" });
    await signIn(); // now there is a list that is remembered
  });

  it("says why it cannot be listed, keeps what is known, and tries again", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    await sandbox.fault({ method: "GET", path: "/connectors$", times: 2, status: 500 });
    await workbench.run("Supermetrics: Refresh");
    await workbench.row("Couldn't load connectors").waitFor();
    await workbench.row("Harbour Mail").waitFor();
    await workbench.notifications.none(); // it is said once, where people look
    await workbench.picture("tree-problem");
    await workbench.clickRow("Couldn't load connectors");
    await workbench.notifications.says("Couldn't load the connectors");
    await workbench.clickRow("Retry");
    await workbench.row("Retry").waitFor({ state: "detached" });
    assert.equal((await workbench.tree()).length, 3);
  });

  it("says which permission is missing, and leads to another key", async () => {
    const { workbench, sandbox } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    const fault = { method: "GET", path: "/connectors$", status: 403, errorCode: "FORBIDDEN" };
    await sandbox.fault(fault);
    await workbench.run("Supermetrics: Refresh");
    await workbench.row("cb_connectors_read").waitFor();
    await workbench.pictures("tree-permission");
    await workbench.clickRow("Replace API Key…");
    await workbench.quickInput.question("API key");
    await workbench.quickInput.cancel();
    await workbench.notifications.none(); // it is said once; a notification would have come by now
    await workbench.clickRow("Retry");
    await workbench.row("Retry").waitFor({ state: "detached" });
  });

  it("holds a thousand connectors", async () => {
    const { workbench, sandbox } = stage;
    await sandbox.reset({ connectors: 1000 });
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Connector 0001").waitFor();
    await createConnector(workbench, "Connector 0500½", "C0998");
    await workbench.selectedRow("Connector 0500½").waitFor();
    await workbench.picture("tree-thousand");
  });

  it("keeps the tab of what is opened with a double-click, and only that", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.openRow("Äpfel & Birnen");
    await workbench.tabOf("Äpfel & Birnen").waitFor();
    await workbench.clickRow("Harbour Mail");
    await workbench.tabOf("Harbour Mail").waitFor();
    await workbench.clickRow("Bikes");
    await workbench.tabOf("Harbour Mail").waitFor({ state: "detached" });
    assert.ok(await workbench.tabOf("Äpfel & Birnen").isVisible());
  });

  it("opens, copies and duplicates with the keyboard alone", async () => {
    const { workbench } = stage;
    await stage.signIn();
    await workbench.run("View: Show Supermetrics");
    await workbench.row("Harbour Mail").waitFor();
    await workbench.run("View: Focus into Primary Side Bar");
    await workbench.quickInput.gone();
    await workbench.page.keyboard.press("Home");
    await workbench.focusedRow("Äpfel & Birnen").waitFor();
    await workbench.page.keyboard.press("Enter");
    await workbench.tabOf("Äpfel & Birnen").waitFor();

    await workbench.run("Supermetrics: Copy Connector Identifier");
    await workbench.quickInput.focused("Äpfel & Birnen");
    await workbench.quickInput.enter();
    await workbench.quickInput.gone();
    await workbench.copied("NUM83");

    await workbench.run("Supermetrics: Duplicate Connector…");
    await workbench.quickInput.focused("Äpfel & Birnen");
    await workbench.quickInput.enter();
    await workbench.quickInput.question("Connector name");
    assert.equal(await workbench.quickInput.input.inputValue(), "Äpfel & Birnen (copy)");
  });

  it("marks what is not published, and publishes, renames and deletes from the row", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await stage.openWith({ name: "Harbour Mail" });
    await typeLine(workbench, '"about": "weekly",');
    await workbench.run("View: Show Supermetrics");
    const row = workbench.row("Harbour Mail");
    await row.getByText("unpublished changes").waitFor();
    await row.hover();
    await workbench.pictures("tree-edited", () => row.hover());
    await workbench.openMenu(row);
    await page.locator(".context-view .action-label", { hasText: "Save Configuration" }).waitFor();
    await workbench.picture("tree-menu");
    await page.keyboard.press("Escape");
    await row.hover();
    await row.locator('a[aria-label^="Compare with Published"]').click();
    await page.locator('.tab[aria-label*="published ↔ your changes"]').waitFor();
    await row.hover();
    await row.locator('a[aria-label^="Publish"]').click();
    await workbench.dialogs.press("Harbour Mail", "Publish");
    await row.getByText("unpublished changes").waitFor({ state: "detached" });
    const left = page.locator(".monaco-diff-editor .editor.original .view-lines");
    await left.getByText("weekly").waitFor();

    await workbench.run("View: Focus into Primary Side Bar");
    await workbench.quickInput.gone();
    await page.keyboard.press("Home");
    await workbench.focusedRow("Äpfel & Birnen").waitFor();
    await page.keyboard.press("ArrowDown");
    await workbench.focusedRow("Bikes").waitFor();
    await page.keyboard.press("F2");
    await workbench.quickInput.question("Connector name");
    assert.match(await workbench.quickInput.title(), /Bikes/);
    await workbench.quickInput.cancel();
    await workbench.run("View: Focus into Primary Side Bar");
    await workbench.focusedRow("Bikes").waitFor();
    await page.keyboard.press("Delete");
    await workbench.dialogs.says("Bikes");
  });
});

/** Watches the first row of the sidebar from now on. @returns what gives the heights at which it was drawn, in pixels */
async function watchFirstRow(page: Page): Promise<() => Promise<number[]>> {
  const places = await page.evaluateHandle(() => {
    const seen = new Set<number>();
    setInterval(() => {
      const row = document.querySelector(".sidebar .pane-body .monaco-list-row");
      if (row) {
        seen.add(row.getBoundingClientRect().top);
      }
    }, 5);
    return seen;
  });
  return () => places.evaluate((seen) => [...seen]);
}
