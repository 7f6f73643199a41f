import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { AxeResults, RunOptions } from "axe-core";
import { launchBrowser } from "../../hosts/browser";
import type { RunResult } from "../../../src/features/rows/runResult";
import { takePicture } from "../driver/pictures";
import { openRowsPage } from "./rowsPage";
import { runWith } from "./runs";
import type { Theme } from "./themes";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    readonly axe: { run(root: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** What a scan finds wrong, with the place of each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations: all } = await window.axe.run(document, {});
    return all.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  });
  return found.filter((one, index) => found.indexOf(one) === index);
}

const cell = (page: Page, row: number, column: number) =>
  page.locator(`.grid-body [aria-rowindex="${row + 3}"] [aria-colindex="${column + 2}"]`);

const focusedPlace = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement?.closest("[aria-colindex]");
    const row = focused?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
    return [Number(row), Number(focused?.getAttribute("aria-colindex"))];
  });

describe("The view of rows", () => {
  let browser: Browser;
  let page: Page;

  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());
  afterEach(async function () {
    if (!this.currentTest?.isPassed()) {
      await takePicture(page, `failed-rows-${this.currentTest?.title.replace(/\W+/g, "-")}`);
    }
    await page.close();
  });

  const show = async (result: RunResult, previous?: RunResult) => {
    await page.evaluate(([one, other]) => window.showRun(one, other), [result, previous] as const);
    await page.locator(".count", { hasText: "row" }).waitFor();
    await page
      .locator(".head-profile")
      .nth(result.columns.length - 1)
      .waitFor();
  };
  const open = async (result: RunResult, previous?: RunResult, theme?: Theme) => {
    page = await openRowsPage(browser, theme);
    await show(result, previous);
  };
  const posted = (type: string) =>
    page.evaluate((wanted) => window.posted.filter((one) => Object(one).type === wanted), type);
  const previousRun = () =>
    runWith(40, {
      rows: runWith(42)
        .rows.map((row, index) => (index === 1 ? [...row.slice(0, 2), 5, ...row.slice(3)] : row))
        .filter((_, index) => index !== 7),
    });

  for (const theme of ["dark", "light", "highContrast"] as const) {
    it(`has nothing that an accessibility scan finds wrong, in ${theme}`, async () => {
      await open(runWith(40), previousRun(), theme);
      await takePicture(page, `rows-${theme}`);
      for (const tab of ["Rows", "Response", "Request", "Run"]) {
        await page.getByRole("tab", { name: tab }).first().click();
        await takePicture(page, `rows-${tab.toLowerCase()}-${theme}`);
        assert.deepEqual(await violations(page), [], tab);
      }
    });
  }

  it("moves the focus by keys as a grid does", async () => {
    await open(runWith(5000));
    await cell(page, 0, 0).click();
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
      return focusedPlace(page);
    };
    assert.deepEqual(await press("ArrowDown", "ArrowRight"), [4, 3]);
    assert.deepEqual(await press("End"), [4, 6]);
    assert.deepEqual(await press("Control+End"), [5002, 6]);
    assert.deepEqual(await press("Home"), [5002, 1]);
    assert.deepEqual(await press("Control+Home"), [1, 1]);
    const [afterPage = 0] = await press("ArrowDown", "ArrowDown", "PageDown");
    assert.ok(afterPage > 10, `Page Down went to ${afterPage}`);
    assert.deepEqual((await press("PageUp"))[0], 3);
    assert.deepEqual(await press("ArrowUp", "ArrowUp", "ArrowRight"), [1, 2]);
    assert.equal(await page.locator('.grid [tabindex="0"]').count(), 1);
  });

  it("sorts by a head, filters, and searches", async () => {
    await open(runWith(100));
    await page.locator(".head", { hasText: "Opens" }).click();
    await page.locator('.head[aria-sort="ascending"]').waitFor();
    assert.equal(await cell(page, 0, 2).innerText(), "0");
    await page.keyboard.press("Control+Home");
    await page.locator(".head", { hasText: "Opens" }).click();
    await page.locator('.head[aria-sort="descending"]').waitFor();
    assert.equal(await cell(page, 0, 2).innerText(), "999");
    await page.getByLabel("Filter Opens").fill("<100");
    await page.locator(".count", { hasText: " of 100 rows" }).waitFor();
    assert.ok(Number(await cell(page, 0, 2).innerText()) < 100);
    await page.keyboard.press("Control+F");
    await page.keyboard.type("weekly");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".grid-body .row")].every((row) =>
        row.textContent?.includes("Weekly"),
      ),
    );
  });

  it("leads from a head to its field, and from a cell to its place in the response", async () => {
    await open(runWith(100));
    await cell(page, 3, 2).dblclick();
    assert.deepEqual(await posted("openCell"), [{ type: "openCell", row: 3, column: 2 }]);
    await page.keyboard.press("Enter");
    assert.equal((await posted("openCell")).length, 2);
    await page.getByLabel("Go to Field Opens").click();
    assert.deepEqual(await posted("openField"), [{ type: "openField", column: 2 }]);
    await page.locator(".head", { hasText: "Cost" }).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual((await posted("openField"))[1], { type: "openField", column: 3 });
  });

  it("shows what has changed since the previous run", async () => {
    await open(runWith(40), previousRun());
    await page.locator(".changes", { hasText: "1 added, 1 changed, 2 removed" }).waitFor();
    await page.getByLabel("Show").selectOption("All changes");
    await page.locator(".count", { hasText: "4 of 42 rows" }).waitFor();
    assert.match(await page.locator(".cell.changed").innerText(), /^5 37\b/);
    await takePicture(page, "rows-changes");
  });

  it("keeps what was set when it is hidden and shown again, and in the next run", async () => {
    await open(runWith(3000));
    await page.locator(".head", { hasText: "Opens" }).click();
    await page.getByLabel("Filter Newsletter").fill("harbour");
    await page.locator(".count", { hasText: "1,500 of 3,000 rows" }).waitFor();
    await page.locator(".grid").evaluate((grid) => grid.scrollTo({ top: 20_000 }));
    await page.waitForTimeout(400);
    await page.reload();
    await show(runWith(3000));
    await page.locator(".count", { hasText: "1,500 of 3,000 rows" }).waitFor();
    await page.locator('.head[aria-sort="ascending"]', { hasText: "Opens" }).waitFor();
    assert.equal(await page.locator(".grid").evaluate((grid) => grid.scrollTop), 20_000);
  });

  it("gives columns the width that the person wants, by pointer and by keys", async () => {
    await open(runWith(40));
    const head = page.locator(".head", { hasText: "Newsletter" });
    const width = async () => Number((await head.boundingBox())?.width);
    const first = await width();
    const { x = 0, y = 0, height = 0 } = (await head.boundingBox()) ?? {};
    await page.mouse.move(x + first - 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + first + 58, y + height / 2, { steps: 4 });
    await takePicture(page, "rows-resizing");
    await page.mouse.up();
    assert.equal(await width(), first + 60);
    assert.equal((await cell(page, 0, 1).boundingBox())?.width, first + 60);
    assert.equal(await page.locator('.head[aria-sort="ascending"]').count(), 0);
    await head.focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    assert.equal(await width(), first + 60 - 32);
    await page.reload();
    await show(runWith(40));
    assert.equal(await width(), first + 60 - 32);
    await page.mouse.dblclick(x + first + 26, y + height / 2);
    assert.equal(await width(), first);
    await page.mouse.move(x, y + 300);
    assert.equal(await width(), first);
  });

  it("tells which rows are selected, and which are shown", async () => {
    await open(runWith(20));
    await cell(page, 2, 1).click();
    await cell(page, 4, 1).click({ modifiers: ["Shift"] });
    assert.deepEqual((await posted("select")).at(-1), { type: "select", rows: [2, 3, 4] });
    await page.evaluate(() => window.posts({ type: "askRows", request: 7 }));
    await page.waitForFunction(() => window.posted.some((one) => Object(one).type === "rows"));
    assert.deepEqual(await posted("rows"), [{ type: "rows", request: 7, rows: [2, 3, 4] }]);
    await page.keyboard.press("Control+C");
    assert.deepEqual(await posted("command"), [{ type: "command", command: "copyRows" }]);
  });

  it("shows markup in texts of others as text, and long ones in part", async () => {
    const text = `<img src=x onerror="document.title='run'">${"x".repeat(1_000_000)}`;
    const [row = []] = runWith(1).rows;
    await open(
      runWith(1, {
        rows: [[text, ...row.slice(1)]],
        remarks: [{ text }],
        title: text.slice(0, 50),
      }),
    );
    assert.equal(await page.locator("img").count(), 0);
    assert.ok((await cell(page, 0, 0).innerText()).length < 1000);
    assert.equal(await page.title(), "Rows");
  });

  it("says why there is nothing to see", async () => {
    page = await openRowsPage(browser);
    await page.evaluate((result) => window.showRun(result), runWith(0));
    await page.getByText("No rows. Check Response and Run for the reason.").waitFor();
    await page.evaluate(() => window.posts({ type: "lost" }));
    await page.getByText("weren't kept when the window was reloaded").waitFor();
    assert.deepEqual(await violations(page), []);
  });
});
