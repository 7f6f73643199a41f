import Mocha from "mocha";
import type { Counts } from "./counts";
import { report } from "./report";
import { testFiles } from "./testFiles";

/** How many of the slowest tests a phase names at its end. */
export const slowest = Number(process.env["TEST_SLOWEST"] ?? 3);

/**
 * Runs the test files below some folders in this process.
 * @param ending how their names end, e.g. `.test.ts`
 * @param seconds how long one test may take
 */
export async function runMochaFiles(
  folders: readonly string[],
  ending: string,
  seconds: number,
): Promise<Counts> {
  const mocha = new Mocha({
    reporter: Mocha.reporters.Base,
    timeout: seconds * 1000,
    forbidOnly: true,
  });
  testFiles(folders, ending).forEach((file) => mocha.addFile(file));
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(counted()));
    const counted = report(runner, slowest, console.log);
  });
}
