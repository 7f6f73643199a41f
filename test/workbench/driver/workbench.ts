import assert from "node:assert/strict";
import type { Browser, Locator, Page } from "playwright-core";
import { afterTimers, attempt, ready, until } from "./attempts";
import { Dialogs } from "./dialogs";
import { Notifications } from "./notifications";
import { takeContrastPictures, takePicture, takePictures } from "./pictures";
import { QuickInput } from "./quickInput";

/** How long a menu takes no click after it has opened, and some more. Milliseconds. */
const menuDelay = 300;

/** How long something may take to show. Milliseconds. */
export const patience = 30_000;

/** A workbench in a browser, driven as a person would: keyboard first, and only by what is on the screen. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialogs: Dialogs;

  private constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page, () =>
      this.run("Notifications: Show Notifications"),
    );
    this.dialogs = new Dialogs(page);
  }

  static on(page: Page): Workbench {
    page.setDefaultTimeout(patience);
    return new Workbench(page);
  }

  static async open(browser: Browser, url: string): Promise<Workbench> {
    const viewport = { width: 1280, height: 800 };
    const context = await browser.newContext({ viewport, colorScheme: "dark" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const workbench = Workbench.on(page);
    await workbench.goTo(url);
    return workbench;
  }

  async goTo(url: string): Promise<void> {
    await this.page.goto(url);
    await ready(this.page);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await ready(this.page);
  }

  /** Runs a command from the palette by its whole title. */
  async run(title: string): Promise<void> {
    const wanted = this.page.locator(
      `.quick-input-list .monaco-list-row.focused[aria-label^="${title}"]`,
    );
    await this.page.bringToFront(); // a page behind another one draws nothing
    await attempt(this.page, async () => {
      // The palette lists the commands that there are when it opens; extensions may still be loading.
      await this.page.keyboard.press("F1");
      await this.quickInput.input.fill(`>${title}`, { timeout: 2000 });
      await wanted.waitFor({ timeout: 2000 });
    });
    await this.page.keyboard.press("Enter");
    await afterTimers(this.page);
  }

  /** Puts the focus into the active editor, and waits until keys go there. */
  async focusEditor(): Promise<void> {
    await attempt(this.page, async () => {
      await this.run("View: Focus Active Editor Group");
      await this.editorFocused();
    });
  }

  async editorFocused(): Promise<void> {
    const editor = ".editor-group-container.active .monaco-editor";
    await this.page.waitForFunction((wanted) => document.activeElement?.closest(wanted), editor, {
      timeout: 5000,
    });
  }

  /** Rows of the Connectors view, which must be showing. */
  get rows() {
    return this.page.locator(".sidebar .pane-body .monaco-list-row");
  }

  row(label: string) {
    return this.rows.filter({ hasText: label });
  }

  /** The row of that label once it is selected. */
  selectedRow(label: string) {
    return this.page
      .locator(".sidebar .pane-body .monaco-list-row.selected")
      .filter({ hasText: label });
  }

  /** The row of that label once a key pressed now would go to it. */
  focusedRow(label: string) {
    return this.page
      .locator(".sidebar .monaco-list:focus-within .monaco-list-row.focused")
      .filter({ hasText: label });
  }

  /** Opens the context menu of a row. */
  async openMenu(row: Locator): Promise<void> {
    await this.pointAway();
    await row.click({ button: "right" });
  }

  /** Clicks a row. */
  async clickRow(label: string): Promise<void> {
    await (await this.restingRow(label)).click();
  }

  /** Opens what a row stands for, to stay. */
  async openRow(label: string): Promise<void> {
    await (await this.restingRow(label)).dblclick();
    await this.pointAway();
  }

  /** The row once it stays where it is: what a view draws above it moves it down. */
  async restingRow(label: string): Promise<Locator> {
    await this.pointAway();
    const row = this.row(label);
    const top = async () => (await row.boundingBox())?.y;
    const rests = async () => {
      const before = await top();
      await afterTimers(this.page, 100);
      return before !== undefined && before === (await top());
    };
    assert.ok(await until(rests), `The row of ${label} doesn't stay where it is.`);
    return row;
  }

  /** The tooltip of a row may lie on another one, as long as the pointer is there. */
  private async pointAway(): Promise<void> {
    await this.page.mouse.move(0, 0);
  }

  /** Chooses from the context menu that is open. A menu takes no click in its first moment. */
  async chooseFromMenu(label: string): Promise<void> {
    const item = this.page.locator(".context-view .action-label", { hasText: label }).first();
    await item.waitFor();
    await afterTimers(this.page, menuDelay);
    await item.click();
    await item.waitFor({ state: "hidden" });
  }

  /** Opens a submenu of the menu that is open; what it has can be chosen like any item then. */
  async openSubmenu(label: string): Promise<void> {
    const item = this.page
      .locator(".context-view .action-label")
      .filter({ hasText: new RegExp(`^${label}$`) })
      .first();
    await item.waitFor();
    await afterTimers(this.page, menuDelay);
    await item.hover();
    await this.page.locator(".context-view .monaco-submenu .action-label").first().waitFor();
  }

  /** Waits until no tab holds an edit: what was saved has been published. */
  async clean(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector(".tab.dirty"));
  }

  /** A button in the toolbar of the active tab. */
  titleAction(label: string) {
    return this.page.locator(
      `.editor-group-container.active .editor-actions a[aria-label^="${label}"]`,
    );
  }

  /** The badge of the active tab that says that its file is read-only. */
  get lock() {
    return this.page.locator(
      ".tab.active .monaco-decoration-badge:not(.monaco-decoration-text-badge)",
    );
  }

  /** Waits until the clipboard holds a text that begins with this: an extension copies in its own time. */
  async copied(start: string): Promise<void> {
    // Not by `waitForFunction`, which takes a promise for a success.
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    const isCopied = async () => (await read()).startsWith(start);
    assert.ok(await until(isCopied), `“${start}” was not copied, but “${await read()}”.`);
  }

  /**
   * Has the workbench write down which tabs are open, by what it takes for the person leaving the window: in a browser
   * it does so every five seconds otherwise. A headless browser leaves the focus where it is.
   */
  async leave(): Promise<void> {
    await this.page.evaluate(() => {
      document.hasFocus = () => false;
      window.dispatchEvent(new Event("blur"));
    });
    await afterTimers(this.page, 1000);
    await this.page.evaluate(() => {
      Reflect.deleteProperty(document, "hasFocus"); // which shows the browser's own again
      window.dispatchEvent(new Event("focus"));
    });
  }

  /** Label and description of every row, as they stand. */
  async tree(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) =>
        ["label-name", "label-description"]
          .map((name) => row.querySelector(`.${name}`)?.textContent ?? "")
          .join(" ")
          .trim(),
      ),
    );
  }

  /** Rows of the Problems view. */
  get problems() {
    return this.page.locator(".markers-panel .monaco-list-row");
  }

  get sidebar() {
    return this.page.locator(".sidebar");
  }

  /** The item of the rate limit. */
  get status() {
    return this.page.locator('.statusbar-item[id*="supermetrics.rateLimit"]');
  }

  /** The tab of a connector's configuration, by the connector's name. */
  tabOf(name: string) {
    return this.page.locator(`.tab[data-resource-name^="${name} ("]`);
  }

  /** The lines of the active editor that are on the screen. */
  async editorText(): Promise<string> {
    const lines = this.page.locator(".editor-group-container.active .view-line");
    await lines.first().waitFor();
    const texts = await lines.evaluateAll((found) =>
      found
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? "" }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return texts.join("\n").replaceAll("\u00a0", " ");
  }

  picture(name: string): Promise<void> {
    return takePicture(this.page, name);
  }

  /** What was seen when a test failed. */
  failurePicture(name: string): Promise<void> {
    return takePicture(this.page, name, true);
  }

  /** In the dark and in the light theme. */
  pictures(name: string, show?: () => Promise<void>): Promise<void> {
    return takePictures(this.page, name, show);
  }

  /** In the dark, the light and the high-contrast theme. */
  contrastPictures(name: string): Promise<void> {
    return takeContrastPictures(this.page, name);
  }

  /** Waits for the tooltip of a row, which has this text. */
  async tooltip(row: Locator, text: string): Promise<Locator> {
    const tooltip = this.page.locator(".monaco-hover", { hasText: text });
    // Again where the view was drawn anew meanwhile, which takes the tooltip away while the pointer stays.
    const isShown = async () => {
      await this.pointAway();
      await row.hover();
      return tooltip.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    };
    assert.ok(await until(isShown), `No tooltip has “${text}”.`);
    return tooltip;
  }
}
