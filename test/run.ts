import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./hosts/browser";
import { broken, noTests, summary, type Counts } from "./hosts/counts";
import { runDesktopSuites } from "./hosts/desktop";
import { jobsAtOnce, runJobs, type Job } from "./hosts/jobs";
import { runMochaFiles } from "./hosts/mochaFiles";
import { packagePath, packExtension } from "./hosts/pack";
import { checkPackage } from "./hosts/packaged";
import { installServer, startServer } from "./hosts/server";
import { runHostSuites } from "./hosts/suite";
import { installWeb, startWeb } from "./hosts/web";

const phases = new Map<string, () => Promise<Counts>>([
  ["prepare", prepare],
  ["unit", () => runMochaFiles(["test/unit", "test/sandbox", "test/hosts"], ".test.ts", 60)],
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

/** Installs and builds what several phases need at the same time. */
async function prepare(): Promise<Counts> {
  installServer("newest");
  installWeb();
  findChromium();
  await packExtension();
  return noTests;
}

/** One phase runs in this process; several, or one that is split, in processes of their own. */
async function run(names: readonly string[]): Promise<Counts> {
  const jobs = names.flatMap(jobsOf);
  const [only] = jobs;
  if (only && jobs.length === 1) {
    return runPhase(only.phase);
  }
  if (names.length > 1) {
    process.env["TEST_PICTURES"] ??= "failures";
  }
  const isUnit = ({ phase }: Job) => phase === "unit";
  const independent = jobs.filter(isUnit).map((job) => ({ ...job, isIndependent: true }));
  // The preparation packs the extension; who did so after it would be under the others' feet.
  const env = { TEST_PACKAGE: process.env["TEST_PACKAGE"] ?? packagePath };
  const rest = jobs.filter((job) => !isUnit(job)).map((job) => ({ ...job, env }));
  const preparation = rest.length > 0 ? [{ phase: "prepare", isPreparation: true }] : [];
  // The longest first, or at the end one runs alone.
  const tours = rest.filter(isOfTours).toReversed();
  const others = rest.filter((job) => !isOfTours(job));
  return runJobs([...preparation, ...independent, ...tours, ...others], jobsAtOnce);
}

function isOfTours({ phase }: Job): boolean {
  return phase === "tours";
}

/** The phases that run in parts, side by side. */
const parted = new Set(["unit", "tours"]);

/**
 * A phase as one job, or as several where it has parts and several can run at a time; in a process that was given a
 * part of a phase, as that part.
 */
function jobsOf(phase: string): Job[] {
  const of = jobsAtOnce;
  if (!parted.has(phase) || of === 1 || process.env["TEST_SHARD"] || process.env["TEST_FILES"]) {
    return [{ phase }];
  }
  return Array.from({ length: of }, (_, index) => ({ phase, shard: `${index + 1}/${of}` }));
}

/** A phase that breaks or finds no test has failed. */
async function runPhase(name: string): Promise<Counts> {
  try {
    const phase = phases.get(name);
    if (!phase) {
      throw new Error(`There is no phase ${name}; there are ${[...phases.keys()].join(", ")}.`);
    }
    const counts = await phase();
    const isEmpty = counts.passed + counts.failures.length === 0 && name !== "prepare";
    return isEmpty ? broken(name, "It has no test.") : counts;
  } catch (error) {
    console.error(error);
    return broken(name, error);
  }
}

void run(process.argv.slice(2)).then((counts) => {
  if (process.send) {
    process.send(counts, () => process.exit());
  } else {
    console.log(summary(counts));
    process.exit(counts.failures.length > 0 || counts.passed === 0 ? 1 : 0);
  }
});
