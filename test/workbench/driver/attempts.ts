import type { Page } from "playwright-core";

/**
 * Does what a workbench under load may miss (a key that came too early, a list that was read too soon), until it
 * is done: up to ten times, with an Escape between them. Throws what the last attempt threw.
 * @param work must wait for its own success, for a short time
 */
export async function attempt(page: Page, work: () => Promise<void>): Promise<void> {
  for (let left = 9; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) {
        throw error;
      }
      await page.keyboard.press("Escape");
    }
  }
}

/**
 * Waits until the page has run the timers that are due now. The workbench takes keys for a quick input's until such a
 * timer, after the quick input has lost the focus: keys that come within these milliseconds are dropped.
 */
export async function afterTimers(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}

/** Waits until the workbench shows the extension's icon: longer than for anything else, all is loaded and started then. */
export async function ready(page: Page): Promise<void> {
  const ours = page.locator('.activitybar a[aria-label*="Supermetrics"]').first();
  await ours.waitFor({ timeout: 90_000 });
}
