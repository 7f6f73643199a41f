/**
 * Runs what must not change the outcome of what is being done: a listener, a log. Does not throw; a failure, of
 * a promise too, goes to the console.
 */
export function runIsolated(work: () => unknown): void {
  try {
    const result = work();
    if (result instanceof Promise) {
      result.catch(report);
    }
  } catch (error) {
    report(error);
  }
}

function report(error: unknown): void {
  console.error(error);
}
