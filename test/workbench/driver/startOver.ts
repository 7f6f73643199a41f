import { patience, type Workbench } from "./workbench";

/**
 * Closes what is open without saving it, and signs out: the window is as it was when it opened, or nearly so.
 * @returns whether it is; where something is in the way, that is told
 */
export async function startOver(workbench: Workbench): Promise<boolean> {
  const { page } = workbench;
  page.setDefaultTimeout(5000);
  try {
    await page.bringToFront();
    await page.mouse.move(0, 0);
    await closeLayers(workbench);
    await closeEditors(workbench);
    if (await page.locator(".part.panel").isVisible()) {
      await workbench.run("View: Hide Panel");
    }
    if (await workbench.status.isVisible()) {
      await collapseTree(workbench);
      await signOut(workbench);
    }
    await workbench.notifications.clear();
    await workbench.run("View: Show Explorer");
    return true;
  } catch (error) {
    console.log(`# A window could not be cleared for the next test: ${String(error)}`);
    return false;
  } finally {
    page.setDefaultTimeout(patience);
  }
}

/** What lies on the window and takes its keys. */
async function closeLayers({ page, dialogs, quickInput }: Workbench): Promise<void> {
  for (const layer of [dialogs.box, quickInput.widget, page.locator(".context-view")]) {
    if (await layer.first().isVisible()) {
      await page.keyboard.press("Escape");
      await layer.first().waitFor({ state: "hidden" });
    }
  }
}

async function closeEditors(workbench: Workbench): Promise<void> {
  const { page, dialogs } = workbench;
  const tab = page.locator(".tab").first();
  if (await tab.isVisible()) {
    await workbench.run("View: Close All Editors");
    await page.waitForFunction(
      () => !document.querySelector(".tab") || document.querySelector(".monaco-dialog-box"),
    );
    if (await dialogs.box.isVisible()) {
      await dialogs.press("Do you want to save", "Don't Save");
    }
    await tab.waitFor({ state: "detached" });
  }
}

/** A tree remembers what was expanded, though its rows are gone. */
async function collapseTree(workbench: Workbench): Promise<void> {
  await workbench.run("View: Show Supermetrics");
  const title = workbench.sidebar.locator(".composite.title");
  await title.hover();
  await title.locator('a[aria-label="Collapse All"]').click();
}

/** Signs out, and deletes what is kept beyond that, where that is offered. */
async function signOut(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.run("Supermetrics: Sign Out");
  const words = { hasText: "Signed out. API key removed." };
  const offer = page.locator(".notification-toast", words);
  await page.locator(".statusbar-item", words).or(offer).first().waitFor();
  if (await offer.isVisible()) {
    await workbench.notifications.press(words.hasText, "Delete Local Versions");
  }
}
