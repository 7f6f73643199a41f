import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import type { Counts } from "./counts";
import { root } from "./paths";

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
  const only = process.env["TEST_FILES"];
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(ending) && (!only || file.includes(only)))
      .toSorted();
    files.forEach((file) => mocha.addFile(join(root, folder, file)));
  }
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
    runner.on("retry", ({ title }, error) =>
      console.log(`    once more: ${title}\n${error.stack}`),
    );
  });
}
