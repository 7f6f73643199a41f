import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { packExtension } from "../hosts/pack";
import { output, root } from "../hosts/paths";
import { benchActivation } from "./activation";
import { benchInWorkbench } from "./inWorkbench";
import type * as inNode from "./inNode";
import { result, type Result } from "./measure";
import { benchRowsView } from "./rows";

const parts = {
  sizes,
  node: bundledInNode,
  activation: benchActivation,
  rows: benchRowsView,
  workbench: benchInWorkbench,
};

/** `npm run bench`: measures what the design has a budget for, and prints one table. `npm run bench node` does a part. */
async function bench(names: readonly string[]): Promise<void> {
  const results: Result[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length === 0 || names.includes(name)) {
      results.push(...(await measure()));
    }
  }
  const rows = results.map(({ what, measured, budget, isKept }) => [
    what,
    measured,
    budget,
    isKept ? "yes" : "OVER",
  ]);
  const table = [["what", "measured", "budget", "kept"], ["---", "---", "---", "---"], ...rows];
  console.log(`\n${table.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
}

/** Bundled as the product is: loaded file by file, every call between files would be a slower one. */
async function bundledInNode(): Promise<Result[]> {
  const outfile = join(output, "bench.cjs");
  const entryPoints = [join(root, "test/bench/inNode.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", target: "es2022" });
  const { benchInNode } = createRequire(__filename)(outfile) as typeof inNode;
  return benchInNode();
}

async function sizes(): Promise<Result[]> {
  const kilobytes = (path: string) => statSync(path).size / 1000;
  const vsix = kilobytes(await packExtension());
  return [
    result("loaded at the start, minified", kilobytes(join(root, "dist/extension.js")), 80, "kB"),
    result("loaded later, minified", kilobytes(join(root, "dist/deferred.js")), 470, "kB"),
    result(
      "bundle of the view of rows, minified",
      kilobytes(join(root, "dist/rows.js")),
      120,
      "kB",
    ),
    result("packaged extension", vsix, 350, "kB"),
  ];
}

void bench(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
