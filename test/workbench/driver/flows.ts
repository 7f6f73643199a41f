import type { Workbench } from "./workbench";

/** Goes through Create Connector without a description, and sends. @param source what to start from, by its label */
export async function createConnector(
  workbench: Workbench,
  name: string,
  source = "Default configuration",
): Promise<void> {
  await workbench.run("Supermetrics: Create Connector…");
  await workbench.quickInput.answer("Name", name);
  await workbench.quickInput.answer("Description", "");
  await workbench.quickInput.question("Start from");
  await workbench.quickInput.choose(source);
}

/** Opens the seed's first connector from the tree, and puts the cursor into it. */
export async function openHarbourMail(workbench: Workbench): Promise<void> {
  await workbench.run("View: Show Supermetrics");
  await workbench.row("Harbour Mail").dblclick();
  await workbench.editorText();
  await workbench.run("View: Focus Active Editor Group");
}

/** Puts the cursor of the active editor where a text stands, and selects it. */
export async function selectText({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.press("Control+F");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Types a line after the first one of the active editor. */
export async function typeLine({ page }: Workbench, line: string): Promise<void> {
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(line);
}

/** Replaces the user's settings, in the editor that opens over the window, and closes it. */
export async function writeSettings(workbench: Workbench, settings: object): Promise<void> {
  const { page } = workbench;
  await workbench.run("Preferences: Open User Settings (JSON)");
  const editor = page.locator(".monaco-modal-editor-block");
  await editor.locator(".view-line").first().waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(settings));
  for (const key of ["Control+A", "Control+V", "Control+S"]) {
    await page.keyboard.press(key);
  }
  await editor.locator("a.codicon-close").last().click();
  await editor.waitFor({ state: "hidden" });
}

/** Types a line into the active configuration, and publishes it. */
export async function publishLine(workbench: Workbench, line: string): Promise<void> {
  await workbench.run("View: Focus Active Editor Group");
  await typeLine(workbench, line);
  await workbench.page.keyboard.press("Control+S");
  await workbench.dialogs.press("Publish “", "Publish");
  await workbench.clean();
}

/** Hot exit keeps what is not saved on the server, and would bring it into the next window. */
export async function giveUpEdits(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const dirty = page.locator(".tab.dirty");
  // A document may be in more than one of them.
  for (let attempt = 0; attempt < 10 && (await dirty.count()) > 0; attempt++) {
    await page.keyboard.press("Escape");
    const click = dirty.first().click({ timeout: 2000 });
    const isThere = await click.then(
      () => true,
      () => false,
    );
    if (isThere) {
      await workbench.run("View: Revert and Close Editor");
    }
    await page.waitForTimeout(500);
  }
}
