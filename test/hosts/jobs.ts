import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { broken, inPhase, noTests, sum, type Counts } from "./counts";
import { root } from "./paths";

/** A phase, or a part of one, in a process of its own. */
export interface Job {
  readonly phase: string;
  /** Which part of the phase's files, as `TEST_SHARD` has it. */
  readonly shard?: string;
  /** Whether the other jobs build on it. */
  readonly isPreparation?: boolean;
  /** Whether it needs no preparation. */
  readonly isIndependent?: boolean;
  /** Variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How many jobs run at the same time: as many as `TEST_JOBS` says, or else what the processors can do, up to four. */
const atOnce = (most: number) => Math.max(Number(process.env["TEST_JOBS"] ?? Math.min(most, 4)), 1);

/** One for each processor: suites and tours wait most of the time, for a debounce, an answer or a window. */
export const jobsAtOnce = atOnce(availableParallelism());

/**
 * Runs jobs side by side, the first ones first. Those that build on a preparation wait until it has ended.
 * @param most how many at the same time
 * @returns the counts of all, once all have ended
 */
export async function runJobs(jobs: readonly Job[], most: number): Promise<Counts> {
  const left = [...jobs];
  let total = noTests;
  let preparing: Promise<unknown> = Promise.resolve();
  const work = async () => {
    for (let job = left.shift(); job; job = left.shift()) {
      if (!job.isIndependent) {
        await preparing;
      }
      const running = runJob(job);
      if (job.isPreparation) {
        preparing = running;
      }
      const counts = await running;
      total = sum(total, counts); // read after the wait: another job may have ended meanwhile
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return total;
}

/** Runs this program for one phase only, which tells its counts; one that ends without them has failed. */
async function runJob({ phase, shard, env }: Job): Promise<Counts> {
  const name = shard ? `${phase} ${shard}` : phase;
  const started = Date.now();
  const child = fork(join(root, "test/run.ts"), [phase], {
    silent: true,
    env: { ...process.env, ...env, ...(shard && { TEST_SHARD: shard }) },
  });
  let counts = broken("the process", "It ended without telling its counts.");
  child.on("message", (told) => (counts = told as Counts));
  const shown = [child.stdout, child.stderr].map(async (stream) => stream && show(name, stream));
  await once(child, "exit");
  await Promise.all(shown);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `# ${name}: ${counts.passed} passed, ${counts.failures.length} failed in ${seconds} s`,
  );
  return inPhase(name, counts);
}

/** Every line says whose it is: those of several jobs come mixed. */
async function show(name: string, stream: Readable): Promise<void> {
  for await (const line of createInterface(stream)) {
    if (line.trim()) {
      console.log(`[${name}] ${line}`);
    }
  }
}
