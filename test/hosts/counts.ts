/** How a phase of the tests ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Full titles of the tests that failed at first and were tried once more. */
  readonly retried: readonly string[];
}

export const noTests: Counts = { passed: 0, failed: 0, retried: [] };

/** The counts of two phases together. */
export function sum(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    retried: [...a.retried, ...b.retried],
  };
}
