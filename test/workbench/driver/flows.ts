import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./attempts";
import type { Workbench } from "./workbench";

/** Signs in from the palette: with this team, or with the one that was used last where there is one. */
export async function signIn(workbench: Workbench, key: string, team: string): Promise<void> {
  const { quickInput, status } = workbench;
  await workbench.run("Supermetrics: Sign In…");
  await quickInput.answer("API key", key);
  await quickInput.question("team");
  if ((await quickInput.input.getAttribute("placeholder")) === "Select a team") {
    await quickInput.items.first().waitFor();
    await quickInput.enter();
  } else {
    await quickInput.enter(team);
  }
  await status.waitFor();
}

/** Goes through Create Connector without a description, and sends. @param source what to start from, by its label */
export async function createConnector(
  workbench: Workbench,
  name: string,
  source = "Default configuration",
): Promise<void> {
  await workbench.run("Supermetrics: Create Connector…");
  await workbench.quickInput.answer("Connector name", name);
  await workbench.quickInput.answer("Description", "");
  await workbench.quickInput.question("Start from");
  await workbench.quickInput.choose(source);
}

/** Opens the seed's first connector from the tree, and puts the cursor into it. */
export async function openHarbourMail(workbench: Workbench): Promise<void> {
  await workbench.run("View: Show Supermetrics");
  await workbench.openRow("Harbour Mail");
  await workbench.tabOf("Harbour Mail").waitFor();
  await workbench.editorText();
  await workbench.focusEditor();
}

/** Asks for the active configuration to be saved into the workspace under the name that is offered. */
export async function saveToWorkspace(workbench: Workbench): Promise<void> {
  await workbench.run("Supermetrics: Save Configuration to Workspace…");
  await workbench.quickInput.fileDialog("Save Configuration of");
  await workbench.picture("files-save");
  await workbench.page.keyboard.press("Enter");
}

/** Waits until keys go to the editor of this file: its tab shows before it takes them from the editor before it. */
export async function fileOpened(workbench: Workbench, name: string): Promise<void> {
  await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await workbench.focusEditor();
}

/** Selects where a text first stands in the active editor, and waits until keys go there. */
export async function selectText(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  const find = page.locator(".editor-group-container.active .find-widget.visible");
  const position = (wanted: string) =>
    page.locator(".statusbar-item", { hasText: wanted }).waitFor({ timeout: 3000 });
  await attempt(page, async () => {
    await workbench.focusEditor();
    await page.keyboard.press("Control+Home");
    await position("Ln 1, Col 1");
    await page.keyboard.press("Control+F");
    const input = find.locator(".find-part textarea:focus");
    // The cursor moves where the text changes, and the box may have this one from the last time.
    await input.fill("", { timeout: 3000 });
    await input.fill(text, { timeout: 3000 });
    await position(`(${text.length} selected)`);
    await page.keyboard.press("Escape");
    await find.waitFor({ state: "hidden", timeout: 3000 });
    await workbench.editorFocused();
  });
}

/** Opens the quick fixes of what is selected, until the one with this label is among them. */
export async function offerQuickFix({ page }: Workbench, label: string): Promise<void> {
  const fix = page.locator(".action-widget .monaco-list-row", { hasText: label });
  await attempt(page, async () => {
    // The editor asks for them once, which may be before the problem that they mend has arrived.
    await page.keyboard.press("Control+.");
    await fix.waitFor({ timeout: 3000 });
  });
}

/** Types a line after the first one of the active editor, which has the focus. */
export async function typeLine({ page }: Workbench, line: string): Promise<void> {
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(line);
  const lines = page.locator(".editor-group-container.active .view-line");
  await lines.filter({ hasText: line }).first().waitFor();
}

/** Replaces the user's settings, in the editor that opens over the window, and closes it. */
export async function writeSettings(workbench: Workbench, settings: object): Promise<void> {
  const { page } = workbench;
  await workbench.run("Preferences: Open User Settings (JSON)");
  const editor = page.locator(".monaco-modal-editor-block");
  await editor.locator(".view-line").first().waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(settings));
  await editor.locator(".view-lines").first().click(); // or the keys come before the focus
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
  const [written = ""] = Object.keys(settings);
  await editor.locator(".view-line", { hasText: written }).first().waitFor();
  await page.keyboard.press("Control+S");
  await page.waitForTimeout(1000); // the editor writes in its own time, and does not show it
  await editor.locator("a.codicon-close").last().click();
  await editor.waitFor({ state: "hidden" });
}

/** Types a line into the active configuration, and publishes it. */
export async function publishLine(workbench: Workbench, line: string): Promise<void> {
  await workbench.focusEditor();
  await typeLine(workbench, line);
  await workbench.page.keyboard.press("Control+S");
  await workbench.dialogs.press('Publish "', "Publish");
  await workbench.clean();
}

/**
 * Writes files into the folder that the window has open, and waits for them in the explorer. It is told to read the
 * folder: it may have done so before, and be told of no change yet.
 * @param texts by file name
 */
export async function showFiles(
  workbench: Workbench,
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, name), text);
  }
  await workbench.run("Refresh Explorer"); // shows it as well
  for (const name of Object.keys(texts)) {
    await workbench.row(name).first().waitFor();
  }
}
