import assert from "node:assert/strict";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { createPlayground, playgroundSettings, type Playground } from "../hosts/playground";
import { packExtension } from "../hosts/pack";
import { screenshots } from "../hosts/paths";
import { startServer, type ServerHost } from "../hosts/server";
import { createControl, defaultKey, defaultTeam } from "../sandbox";
import type { SandboxControl } from "../sandbox/control";
import { writeMovingPicture } from "./driver/movingPicture";
import { takePicture } from "./driver/pictures";
import { Workbench } from "./driver/workbench";
import { sharedHosts } from "./sharedHosts";

/** The README's first task as `npm start` sets it up, step by step and with the keyboard alone. */
describe("The first task", () => {
  let browser: Browser;
  let sandbox: SandboxControl;
  let playground: Playground;
  let host: ServerHost;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    const shared = await sharedHosts();
    ({ browser } = shared);
    sandbox = createControl(shared.sandbox.origin);
    await sandbox.reset();
    playground = createPlayground();
    host = await startServer("newest", {
      vsix: await packExtension(),
      folder: playground.folder,
      settings: {
        ...playgroundSettings,
        "supermetrics.apiBaseUrl": shared.sandbox.origin,
        "window.autoDetectColorScheme": true,
      },
    });
    workbench = await Workbench.open(browser, host.url());
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) {
      const name = this.currentTest.title.replace(/\W+/g, "-");
      await takePicture(workbench.page, `failed-first-task-${name}`, true);
    }
  });

  after(async () => {
    await workbench?.close();
    await host?.close();
    playground?.remove();
  });

  /** What the README's moving picture shows, in this order, and how long each of it. */
  const frames: [picture: string, seconds: number][] = [];

  /** Wanted in a whole run as well: the moving picture is made of it. */
  async function frame(picture: string, seconds: number): Promise<void> {
    await takePicture(workbench.page, picture, true);
    frames.push([picture, seconds]);
  }

  const line = (text: string) => workbench.page.locator(".view-line", { hasText: text }).first();

  /** What is published of the connector whose tab is open. */
  async function published(): Promise<string> {
    const name = (await workbench.tabOf("Bikes").getAttribute("data-resource-name")) ?? "";
    const identifier = /\((\w+)\)/.exec(name)?.[1] ?? assert.fail(name);
    return (await sandbox.connector(defaultTeam, identifier)).configurationText;
  }

  /** Types into the palette as the page says, and takes what it offers first. */
  async function palette(typed: string): Promise<void> {
    const { page, quickInput } = workbench;
    await page.keyboard.press("F1");
    await quickInput.input.waitFor();
    await page.keyboard.type(typed);
    await quickInput.items.first().waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press("Enter");
  }

  it("is on the screen from the beginning", async () => {
    const shown = workbench.page.frameLocator("iframe.webview").frameLocator("#active-frame");
    await shown.getByText("A folder to try things in").waitFor();
    await workbench.picture("first-task-readme");
  });

  it("begins with the sign-in", async () => {
    const { quickInput } = workbench;
    await palette("sign in");
    await quickInput.answer("API key", defaultKey);
    await quickInput.answer("team", defaultTeam);
    await workbench.status.waitFor();
  });

  it("creates a connector, whose configuration opens", async () => {
    const { quickInput, page } = workbench;
    await palette("create connector");
    await quickInput.answer("Connector name", "Bikes");
    await quickInput.answer("Description", "");
    await quickInput.question("Start from");
    await page.keyboard.press("Enter");
    await workbench.tabOf("Bikes").waitFor();
    await line("Bikes free").waitFor();
    await workbench.editorFocused();
    await frame("first-task-created", 2);
  });

  it("changes the label of a field, and publishes", async () => {
    const { page, dialogs } = workbench;
    await page.keyboard.press("Control+F");
    await page.locator(".find-widget.visible textarea").first().waitFor();
    await page.keyboard.type("Bikes free");
    await page.locator(".find-widget .matchesCount", { hasText: "1 of 1" }).waitFor();
    await page.keyboard.press("Escape");
    await workbench.editorFocused();
    await page.keyboard.type("Bikes left");
    await line("Bikes left").waitFor();
    await page.keyboard.press("Control+S");
    await dialogs.says('Publish "Bikes"?');
    await frame("first-task-publish", 3);
    await page.keyboard.press("Enter");
    await workbench.clean();
    assert.match(await published(), /Bikes left/);
  });

  it("undoes the publish", async () => {
    const { page, dialogs } = workbench;
    await palette("undo last");
    await dialogs.says("Undo the last publish");
    await frame("first-task-undo", 3);
    await page.keyboard.press("Enter");
    await line("Bikes free").waitFor();
    await workbench.clean();
    assert.match(await published(), /Bikes free/);
    await frame("first-task-undone", 3);
  });

  it("moves in the README", async () => {
    await writeMovingPicture(
      workbench.page,
      frames.map(([name, seconds]) => ({ file: join(screenshots, `${name}.png`), seconds })),
      join(screenshots, "first-task.png"),
      640,
    );
  });

  it("finds an example of every kind of file in the folder", async () => {
    const { page, quickInput, problems } = workbench;
    await page.keyboard.press("Control+P");
    await quickInput.input.waitFor();
    await page.keyboard.type("bike-hire");
    await quickInput.focused("bike-hire.connector.json");
    await page.keyboard.press("Enter");
    await page.locator('.tab[data-resource-name="bike-hire.connector.json"]').waitFor();
    await palette("check configuration");
    await problems.filter({ hasText: "hard-coded credential" }).waitFor();
    await workbench.picture("first-task-file");
  });
});
