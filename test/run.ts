import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runDesktopSuites } from "./hosts/desktop";
import type { Counts } from "./hosts/counts";
import { runMochaFiles } from "./hosts/mochaFiles";
import { checkPackage } from "./hosts/packaged";
import { startServer } from "./hosts/server";
import { runHostSuites } from "./hosts/suite";
import { startWeb } from "./hosts/web";

const phases = new Map<string, () => Promise<Counts>>([
  ["unit", () => runMochaFiles(["test/unit", "test/sandbox"], ".test.ts", 10)],
  ["server-newest", () => runHostSuites(() => startServer("newest", { folder: newFolder() }))],
  ["server-oldest", () => runHostSuites(() => startServer("oldest", { folder: newFolder() }))],
  ["web", () => runHostSuites((suite) => startWeb({ suite, folder: newFolder() }))],
  ["desktop", runDesktopSuites],
  ["tours", () => runMochaFiles(["test/workbench"], ".tour.ts", 120)],
  ["package", checkPackage],
]);

/** For the files that suites write. */
function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "suite-"));
}

/** Runs the named phases, one after the other; a phase that breaks or finds no test has failed. */
async function run(names: readonly string[]): Promise<Counts> {
  const total = { passed: 0, failed: 0 };
  for (const name of names) {
    const started = Date.now();
    console.log(`\n# ${name}`);
    const { passed, failed } = await runPhase(name);
    total.passed += passed;
    total.failed += failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`\n# ${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
  }
  return total;
}

async function runPhase(name: string): Promise<Counts> {
  try {
    const phase = phases.get(name);
    if (!phase) {
      throw new Error(`There is no phase ${name}; there are ${[...phases.keys()].join(", ")}.`);
    }
    const { passed, failed } = await phase();
    return passed + failed > 0 ? { passed, failed } : { passed, failed: 1 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

void run(process.argv.slice(2)).then(({ passed, failed }) => {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
});
