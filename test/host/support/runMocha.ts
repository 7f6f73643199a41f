import type { Counts } from "../../hosts/counts";
import { report } from "../../hosts/report";
import { post } from "./channel";

/** Only the tests whose titles have this. */
declare const TEST_GREP: string;
declare const TEST_SLOWEST: number;

/** Loads the suites, runs them, and reports them; rejects when a test failed. */
export async function runMocha(load: () => void): Promise<void> {
  mocha.setup({
    ui: "bdd",
    reporter: Mocha.reporters.Base,
    timeout: 60_000,
    retries: 1, // told at the end: a machine under load opens an editor under a person's hands
    grep: new RegExp(TEST_GREP),
  });
  load();
  let told = Promise.resolve();
  // One after the other, so that the lines arrive in their order.
  const say = (line: string) => {
    told = told.then(() => post({ line }));
  };
  const counts = await new Promise<Counts>((resolve) => {
    // The instance's own `run` wants the address of a page, which an extension host lacks.
    const runner = Mocha.prototype.run.call(mocha, () => resolve(counted()));
    const counted = report(runner, TEST_SLOWEST, say);
  });
  await told;
  await post({ end: counts });
  if (counts.failures.length > 0) {
    throw new Error(`${counts.failures.length} failed`);
  }
}
