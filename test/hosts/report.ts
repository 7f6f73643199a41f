import type { Counts, Failure } from "./counts";

interface Timed {
  readonly title: string;
  /** From the end of the test before it: with its hooks. Milliseconds. */
  readonly duration: number;
}

/**
 * Reports a run of Mocha: a line for each file's suite with how many tests passed and how long they took, failures
 * whole, and at the end the slowest tests.
 * @param slowest how many of them are named
 * @param say takes the lines, one or several at a time
 * @returns gives what was counted so far
 */
export function report(
  runner: Mocha.Runner,
  slowest: number,
  say: (lines: string) => void,
): () => Counts {
  let passed = 0;
  const failures: Failure[] = [];
  const retried: string[] = [];
  const timed: Timed[] = [];
  let mark = 0;
  let begun = { passed, failed: 0, at: 0 };

  runner.on("suite", (suite) => {
    if (suite.parent?.root) {
      mark = performance.now();
      begun = { passed, failed: failures.length, at: mark };
    }
  });
  runner.on("suite end", (suite) => {
    if (suite.parent?.root) {
      const failed = failures.length - begun.failed;
      const figures = `${passed - begun.passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
      const seconds = ((performance.now() - begun.at) / 1000).toFixed(1);
      say(`  ${failed > 0 ? "✖" : "✔"} ${suite.title}: ${figures} in ${seconds} s`);
    }
  });
  runner.on("pass", () => passed++);
  runner.on("test end", (test) => {
    const now = performance.now();
    timed.push({ title: test.fullTitle(), duration: now - mark });
    mark = now;
  });
  runner.on("retry", (test, error: Error) => {
    retried.push(test.fullTitle());
    say(`    once more: ${test.fullTitle()}\n${textOf(error)}`);
  });
  runner.on("fail", (test, error: Error) => {
    failures.push({ title: test.fullTitle(), error: textOf(error) });
    say(`    ✖ ${test.fullTitle()}\n${textOf(error)}`);
  });
  runner.on("end", () => {
    for (const { title, duration } of timed
      .toSorted((a, b) => b.duration - a.duration)
      .slice(0, slowest)) {
      say(`  ${(duration / 1000).toFixed(1)} s: ${title}`);
    }
  });
  return () => ({ passed, failures, retried });
}

/** With what was expected and what came instead, where a comparison failed: the stack has the message. */
function textOf(error: Error): string {
  return error.stack ?? error.message;
}
