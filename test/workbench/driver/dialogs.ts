import type { Locator, Page } from "playwright-core";

/** The modal dialog that is showing. */
export class Dialogs {
  readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator(".monaco-dialog-box");
  }

  /** Waits for one that has this text. */
  async says(text: string): Promise<Locator> {
    const dialog = this.box.filter({ hasText: text });
    await dialog.waitFor();
    return dialog;
  }

  /** Presses a button of the one that has this text. */
  async press(text: string, button: string): Promise<void> {
    const dialog = await this.says(text);
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Labels of the buttons of the one that has this text. */
  async buttons(text: string): Promise<string[]> {
    return (await this.says(text)).getByRole("button").allInnerTexts();
  }
}
