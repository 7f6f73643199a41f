import { post } from "./channel";

/** Only the tests whose titles have this. */
declare const TEST_GREP: string;

/** Loads the suites, runs them, and reports each test; rejects when one failed. */
export async function runMocha(load: () => void): Promise<void> {
  mocha.setup({
    ui: "bdd",
    reporter: Mocha.reporters.Base,
    timeout: 60_000,
    grep: new RegExp(TEST_GREP),
  });
  load();
  let passed = 0;
  let failed = 0;
  let told = Promise.resolve();
  // One after the other, so that the lines arrive in their order.
  const say = (line: string) => {
    told = told.then(() => post({ line }));
  };
  await new Promise<void>((resolve) => {
    // The instance's own `run` wants the address of a page, which an extension host lacks.
    const runner = Mocha.prototype.run.call(mocha, () => resolve());
    runner.on("suite", ({ title, root }) => {
      if (!root) {
        say(`  ${title}`);
      }
    });
    runner.on("pass", ({ title, duration = 0 }) => {
      passed++;
      say(`    ✔ ${title} (${duration}ms)`);
    });
    runner.on("fail", (test, error: Error) => {
      failed++;
      say(`    ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
  await told;
  await post({ end: { passed, failed, retried: [] } });
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
}
