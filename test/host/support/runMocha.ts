/** Says a line to the one who started the host; the mark tells it from everything else in the console. */
function say(line: string): void {
  console.log(`[suite] ${line}`);
}

/** Loads the suites, runs them, and reports each test; rejects when one failed. */
export function runMocha(load: () => void): Promise<void> {
  load();
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    const runner = mocha.run(() => {
      say(`end ${passed} ${failed}`);
      if (failed > 0) {
        reject(new Error(`${failed} failed`));
      } else {
        resolve();
      }
    });
    runner.on("suite", (suite) => suite.title && say(`  ${suite.title}`));
    runner.on("pass", (test) => {
      passed++;
      say(`    ✔ ${test.title}`);
    });
    runner.on("fail", (test, error: Error) => {
      failed++;
      say(`    ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}
