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
  return (await timesInTurn(rounds, works, () => performance.now())).map(median);
}

/** How long our own work takes beside the least that anybody would have to do for the same. */
export interface Comparison {
  /** The median of the rounds' ratios. */
  readonly ratio: number;
  /** Medians, in milliseconds. */
  readonly own: number;
  readonly bare: number;
}

/**
 * Runs both in turn. What counts is the time of the processor, with all that the process does for it beside (to
 * clear away garbage, to answer as the service): on a busy machine the clock tells more of the others.
 */
export async function compare(
  rounds: number,
  bare: () => unknown,
  own: () => unknown,
): Promise<Comparison> {
  const [bareTimes = [], ownTimes = []] = await timesInTurn(rounds, [bare, own], processorTime);
  return ratioOf(bareTimes, ownTimes);
}

/** Compares what was measured in pairs. @param bareTimes in milliseconds, one for each of `ownTimes` */
export function ratioOf(bareTimes: readonly number[], ownTimes: readonly number[]): Comparison {
  const ratios = ownTimes.map((time, round) => time / (bareTimes[round] ?? Number.NaN));
  return { ratio: median(ratios), own: median(ownTimes), bare: median(bareTimes) };
}

/** A line that says a ratio and what it was made of. @param what begins the line */
export function ratioResult(what: string, { ratio, own, bare }: Comparison, limit: number): Result {
  const times = `${own.toFixed(1)} ms to ${bare.toFixed(1)} ms`;
  return result(`${what} (${times})`, ratio, limit, "times");
}

async function timesInTurn(
  rounds: number,
  works: readonly (() => unknown)[],
  clock: () => number,
): Promise<number[][]> {
  const times: number[][] = works.map(() => []);
  for (let round = -3; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = clock();
      await work();
      // The first rounds are for the compiler.
      if (round >= 0) {
        times[index]?.push(clock() - started);
      }
    }
  }
  return times;
}

/** Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
