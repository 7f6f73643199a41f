/** A test, or a phase, that failed. */
export interface Failure {
  /** Full title of the test, or what else broke. */
  readonly title: string;
  /** What it threw, with its stack. */
  readonly error: string;
  /** The phase that it belongs to, where that is known. */
  readonly phase?: string;
}

/** How a phase of the tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Full titles of the tests that failed at first and were tried once more. */
  readonly retried: readonly string[];
}

export const noTests: Counts = { passed: 0, failures: [], retried: [] };

/** How many lines of an error the summary has; the whole error stands where the test ran. */
const summaryLines = 15;

/** The counts of two phases together. */
export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failures: [...a.failures, ...b.failures],
    retried: [...a.retried, ...b.retried],
  };
}

/** The counts of a phase that did not come to its end. */
export function broken(title: string, error: unknown): Counts {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...noTests, failures: [{ title, error: text }] };
}

/** The counts with the phase named in each failure that names none. */
export function inPhase(phase: string, counts: Counts): Counts {
  return { ...counts, failures: counts.failures.map((failure) => ({ phase, ...failure })) };
}

/** What stands at the end of the output, which is all of it that is always read: the failures, then the figures. */
export function summary({ passed, failures, retried }: Counts): string {
  return [
    "",
    ...failures.map(
      ({ phase, title, error }) =>
        `Failed${phase ? ` in ${phase}` : ""}: ${title}\n${indented(error, summaryLines)}\n`,
    ),
    ...retried.map((title) => `Tried twice: ${title}`),
    `${retried.length} second tries`,
    `${passed} passed, ${failures.length} failed`,
  ].join("\n");
}

function indented(text: string, most: number): string {
  return text
    .split("\n")
    .slice(0, most)
    .map((line) => `    ${line}`)
    .join("\n");
}
