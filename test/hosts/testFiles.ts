import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths";

/**
 * The test files below some folders, at any depth: those with `TEST_FILES`, or one of several parted by commas, in
 * their path, and of these the part that `TEST_SHARD` names, e.g. the second of three as `2/3`.
 * @param ending how their names end, e.g. `.test.ts`
 * @returns absolute paths, sorted
 */
export function testFiles(folders: readonly string[], ending: string): string[] {
  const only = (process.env["TEST_FILES"] ?? "").split(",");
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith(ending) && only.some((part) => file.includes(part)))
      .map((file) => join(root, file)),
  );
  return partOf(files.toSorted(), process.env["TEST_SHARD"]);
}

/** Parts of about as many tests each: the largest file goes to the part that has the fewest so far. */
function partOf(files: readonly string[], shard = "1/1"): string[] {
  const [part = 1, of = 1] = shard.split("/").map(Number);
  if (!(part >= 1 && part <= of)) {
    throw new Error(`TEST_SHARD is “${shard}”; the second of three is “2/3”.`);
  }
  const parts = Array.from({ length: of }, () => ({ files: [] as string[], tests: 0 }));
  const sized = files.map((file) => ({ file, tests: testsIn(file) }));
  for (const { file, tests } of sized.toSorted((a, b) => b.tests - a.tests)) {
    const least = parts.reduce((best, one) => (one.tests < best.tests ? one : best));
    least.files.push(file);
    least.tests += tests;
  }
  return (parts[part - 1]?.files ?? []).toSorted();
}

function testsIn(file: string): number {
  return readFileSync(file, "utf8").match(/\bit\(/g)?.length ?? 1;
}
