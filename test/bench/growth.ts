import { benchTidyChecks, benchWrongChecks } from "./checks";
import { ratioResult, result, type Comparison, type Result } from "./measure";
import { benchOpening } from "./opening";
import { benchSaving } from "./saving";

/** In megabytes. */
const sizes = [0.1, 1, 5, 20] as const;

/** What is done with whole configurations. The limits are those of 5 MB. */
const works = [
  { what: "opened, to fetch and JSON.parse", bench: benchOpening, limit: 2 },
  { what: "saved, to three bare requests and JSON.parse", bench: benchSaving, limit: 1.6 },
  { what: "checked, nothing wrong, to JSON.parse", bench: benchTidyChecks, limit: 3 },
  { what: "checked, all lines wrong, to JSON.parse", bench: benchWrongChecks, limit: 5 },
];

/** Each at 5 MB beside the least that it takes, and how its time grows with the text. */
export async function benchConfigurations(): Promise<Result[]> {
  const results: Result[] = [];
  for (const { what, bench, limit } of works) {
    const comparisons: Comparison[] = [];
    for (const size of sizes) {
      const comparison = await bench(size, size > 5 ? 5 : 15);
      comparisons.push(comparison);
      if (size === 5) {
        results.push(ratioResult(`5 MB configuration ${what}`, comparison, limit));
      }
    }
    results.push(growth(what, comparisons));
  }
  return results;
}

/**
 * Growth in proportion leaves the ratio to the bare work as it is, however large the text: that work is in
 * proportion, and a busy machine or a garbage collector meets both.
 */
function growth(what: string, comparisons: readonly Comparison[]): Result {
  const perMegabyte = comparisons.map(({ own }, index) => own / (sizes[index] ?? 1));
  const ratios = comparisons.map(({ ratio }) => ratio);
  const [, small = Number.NaN, , large = Number.NaN] = ratios;
  const line = [
    `growth, ${what}: at ${sizes.join(", ")} MB`,
    `${perMegabyte.map((time) => time.toFixed(1)).join(", ")} ms a MB,`,
    `${ratios.map((ratio) => ratio.toFixed(2)).join(", ")} times; from 1 to 20 MB`,
  ].join(" ");
  return result(line, large / small, 1.5, "times the ratio");
}
