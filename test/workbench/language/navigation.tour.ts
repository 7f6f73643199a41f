import assert from "node:assert/strict";
import { attempt } from "../driver/attempts";
import { selectText } from "../driver/flows";
import { useStage } from "../stage";

const configuration = {
  reporting: {
    reportTypes: [
      { id: "days", title: "Newsletters by day", fields: [{ id: "opens", label: "Opens" }] },
      // With one reference alone, the editor goes there and shows no list.
      {
        id: "lists",
        title: "Lists",
        decoration: { relations: [{ reportTypeId: "days", link: {} }] },
      },
      {
        id: "weeks",
        title: "Weeks",
        decoration: { relations: [{ reportTypeId: "days", link: {} }] },
      },
    ],
  },
};

describe("IDs", () => {
  const stage = useStage();
  const position = (wanted: string) =>
    stage.workbench.page.locator(".statusbar-item", { hasText: wanted }).waitFor({ timeout: 5000 });

  beforeEach(() => stage.openWith(configuration));

  it("lead to definitions and references, and are renamed, with the keyboard", async () => {
    const { workbench } = stage;
    const { page } = workbench;

    await selectText(workbench, 'TypeId": "days');
    await page.keyboard.press("F12");
    await position("Ln 5, Col");

    await page.keyboard.press("Shift+F12");
    const peek = page.locator(".reference-zone-widget");
    await peek.locator(".ref-tree .monaco-list-row", { hasText: "reportTypeId" }).first().waitFor();
    await workbench.pictures("navigation-references");
    await page.keyboard.press("Escape");
    await peek.waitFor({ state: "hidden" });

    const box = page.locator(".rename-box input");
    const rename = (name: string) =>
      attempt(page, async () => {
        await page.keyboard.press("F2");
        await box.fill(name, { timeout: 3000 });
      });
    await rename("daily");
    await workbench.pictures("navigation-rename");
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: '"reportTypeId": "daily"' }).last().waitFor();
    assert.match(await workbench.editorText(), /"id": "daily"/);

    await rename("lists");
    await page.keyboard.press("Enter");
    const refused = page.locator(".notification-toast", {
      hasText: "Another report type has the ID",
    });
    await refused.waitFor();
    await workbench.pictures("navigation-refused");
    await workbench.focusEditor();
    await page.keyboard.press("Control+Z");
    await page.locator(".view-line", { hasText: '"reportTypeId": "days"' }).last().waitFor();
    assert.match(await workbench.editorText(), /"id": "days"/);
  });
});
