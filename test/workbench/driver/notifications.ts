import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { until } from "./attempts";

/** Notifications in the corner of the workbench. */
export class Notifications {
  private readonly toasts: Locator;
  private readonly centre: Locator;

  /** @param openCentre opens the notification centre */
  constructor(
    private readonly page: Page,
    private readonly openCentre: () => Promise<void>,
  ) {
    this.toasts = page.locator(".notification-toast");
    this.centre = page.locator(".notifications-center");
  }

  /** Waits for one that has this text. */
  async says(text: string | RegExp): Promise<Locator> {
    const toast = this.toasts.filter({ hasText: text }).last();
    let seen: string[] = [];
    const deadline = Date.now() + 15_000;
    while (!(await toast.isVisible())) {
      if (Date.now() > deadline) {
        throw new Error(`No notification has “${text}”. The last ones were:\n${seen.join("\n\n")}`);
      }
      const now = await this.toasts.allInnerTexts();
      seen = now.length > 0 ? now : seen;
      await this.page.waitForTimeout(50);
    }
    return toast;
  }

  /**
   * Opens the notification centre and waits for one there: while suites run, the workbench shows no toasts. The centre
   * closes when the last notification in it goes, as that of an upload that has ended, and is opened again then.
   * @param buttons that it has, where that matters
   */
  async listed(text: string, buttons?: readonly string[]): Promise<Locator> {
    const item = this.listItems.filter({ hasText: text }).first();
    const isListed = async () => {
      await this.ensureCentre();
      return item.isVisible();
    };
    if (!(await until(isListed))) {
      const others = (await this.listItems.allInnerTexts()).join("\n\n");
      throw new Error(`No notification has “${text}”. There are:\n${others}`);
    }
    if (buttons) {
      await item.hover();
      await item.locator("a.monaco-button").first().waitFor();
      assert.deepEqual(await item.locator("a.monaco-button").allInnerTexts(), buttons);
    }
    return item;
  }

  /** Throws where one in the notification centre has this text. */
  async notListed(text: string): Promise<void> {
    await this.ensureCentre();
    assert.equal(await this.listItems.filter({ hasText: text }).count(), 0);
  }

  /** Presses a button of one in the notification centre. */
  async pressListed(text: string, button: string): Promise<void> {
    const item = await this.listed(text);
    await item.hover();
    await item.locator("a.monaco-button", { hasText: button }).click();
  }

  private get listItems(): Locator {
    return this.centre.locator(".notification-list-item");
  }

  private async ensureCentre(): Promise<void> {
    if (!(await this.centre.isVisible())) {
      await this.openCentre();
    }
  }

  /** Waits until none shows; the one about progress goes a moment after its work is done. */
  async none(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector(".notification-toast"));
  }

  /** Labels of the buttons of the one that has this text. */
  async buttons(text: string | RegExp): Promise<string[]> {
    return (await this.says(text))
      .locator(".notification-list-item-buttons-container a")
      .allInnerTexts();
  }

  async press(text: string | RegExp, button: string): Promise<void> {
    await (await this.says(text)).locator("a.monaco-button", { hasText: button }).click();
  }

  /** Closes all that show, also those that come meanwhile. */
  async clear(): Promise<void> {
    const button = this.toasts.locator(".codicon-notifications-clear");
    const isClear = async () => {
      await button.evaluateAll((found) => found.forEach((one) => (one as HTMLElement).click()));
      return (await this.toasts.count()) === 0;
    };
    assert.ok(await until(isClear), "A notification can't be closed.");
  }
}
