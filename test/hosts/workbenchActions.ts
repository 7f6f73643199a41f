import type { Workbench } from "../workbench/driver/workbench";

/** What a suite inside an extension host can ask a person at the workbench to do. */
export type WorkbenchAction =
  | { readonly run: string }
  | { readonly answer: string; readonly to: string }
  /** Chooses a file in the dialog of that title, by its path. */
  | { readonly file: string; readonly to: string }
  /** Takes the name that the dialog of that title proposes, once it proposes one that ends so. */
  | { readonly saveAs: string; readonly to: string }
  | { readonly choose: string; readonly from: string }
  /** Goes on from a question with what stands in its box. */
  | { readonly accept: string }
  /** Presses a button beside the title of a question. */
  | { readonly pressBeside: string; readonly button: string }
  | { readonly press: string }
  /** Presses a button of the notification that says this. */
  | { readonly pressOn: string; readonly button: string }
  | { readonly waitForStatus: string }
  /** Waits for a question of that title. */
  | { readonly waitForQuestion: string }
  /** Waits until the panel shows this, by its id. */
  | { readonly waitForPanel: string }
  /** Waits for a lens of that title in an editor. */
  | { readonly waitForLens: string }
  /** Waits for a row of a view in the panel that says this. */
  | { readonly waitForPanelRow: string }
  /** Waits for a row of a list or tree that says this. */
  | { readonly waitForRow: string }
  /** Throws where a notification says this. */
  | { readonly noNotification: string }
  /** Waits for a notification that says this, and that has these buttons where they are given. */
  | { readonly waitForNotification: string; readonly buttons?: readonly string[] };

export async function act(workbench: Workbench, deed: WorkbenchAction): Promise<void> {
  const { quickInput, notifications, page } = workbench;
  if ("run" in deed) {
    await workbench.run(deed.run);
  } else if ("answer" in deed) {
    await quickInput.answer(deed.to, deed.answer);
  } else if ("file" in deed) {
    await quickInput.chooseFile(deed.to, deed.file);
  } else if ("saveAs" in deed) {
    await quickInput.saveFile(deed.to, deed.saveAs);
  } else if ("accept" in deed) {
    await quickInput.question(deed.accept);
    await quickInput.enter();
  } else if ("choose" in deed) {
    await quickInput.question(deed.from);
    await quickInput.choose(deed.choose);
  } else if ("pressOn" in deed) {
    await notifications.pressListed(deed.pressOn, deed.button);
  } else if ("pressBeside" in deed) {
    await quickInput.question(deed.pressBeside);
    await quickInput.widget.locator(`a[aria-label="${deed.button}"]`).click();
  } else if ("press" in deed) {
    await page.keyboard.press(deed.press);
  } else if ("waitForQuestion" in deed) {
    await quickInput.question(deed.waitForQuestion);
  } else if ("waitForPanel" in deed) {
    await page.locator(`.part.panel [id="${deed.waitForPanel}"]`).waitFor();
  } else if ("waitForLens" in deed) {
    const lenses = page.locator(".codelens-decoration a:visible");
    await lenses.filter({ hasText: deed.waitForLens }).first().waitFor();
  } else if ("waitForPanelRow" in deed) {
    const listed = page.locator(".part.panel .monaco-list-row");
    await listed.filter({ hasText: deed.waitForPanelRow }).first().waitFor();
  } else if ("waitForRow" in deed) {
    await workbench.row(deed.waitForRow).waitFor();
  } else if ("waitForStatus" in deed) {
    await workbench.status.filter({ hasText: deed.waitForStatus }).waitFor();
  } else if ("noNotification" in deed) {
    await notifications.notListed(deed.noNotification);
  } else {
    await notifications.listed(deed.waitForNotification, deed.buttons);
    await workbench.run("Notifications: Clear All Notifications");
  }
}
