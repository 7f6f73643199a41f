import Mocha from "mocha";
import type { Counts } from "./counts";
import { testFiles } from "./testFiles";

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
  const mocha = new Mocha({ reporter: "spec", timeout: seconds * 1000, forbidOnly: true });
  testFiles(folders, ending).forEach((file) => mocha.addFile(file));
  const retried: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failed) =>
      resolve({ passed: runner.stats?.passes ?? 0, failed, retried }),
    );
    runner.on("retry", (test, error) => {
      retried.push(test.fullTitle());
      console.log(`    once more: ${test.title}\n${error.stack}`);
    });
  });
}
