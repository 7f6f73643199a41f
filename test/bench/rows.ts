import { join } from "node:path";
import { launchBrowser } from "../hosts/browser";
import { root } from "../hosts/paths";
import { openRowsPage } from "../workbench/rows/rowsPage";
import { runWith } from "../workbench/rows/runs";
import { median, result, type Result } from "./measure";
import type { RowsTimes } from "./rowsEntry";

const count = 100_000;

/** The view of rows with 100,000 of them: from the answer to the first paint, and scrolling. Without the editor's own time. */
export async function benchRowsView(): Promise<Result[]> {
  const browser = await launchBrowser();
  const times: RowsTimes[] = [];
  try {
    for (let round = 0; round < 5; round++) {
      const page = await openRowsPage(browser, "dark", join(root, "test/bench/rowsEntry.ts"));
      const some = runWith(1000);
      times.push(
        await page.evaluate(([run, length]) => window.measureRows(run, length), [
          some,
          count,
        ] as const),
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const of = (name: keyof RowsTimes) => median(times.map((one) => one[name]));
  const rows = `${count} rows`;
  return [
    result(`${rows}, from the answer to the first paint`, of("painted"), 300, "ms"),
    result(`${rows}, all of them and their statistics`, of("whole"), 2000, "ms"),
    result(`${rows}, longest task of 50 ms or more while scrolling`, of("scrolling"), 0, "ms"),
  ];
}
