/** The view of rows as a page that measures itself. */
import "../workbench/rows/pageEntry";
import type { RunResult } from "../../src/features/rows/runResult";

export interface RowsTimes {
  /** Milliseconds until the first rows are painted, and until all rows and their statistics are there. */
  readonly painted: number;
  readonly whole: number;
  /** The longest task while the grid was scrolled. Milliseconds; zero where none took 50 or more. */
  readonly scrolling: number;
}

declare global {
  interface Window {
    /** Shows as many rows, made of those of a run, and scrolls through them. */
    measureRows(run: RunResult, count: number): Promise<RowsTimes>;
  }
}

window.measureRows = async (run, count) => {
  const rows = Array.from({ length: count }, (_, row) => [
    ...(run.rows[row % run.rows.length] ?? []).slice(1),
    row,
  ]);
  const started = performance.now();
  const sent = window.showRun({ ...run, rows });
  await until(() => document.querySelector(".grid-body .row"));
  const painted = performance.now() - started;
  await sent;
  await until(() => document.querySelectorAll(".head-profile").length === run.columns.length);
  const whole = performance.now() - started;
  return { painted, whole, scrolling: await longestTaskWhileScrolling() };
};

async function longestTaskWhileScrolling(): Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ["longtask"] });
  for (let step = 0; step < 200; step++) {
    document.querySelector(".grid")?.scrollTo({ top: step < 100 ? step * 400 : step * 10_000 });
    await frame();
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return longest;
}

async function until(condition: () => unknown): Promise<void> {
  while (!condition()) {
    await frame();
  }
  await frame();
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
