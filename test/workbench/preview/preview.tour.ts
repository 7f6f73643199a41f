import assert from "node:assert/strict";
import {
  sourceConfiguration,
  sourceToken,
  startSource,
  type Source,
  type SourceRequest,
} from "../../source";
import { oddToken, spellingsOf } from "../../source/oddToken";
import { until } from "../driver/attempts";
import { selectText } from "../driver/flows";
import { sharedHosts } from "../sharedHosts";
import { useStage } from "../stage";

const spellings = spellingsOf(oddToken);

describe("A preview", () => {
  const stage = useStage();
  let source: Source;
  before(async () => {
    source = await startSource();
  });
  after(() => source.close());

  const requests = async (): Promise<SourceRequest[]> =>
    (await fetch(`${source.origin}/__source/requests`)).json() as Promise<SourceRequest[]>;
  const open = async () => {
    await fetch(`${source.origin}/__source/requests`, { method: "DELETE" });
    await stage.openWith(JSON.parse(sourceConfiguration(source.origin)));
  };
  const question = () => `Send a request to ${new URL(source.origin).host}?`;
  const rows = () =>
    stage.workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe");

  it("asks for what it needs once, and shows rows beside the editor", async () => {
    await open();
    const { workbench } = stage;
    const { quickInput, dialogs, page } = workbench;
    await stage.sandbox.clearRequests();
    await selectText(workbench, '"newsletter_days"');
    await page.locator(".codelens-decoration a:visible", { hasText: "Preview" }).first().waitFor();
    await workbench.pictures("preview-codelens");
    await workbench.run("Supermetrics: Preview Report Type…");
    await quickInput.question("Request to preview");
    await quickInput.choose("Newsletters by day");
    await quickInput.question("Account to preview");
    await workbench.picture("preview-account");
    await quickInput.choose("Load Accounts");
    await quickInput.answer("Access token", sourceToken);
    const dialog = await dialogs.says(question());
    assert.match(await dialog.innerText(), /Sent with the request: Access token\./);
    assert.doesNotMatch(await dialog.innerText(), new RegExp(sourceToken));
    await workbench.pictures("preview-confirm");
    assert.deepEqual(await requests(), []);
    await dialogs.press(question(), "Send Request");
    await quickInput.question("Account to preview");
    await quickInput.choose("Lighthouse Weekly");
    await quickInput.question("Dates of the query");
    await quickInput.focused("Last 7 days");
    await workbench.picture("preview-dates");
    await quickInput.enter();
    await rows().getByRole("gridcell", { name: "Spring" }).first().waitFor();
    await workbench.pictures("preview-rows");
    const [accounts, days, ...more] = await requests();
    assert.equal(accounts?.path, "/accounts");
    assert.match(days?.path ?? "", /^\/accounts\/1002\/days$/);
    assert.equal(days?.headers["authorization"], `Bearer ${sourceToken}`);
    assert.deepEqual(more, []);
    assert.deepEqual(await stage.sandbox.requests(), []);

    // Everything is known now: another preview asks nothing.
    await workbench.focusEditor();
    await workbench.run("Supermetrics: Preview Report Type…");
    await quickInput.choose("Newsletters by day");
    while ((await requests()).length < 3) {
      await page.waitForTimeout(100);
    }
    await workbench.leave();
    await workbench.reload();
    await stage.signIn();
    const again = rows().getByRole("button", { name: "Run Again" });
    await again.waitFor();
    await workbench.pictures("preview-lost");
    await again.click();
    await quickInput.answer("Access token", sourceToken); // a browser keeps no secrets
    await rows().getByRole("gridcell", { name: "Spring" }).first().waitFor();
    assert.equal(await page.locator('.tab[aria-label^="Newsletters by day"]').count(), 1);
  });

  it("leaves the credential that was typed nowhere but at the host", async () => {
    const configuration = JSON.parse(sourceConfiguration(source.origin));
    const [type] = configuration.reporting.reportTypes;
    type.request = { ...type.request, url: `${source.origin}/echo`, parameters: [] };
    type.request.response.dataRows.value = "$.rows.*";
    type.fields[0].value.value = "$.headers.authorization";
    await fetch(`${source.origin}/__source/requests`, { method: "DELETE" });
    await stage.openWith(configuration);
    const { workbench } = stage;
    const { quickInput, dialogs, page } = workbench;
    await stage.sandbox.clearRequests();
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await workbench.run("Supermetrics: Preview Report Type…");
    await quickInput.choose("Newsletters by day");
    await quickInput.answer("Access token", oddToken);
    await dialogs.press(question(), "Send Request");
    await rows().getByRole("gridcell", { name: "Bearer $TOKEN" }).first().waitFor();
    const [request, ...more] = await requests();
    assert.equal(request?.headers["authorization"], `Bearer ${oddToken}`);
    assert.deepEqual(more, []);
    const isClean = (text: string, where: string) =>
      spellings.forEach((one) => assert.ok(!text.includes(one), `${one} in ${where}`));
    for (const tab of ["Response", "Request", "Run"]) {
      await rows().getByRole("tab", { name: tab }).click();
      isClean(await rows().locator("body").innerHTML(), tab);
    }
    await workbench.pictures("preview-request");
    await workbench.run("Supermetrics: Show Extension Log");
    await page.locator(".panel .view-lines").first().waitFor();
    isClean(await page.content(), "the workbench");
    isClean(JSON.stringify(await stage.sandbox.requests()), "what Supermetrics got");
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    assert.equal(await copied(), "before");
    const state = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    isClean(state, "the browser's storage");
    await rows().getByRole("tab", { name: "Request" }).click();
    await rows().getByRole("button", { name: "Copy as cURL" }).click();
    await workbench.copied("curl");
    isClean(await copied(), "the command");
    await rows().getByRole("tab", { name: "Rows" }).click();
    for (const format of ["CSV", "JSON", "Markdown"]) {
      await page.evaluate(() => navigator.clipboard.writeText("before"));
      await rows().getByRole("button", { name: "Copy…" }).click();
      await quickInput.choose(format);
      await until(async () => (await copied()) !== "before");
      assert.match(await copied(), /TOKEN/);
      isClean(await copied(), format);
    }
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await rows().getByRole("gridcell", { name: "Bearer $TOKEN" }).first().click();
    await page.keyboard.press("Control+C");
    await until(async () => (await copied()) !== "before");
    assert.equal(await copied(), "Bearer $TOKEN");
    const { host } = await sharedHosts();
    assert.ok(host.hasStored("Newsletters by day"));
    spellings.forEach((one) => assert.ok(!host.hasStored(one), `${one} on the server's disk`));
  });

  it("sends nothing when the person cancels", async () => {
    await open();
    const { workbench } = stage;
    await workbench.run("Supermetrics: Preview Report Type…");
    await workbench.quickInput.choose("Visits by hour");
    await workbench.dialogs.press(question(), "Cancel");
    await workbench.quickInput.gone();
    assert.deepEqual(await requests(), []);
  });
});
