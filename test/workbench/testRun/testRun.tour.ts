import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { defaultTeam } from "../../sandbox/seed";
import { sourceConfiguration, sourceToken, startSource, type Source } from "../../source";
import { until } from "../driver/attempts";
import { selectText } from "../driver/flows";
import { useStage } from "../stage";

describe("A test run", () => {
  const stage = useStage();
  let source: Source;
  before(async () => {
    source = await startSource();
  });
  after(() => source.close());

  const open = () => stage.openWith(JSON.parse(sourceConfiguration(source.origin)));
  const logIn = () =>
    stage.sandbox.login(defaultTeam, "T3S70", {
      inputs: { login_name: "Ann", token: sourceToken },
    });
  const rows = () =>
    stage.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe");
  const queries = async () =>
    (await stage.sandbox.requests()).filter(({ path }) => path.includes("/query/data/json"));

  /** Answers what is asked from the report type on, with what is there. */
  async function answer(picture: (name: string) => Promise<void> = async () => undefined) {
    const { quickInput } = stage.workbench;
    await quickInput.question("Report type to run");
    await picture("report-type");
    await quickInput.choose("Newsletters by day");
    await quickInput.question("Accounts to fetch");
    await picture("accounts");
    await quickInput.enter();
    await quickInput.question("Fields to fetch");
    await picture("fields");
    await quickInput.enter();
    await quickInput.question("Dates of the query");
    await picture("dates");
    await quickInput.choose("Last 7 days");
    await quickInput.question("Maximum number of rows");
    await picture("rows");
    await quickInput.enter();
  }

  /** This server leads to addresses of its own computer by a proxy, which only its whole product has. */
  const reachComputer = async (login: Page) => {
    await login.waitForURL("**/login/**");
    await login.goto(login.url().replace(/^http:.*\/proxy\/(\d+)\//, "http://127.0.0.1:$1/"));
  };

  it("has a login made, asks what to fetch, and shows it, with the keyboard alone", async () => {
    await open();
    const { workbench } = stage;
    const { quickInput, notifications, page } = workbench;
    await selectText(workbench, '"newsletter_days"');
    await page.locator(".codelens-decoration a:visible", { hasText: "Test Run" }).first().waitFor();
    const lenses = await page.locator(".codelens-decoration:visible").allInnerTexts();
    assert.ok(
      lenses.some((text) => /^Preview.*Test Run$/.test(text.replace(/\s/g, " "))),
      lenses.join(),
    );
    await workbench.contrastPictures("testrun-codelens");

    await workbench.run("Supermetrics: Test Connector…");
    await quickInput.question("A test run needs a login for this connector");
    await workbench.contrastPictures("testrun-no-login");
    const opened = page.context().waitForEvent("page");
    await quickInput.choose("Create a New Login…");
    const login = await opened;
    await reachComputer(login);
    await login.getByRole("heading", { name: "Connect to Harbour Mail" }).waitFor();
    await notifications.says("Waiting for the login…");
    await page.bringToFront();
    await workbench.contrastPictures("testrun-waiting");
    await login.bringToFront();
    await login.locator('[name="login_name"]').focus();
    await login.keyboard.type("Ann");
    await login.keyboard.press("Tab");
    await login.keyboard.type(sourceToken);
    await login.keyboard.press("Enter");
    await login.getByText("You can close this page now.").waitFor();
    await login.close();
    await page.bringToFront();
    await answer((name) => workbench.pictures(`testrun-${name}`));
    await rows().getByRole("gridcell", { name: "Spring" }).first().waitFor();
    await notifications.none();
    await workbench.contrastPictures("testrun-rows");
    for (const tab of ["Response", "Request", "Run"]) {
      await rows().getByRole("tab", { name: tab }).click();
      await workbench.picture(`testrun-rows-${tab.toLowerCase()}`);
    }
    const [link] = await stage.sandbox.loginLinks();
    assert.equal(link?.state, "CLOSED");
    assert.ok(!JSON.stringify(await stage.sandbox.requests()).includes(sourceToken));

    // Once more with one key, from the rows and from the editor: nothing is asked.
    await stage.sandbox.clearRequests();
    await page.keyboard.press("Control+Alt+Enter");
    assert.ok(await until(async () => (await queries()).length >= 2));
    await notifications.none();
    await workbench.pictures("testrun-again");
    await workbench.run("View: Focus First Editor Group");
    await workbench.editorFocused();
    await stage.sandbox.clearRequests();
    await page.keyboard.press("Control+Alt+Enter");
    assert.ok(await until(async () => (await queries()).length >= 2));
    await notifications.none();
  });

  it("says how far it is, and is given up with Cancel", async () => {
    await open();
    await logIn();
    await stage.sandbox.settings({ queryStates: ["QUEUED", "RUNNING"], queryMs: 600_000 });
    const { workbench } = stage;
    const { quickInput, notifications, page } = workbench;
    await workbench.run("Supermetrics: Test Connector…");
    await quickInput.question("Login to run with");
    await workbench.contrastPictures("testrun-login");
    await quickInput.choose("Ann");
    await answer();
    await notifications.says(/Testing Harbour Mail.*Running, \d+ s/s);
    await workbench.contrastPictures("testrun-running");
    await notifications.press("Testing Harbour Mail", "Cancel");
    await notifications.none();
    await page
      .locator(".statusbar-item", { hasText: "Canceled. Supermetrics may still finish the run." })
      .waitFor();
    await workbench.picture("testrun-canceled");
  });

  it("goes back through the questions, and keeps what was chosen", async () => {
    await open();
    await logIn();
    const { workbench } = stage;
    const { quickInput } = workbench;
    await workbench.run("Supermetrics: Test Connector…");
    await quickInput.question("Login to run with");
    await quickInput.choose("Ann");
    await quickInput.question("Report type to run");
    await quickInput.choose("Visits by hour");
    await quickInput.question("Accounts to fetch");
    await quickInput.back();
    await quickInput.question("Report type to run");
    await quickInput.focused("Visits by hour");
    await quickInput.back();
    await quickInput.question("Login to run with");
    await quickInput.focused("Ann");
    await quickInput.cancel();
    assert.deepEqual(await queries(), []);
  });

  it("tells why it failed, and leads to the logs of that time", async () => {
    await open();
    await logIn();
    await stage.sandbox.settings({ queryEnd: "FAILURE", queryFailures: "state" });
    const { workbench } = stage;
    const { quickInput, notifications } = workbench;
    await workbench.run("Supermetrics: Test Connector…");
    await quickInput.question("Login to run with");
    await quickInput.choose("Ann");
    await answer();
    const failed = 'Couldn\'t run "Harbour Mail".';
    assert.deepEqual(await notifications.buttons(failed), [
      "Retry",
      "Copy Request ID",
      "Show Logs Around This Time",
    ]);
    await workbench.contrastPictures("testrun-failed");
    await notifications.press(failed, "Show Logs Around This Time");
    await workbench.page
      .locator(".part.panel .tree-explorer-viewlet-tree-view .message", { hasText: "Harbour Mail" })
      .waitFor();
    await workbench.picture("testrun-logs");
  });

  it("says first what isn't published, and is offered again after a publish", async () => {
    await open();
    await logIn();
    const { workbench } = stage;
    const { quickInput, notifications, dialogs, page } = workbench;
    await selectText(workbench, "Newsletters by day");
    await page.keyboard.type("Letters by day");
    await workbench.run("Supermetrics: Test Connector…");
    await quickInput.question("A test run uses the published version.");
    await workbench.contrastPictures("testrun-unpublished");
    await quickInput.choose("Test Published");
    await quickInput.question("Login to run with");
    await quickInput.choose("Ann");
    await answer();
    await rows().getByRole("gridcell", { name: "Spring" }).first().waitFor();
    await notifications.none();

    await workbench.focusEditor();
    await stage.sandbox.clearRequests();
    await page.keyboard.press("Control+S");
    await dialogs.says("Publish");
    await page.keyboard.press("Enter");
    await workbench.clean();
    const offer = page.locator('.statusbar-item[id*="supermetrics"]', { hasText: "Run Again" });
    await offer.waitFor();
    await workbench.contrastPictures("testrun-offer");
    await offer.locator("a").focus();
    await page.keyboard.press("Enter");
    await offer.waitFor({ state: "detached" });
    assert.ok(await until(async () => (await queries()).length >= 2));
    await page.locator(".tab", { hasText: "Test run of Letters by day" }).waitFor();
  });
});
