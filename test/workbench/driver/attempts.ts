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
 * Waits until the page has run the timers that are due in so many milliseconds, by its own clock: it may be late. The
 * workbench takes keys for a quick input's until a timer that is due at once, after the quick input has lost the
 * focus: keys that come before it are dropped.
 */
export async function afterTimers(page: Page, milliseconds = 0): Promise<void> {
  await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), milliseconds);
}

/** Waits until something holds, for thirty seconds at most, and gives it, or else what is there instead. */
export async function until<T>(holds: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const result = await holds();
    if (result || performance.now() > deadline) {
      return result;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the workbench shows the extension's icon: longer than for anything else, all is loaded and started then. */
export async function ready(page: Page): Promise<void> {
  const ours = page.locator('.activitybar a[aria-label*="Supermetrics"]').first();
  await ours.waitFor({ timeout: 90_000 });
}
