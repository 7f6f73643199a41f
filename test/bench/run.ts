import { statSync } from "node:fs";
import { join } from "node:path";
import { packExtension } from "../hosts/pack";
import { root } from "../hosts/paths";
import { benchInNode } from "./inNode";
import { benchInWorkbench } from "./inWorkbench";
import { result, type Result } from "./measure";

/** `npm run bench`: measures what the design has a budget for, and prints one table. */
async function bench(): Promise<void> {
  const results = [...(await sizes()), ...(await benchInNode()), ...(await benchInWorkbench())];
  const rows = results.map(({ what, measured, budget, isKept }) => [
    what,
    measured,
    budget,
    isKept ? "yes" : "OVER",
  ]);
  const table = [["what", "measured", "budget", "kept"], ["---", "---", "---", "---"], ...rows];
  console.log(`\n${table.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
}

async function sizes(): Promise<Result[]> {
  const kilobytes = (path: string) => statSync(path).size / 1000;
  const vsix = kilobytes(await packExtension());
  return [
    result("bundle, minified", kilobytes(join(root, "dist/extension.js")), 150, "kB"),
    result("packaged extension", vsix, 250, "kB"),
  ];
}

void bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
