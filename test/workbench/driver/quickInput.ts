import type { Locator, Page } from "playwright-core";

/** The quick input that is showing: an input box or a quick pick. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;
  readonly items: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(".quick-input-widget");
    this.input = this.widget.locator(".quick-input-box input");
    this.items = this.widget.locator(".quick-input-list .monaco-list-row");
  }

  /**
   * Waits until the question shows that has this in its prompt, placeholder or message, and has the focus. Where an
   * editor that opened late keeps it, as on a machine under load, the question is clicked on.
   */
  async question(text: string): Promise<void> {
    const said = this.widget
      .locator(".quick-input-message, .quick-input-title")
      .filter({ hasText: text });
    const placeholder = this.widget.locator(`input[placeholder*=${JSON.stringify(text)}]`);
    await said.or(placeholder).first().waitFor();
    const hasFocus = () => document.activeElement?.closest(".quick-input-widget") !== null;
    await this.page
      .waitForFunction(hasFocus, undefined, { timeout: 10_000 })
      .catch(() => this.input.click());
  }

  /** Waits for a question, types the answer and goes on. */
  async answer(question: string, text: string): Promise<void> {
    await this.question(question);
    await this.enter(text);
  }

  /** Waits until a file dialog has read its folder, and takes keys. */
  async fileDialog(question: string): Promise<void> {
    await this.question(question);
    await this.items.first().waitFor();
    await this.widget.locator(".quick-input-progress.active").waitFor({ state: "detached" });
  }

  /** Answers a file dialog. It reads its first folder and then the file's, and forgets what is typed before. */
  async chooseFile(question: string, path: string): Promise<void> {
    await this.question(question);
    await this.items.first().waitFor();
    const item = this.items.filter({ hasText: path.split("/").at(-1) ?? "" }).first();
    do {
      await this.type(path);
      await item.waitFor();
      await this.page.waitForTimeout(500);
    } while ((await this.input.inputValue()) !== path);
    await this.page.keyboard.press("Enter");
  }

  /** Goes on in a dialog for a new file once it proposes a name with that ending. */
  async saveFile(question: string, ending: string): Promise<void> {
    await this.question(question);
    while (!(await this.input.inputValue()).endsWith(ending)) {
      await this.page.waitForTimeout(50);
    }
    await this.widget.locator(".quick-input-progress.active").waitFor({ state: "detached" });
    await this.page.keyboard.press("Enter");
  }

  title(): Promise<string> {
    return this.widget.locator(".quick-input-title").innerText();
  }

  message(): Promise<string> {
    return this.widget.locator(".quick-input-message").innerText();
  }

  /** Waits for a message (prompt or remark) that has this text. */
  async says(text: string | RegExp): Promise<void> {
    await this.widget.locator(".quick-input-message").filter({ hasText: text }).waitFor();
  }

  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  async enter(text?: string): Promise<void> {
    if (text !== undefined) {
      await this.type(text);
    }
    await this.page.keyboard.press("Enter");
  }

  /** With the keyboard: the workbench's own key for it, on Linux. */
  async back(): Promise<void> {
    await this.page.keyboard.press("Control+Alt+Minus");
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.gone();
  }

  async gone(): Promise<void> {
    await this.widget.waitFor({ state: "hidden" });
  }

  /** Waits until the item that Enter would take has this text. */
  async focused(text: string): Promise<void> {
    await this.widget
      .locator(".quick-input-list .monaco-list-row.focused")
      .filter({ hasText: text })
      .waitFor();
  }

  /** Chooses an item by filtering for its label. */
  async choose(label: string): Promise<void> {
    await this.type(label);
    await this.focused(label);
    await this.page.keyboard.press("Enter");
  }
}
