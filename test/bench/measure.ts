/** A line of the table. */
export interface Result {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly isKept: boolean;
}

/** Compares a number with its budget. */
export function result(what: string, value: number, limit: number, unit: string): Result {
  const digits = unit === "requests" || unit === "kB" ? 0 : 2;
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    budget: `≤ ${limit} ${unit}`,
    isKept: value <= limit,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Runs pieces of work in turn, so that whatever else the machine does meets all of them alike.
 * @returns the median of each in milliseconds, in their order
 */
export async function inTurn(
  rounds: number,
  ...works: readonly (() => unknown)[]
): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = -3; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      // The first rounds are for the compiler.
      if (round >= 0) {
        times[index]?.push(performance.now() - started);
      }
    }
  }
  return times.map(median);
}
