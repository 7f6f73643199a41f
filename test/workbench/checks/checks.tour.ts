import assert from "node:assert/strict";
import { offerQuickFix, selectText, typeLine } from "../driver/flows";
import { useStage } from "../stage";

const configuration = {
  authentication: { type: "user_input", userInputs: [{ id: "token", label: "Token" }] },
  dataSourceUser: { userInfo: { accessToken: { source: "userInput", value: "tokn" } } },
  reporting: {
    reportTypes: [
      {
        id: "days",
        title: "Newsletters by day",
        request: { url: "http://api.example.com/days?from=2026-01-01" },
        fields: [{ id: "opens", label: "Opens" }],
      },
    ],
  },
};

describe("Checks", () => {
  const stage = useStage();
  const { published } = stage;

  beforeEach(() => stage.openWith(configuration));

  it("are shown, and mended with the keyboard", async () => {
    const { workbench } = stage;
    const { page, problems } = workbench;
    await workbench.run("Supermetrics: Check Configuration");
    await problems.filter({ hasText: 'Unknown user input "tokn".' }).waitFor();
    await workbench.contrastPictures("checks-problems");
    await selectText(workbench, '"tokn"');
    await offerQuickFix(workbench, 'Change to "token"');
    await workbench.contrastPictures("checks-fix");
    await page.keyboard.press("Enter");
    await problems.filter({ hasText: "tokn" }).waitFor({ state: "hidden" });
    assert.match(await workbench.editorText(), /"value": "token"/);
  });

  it("ask before errors are published", async () => {
    const { workbench } = stage;
    const { dialogs, page } = workbench;
    await typeLine(workbench, '"mine": 1,');
    await page.keyboard.press("Control+S");
    const question = '"Harbour Mail" has 1 error';
    await dialogs.says(question);
    assert.deepEqual((await dialogs.buttons(question)).filter(Boolean), [
      "Publish Anyway",
      "Show Changes",
      "Cancel",
      "Show Problems",
    ]);
    await workbench.pictures("checks-publish");
    await page.keyboard.press("Enter");
    await workbench.problems.first().waitFor();
    assert.doesNotMatch(await published(), /mine/);
    await workbench.focusEditor();
    await page.keyboard.press("Control+S");
    await dialogs.press(question, "Publish Anyway");
    await workbench.clean();
    assert.match(await published(), /"mine": 1/);
  });

  it("show the runtime ID on hover, and report types in the outline", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await selectText(workbench, '"opens"');
    await workbench.run("Show or Focus Hover");
    await page.locator(".monaco-hover", { hasText: "days_opens" }).first().waitFor();
    await workbench.pictures("checks-hover");
    await page.keyboard.press("Escape");
    await workbench.run("Go to Symbol in Editor...");
    await page
      .locator(".quick-input-list .monaco-list-row", { hasText: "opens" })
      .first()
      .waitFor();
    await workbench.pictures("checks-outline");
    await page.keyboard.press("Escape");
  });
});
