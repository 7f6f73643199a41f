import assert from "node:assert/strict";
import { schemaUrls } from "../../../src/features/schema/schemaNames";
import { selectText, typeLine } from "../driver/flows";
import type { Workbench } from "../driver/workbench";
import { useStage } from "../stage";

const configuration = {
  reporting: {
    reportTypes: [
      {
        id: "days",
        title: "Newsletters by day",
        request: { method: "FETCH", url: "https://api.example.com/days" },
        fields: [],
      },
    ],
  },
};

const suggestions = ({ page }: Workbench) => page.locator(".suggest-widget .monaco-list-row");

/** Types on a new line behind a text of the active editor. */
async function typeBehind(workbench: Workbench, text: string, typed: string): Promise<void> {
  const { keyboard } = workbench.page;
  await selectText(workbench, text);
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await keyboard.type(typed, { delay: 50 });
}

/** Waits until the language status of the active editor says so, and takes a picture. */
async function seen(workbench: Workbench, text: RegExp, picture: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.locator(".hover-language-status", { hasText: text }).first().waitFor();
  await workbench.pictures(picture);
  await page.mouse.move(600, 600);
}

describe("Schema", () => {
  const stage = useStage();
  const open = (more: object = {}) => stage.openWith({ ...more, ...configuration });

  it("completes keys with the documentation's texts", async () => {
    const { workbench } = stage;
    await open();
    await typeBehind(workbench, '"Newsletters by day",', '"');
    await suggestions(workbench).filter({ hasText: "decoration" }).waitFor();
    await workbench.pictures("schema-keys");
    await workbench.page.keyboard.type("conf");
    await workbench.page.keyboard.press("Enter");
    assert.match(await workbench.editorText(), /"config": \{\},?/);
  });

  it("shows the documentation's text on hover, and what is wrong", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await open();
    await selectText(workbench, '"method');
    await workbench.run("Show or Focus Hover");
    await page.locator(".monaco-hover", { hasText: "Connectors only read." }).first().waitFor();
    await workbench.pictures("schema-hover");
    await page.keyboard.press("Escape");
    await selectText(workbench, '"FETCH"');
    await workbench.run("Go to Next Problem (Error, Warning, Info)");
    await page.locator(".marker-widget", { hasText: "Value is not accepted" }).waitFor();
    await workbench.pictures("schema-problem");
  });

  it("has snippets beside it", async () => {
    const { workbench } = stage;
    await open();
    await selectText(workbench, '"fields": [');
    await workbench.page.keyboard.press("ArrowRight");
    await workbench.page.keyboard.type('"F', { delay: 50 });
    await suggestions(workbench).filter({ hasText: "Field" }).waitFor();
    await workbench.page.keyboard.press("Control+Space");
    await workbench.page.locator(".suggest-details").waitFor();
    await workbench.pictures("snippet-offered");
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.type("opens");
    await workbench.pictures("snippet-inserted");
    assert.match(await workbench.editorText(), /"id": "opens",/);
  });

  it("offers to stand in where “$schema” names it", async () => {
    const { workbench } = stage;
    const { page } = workbench;
    await open({ $schema: schemaUrls[0] });
    const left = /VS Code loads "\$schema"/;
    await seen(workbench, left, "schema-named");
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page
      .locator(".hover-language-status", { hasText: "VS Code loads" })
      .getByText("Use Extension's Schema")
      .click();
    await workbench.notifications.says("json.schemas in your settings");
    await workbench.pictures("schema-named-used");
    await selectText(workbench, '"FETCH"');
    await workbench.run("Go to Next Problem (Error, Warning, Info)");
    await page.locator(".marker-widget", { hasText: "Value is not accepted" }).waitFor();
    await page.keyboard.press("Escape");
    await workbench.run("Supermetrics: Stop Using Extension's Schema for $schema");
    await seen(workbench, left, "schema-named-left");
  });

  it("is offered once where VS Code may not be able to load it", async () => {
    const { workbench, sandbox } = stage;
    const { notifications, page } = workbench;
    const offer = "might not be able to download";
    await open();
    await page.locator(".squiggly-warning").first().waitFor();
    await sandbox.fault({ path: "/schema/", reset: true });
    await workbench.run("Supermetrics: Reload Configuration Schema");
    await notifications.says("Couldn't load the configuration schema.");
    await notifications.clear();
    await workbench.focusEditor();
    await typeLine(workbench, `"$schema": "${schemaUrls[0]}",`);
    await notifications.says(offer);
    await workbench.pictures("schema-offer");
    await notifications.press(offer, "Use Extension's Schema");
    await notifications.says("json.schemas in your settings");
    await notifications.press("json.schemas in your settings", "Undo");
    await typeLine(workbench, '"mine": 1,');
    await seen(workbench, /VS Code loads "\$schema"/, "schema-offered");
    await notifications.none();
  });
});

describe("Schema that is not there yet", () => {
  const stage = useStage({ profile: "without schema" });

  it("is spoken of quietly, and blocks nobody", async () => {
    const { workbench, sandbox } = stage;
    const { page } = workbench;
    const reload = () => workbench.run("Supermetrics: Reload Configuration Schema");
    await sandbox.fault({ path: "/schema/", reset: true });
    await stage.openWith(configuration);
    await seen(workbench, /No configuration schema/, "schema-none");

    await sandbox.fault({ path: "/schema/", hold: true });
    await reload();
    await seen(workbench, /Loading the configuration schema/, "schema-loading");
    await typeLine(workbench, '"mine": 1,');
    assert.match(await workbench.editorText(), /"mine": 1,/);
    const loaded = page.getByText("Configuration schema loaded").first().waitFor();
    await sandbox.clearFaults();
    await loaded;

    await sandbox.fault({ path: "/schema/", reset: true });
    await reload();
    await workbench.notifications.says("Couldn't load the configuration schema.");
    await seen(workbench, /last downloaded schema/, "schema-kept");
  });
});
