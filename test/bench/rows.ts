import { launchBrowser } from "../hosts/browser";
import { openRowsPage } from "../workbench/rows/rowsPage";
import { runWith } from "../workbench/rows/runs";
import { median, result, type Result } from "./measure";

const count = 100_000;

interface Times {
  /** Milliseconds until the first rows are painted, and until all rows and their statistics are there. */
  readonly painted: number;
  readonly whole: number;
  /** The longest task while the grid was scrolled. Milliseconds; zero where none took 50 or more. */
  readonly scrolling: number;
}

/** The view of rows with 100,000 of them: from the answer to the first paint, and scrolling. Without the editor's own time. */
export async function benchRowsView(): Promise<Result[]> {
  const browser = await launchBrowser();
  const times: Times[] = [];
  try {
    for (let round = 0; round < 5; round++) {
      const page = await openRowsPage(browser);
      const { rows, ...few } = runWith(1000);
      times.push(await page.evaluate(measure, [few, rows, count] as const));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const of = (name: keyof Times) => median(times.map((one) => one[name]));
  const rows = `${count} rows`;
  return [
    result(`${rows}, from the answer to the first paint`, of("painted"), 300, "ms"),
    result(`${rows}, all of them and their statistics`, of("whole"), 5000, "ms"),
    result(`${rows}, longest task of 50 ms or more while scrolling`, of("scrolling"), 0, "ms"),
  ];
}

type Run = ReturnType<typeof runWith>;

/** Runs in the page. */
async function measure([few, some, length]: readonly [
  Omit<Run, "rows">,
  Run["rows"],
  number,
]): Promise<Times> {
  const rows = Array.from({ length }, (_, row) =>
    [...(some[row % some.length] ?? []), row].slice(1),
  );
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (condition: () => unknown) => {
    while (!condition()) {
      await frame();
    }
    await frame();
    return performance.now() - started;
  };
  const started = performance.now();
  const sent = window.showRun({ ...few, rows });
  const painted = await until(() => document.querySelector(".grid-body .row"));
  await sent;
  const whole = await until(
    () => document.querySelectorAll(".head-profile").length === few.columns.length,
  );
  const grid = document.querySelector(".grid");
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ["longtask"] });
  for (let step = 0; step < 200; step++) {
    grid?.scrollTo({ top: step < 100 ? step * 400 : step * 10_000 });
    await frame();
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { painted, whole, scrolling: longest };
}
