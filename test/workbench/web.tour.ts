import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import type { Host } from "../hosts/host";
import { launchBrowser } from "../hosts/browser";
import { packExtension } from "../hosts/pack";
import { startWeb } from "../hosts/web";
import { createControl, defaultKey, defaultTeam, startSandbox, type Sandbox } from "../sandbox";
import { sourceConfiguration, startSource } from "../source";
import { Workbench } from "./driver/workbench";
import { writeSettings, createConnector } from "./driver/flows";

/** The extension in a web worker of the browser, where the log is kept in the browser too. */
describe("VS Code for the Web", () => {
  let sandbox: Sandbox;
  let host: Host;
  let browser: Browser;
  let workbench: Workbench;

  before(async function () {
    this.timeout(300_000);
    sandbox = await startSandbox();
    await packExtension(); // which builds the bundle that this host loads from the project's folder
    host = await startWeb();
    browser = await launchBrowser();
    workbench = await Workbench.open(browser, host.url());
    await writeSettings(workbench, { "supermetrics.apiBaseUrl": sandbox.origin });
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await workbench.failurePicture(`failed-web-${this.currentTest.title.replace(/\W+/g, "-")}`);
    }
  });

  after(async () => {
    await browser.close();
    await host.close();
    await sandbox.close();
  });

  it("says that the browser may have refused the request, and names the way out", async () => {
    await createControl(sandbox.origin).settings({ cors: "documented" });
    await workbench.run("Supermetrics: Sign In…");
    await workbench.quickInput.answer("API key", defaultKey);
    await workbench.quickInput.answer("Team ID", defaultTeam);
    await workbench.quickInput.question("Couldn't check the API key");
    await workbench.picture("web-refused-by-browser");
    const reason = await workbench.quickInput.items.first().innerText();
    assert.match(reason.replaceAll("\u00a0", " "), /browser/);
    await createControl(sandbox.origin).settings({ cors: "full" });
    await workbench.quickInput.choose("Retry");
    await workbench.status.waitFor();
  });

  it("creates a connector, and logs a line for each request without the key", async () => {
    await createConnector(workbench, "From a browser");
    await workbench.tabOf("From a browser").waitFor();
    await workbench.run("Supermetrics: Show Extension Log");
    const lines = workbench.page.locator(".panel .view-lines");
    await lines.filter({ hasText: /POST.\/v1\/teams\/\d+\/connector_builder/ }).waitFor();
    await workbench.picture("log");
    assert.ok(!(await lines.innerText()).includes(defaultKey));
  });

  it("says that a source may refuse browsers, and how its rows can be previewed all the same", async () => {
    const source = await startSource();
    try {
      await createControl(sandbox.origin).addConnector(defaultTeam, {
        identifier: "CL0SD",
        name: "Closed source",
        configurationText: sourceConfiguration(`${source.origin}/closed`),
      });
      await workbench.run("Supermetrics: Refresh Connectors");
      await workbench.run("View: Show Supermetrics");
      await workbench.openRow("Closed source");
      await workbench.tabOf("Closed source").waitFor();
      await workbench.run("Supermetrics: Preview Report Type…");
      await workbench.quickInput.choose("Visits by hour");
      await workbench.dialogs.press("Send a request to", "Send Request");
      assert.deepEqual(
        await workbench.notifications.buttons("source doesn't allow requests from a browser"),
        ["Retry", "Preview from Saved Response…", "Show Extension Log"],
      );
    } finally {
      await source.close();
    }
  });
});
