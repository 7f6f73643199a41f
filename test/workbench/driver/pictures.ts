import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { screenshots } from "../../hosts/paths";

/** What fades in is there whole; what turns without end is left to turn. */
async function atRest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter((one) => Number(one.effect?.getComputedTiming().endTime) < 5000);
  await Promise.allSettled(ending.map((one) => one.finished));
}

/** Pictures are for people, and take a good part of a tour's time: `TEST_PICTURES=failures` leaves out all others. */
const areWanted = process.env["TEST_PICTURES"] !== "failures";

/** Leaves a picture of a page in the ignored output folder, once what moves is at rest. */
export async function takePicture(page: Page, name: string, isWanted = areWanted): Promise<void> {
  await page.evaluate(atRest);
  if (isWanted) {
    mkdirSync(screenshots, { recursive: true });
    await capture(page, join(screenshots, `${name}.png`));
  }
}

/** Chromium has nothing to capture for a moment when its process that draws has started again: another try then. */
async function capture(page: Page, path: string): Promise<void> {
  for (let left = 2; ; left--) {
    try {
      await page.screenshot({ path });
      return;
    } catch (error) {
      if (left === 0 || !String(error).includes("Unable to capture screenshot")) {
        throw error;
      }
    }
  }
}

/**
 * Leaves one in the dark theme, which a workbench has at first, and one in the light theme.
 * @param show shows what a change of the theme hides: it draws trees again, and takes their tooltips away
 */
export async function takePictures(
  page: Page,
  name: string,
  show?: () => Promise<void>,
): Promise<void> {
  await show?.();
  await takePicture(page, `${name}-dark`);
  if (!areWanted) {
    return;
  }
  await turn(page, "light");
  await show?.();
  await takePicture(page, `${name}-light`);
  await turn(page, "dark");
}

/** Leaves one in the high-contrast theme as well, where colors and borders carry a meaning. */
export async function takeContrastPictures(page: Page, name: string): Promise<void> {
  await takePictures(page, name);
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator(".monaco-workbench.hc-black").waitFor();
  await takePicture(page, `${name}-contrast`);
  await page.emulateMedia({ forcedColors: "none" });
  await turn(page, "dark");
}

/** The workbench follows the page's media where its settings say so. */
async function turn(page: Page, theme: "dark" | "light"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`.monaco-workbench.vs${theme === "dark" ? "-dark" : ""}`).waitFor();
}
