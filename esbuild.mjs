// Builds the one bundle that serves both extension hosts, Node and web worker, and the view of rows, which is a page
// of its own. Only web APIs may be used in them: `platform: "browser"` makes an import of a Node built-in fail the build.
import { build, context } from "esbuild";

const isSizeAsked = process.argv.includes("--size");
/**
 * In kB. The goal is what a part is to come down to; beyond the limit, which only may go down, the check fails. Previews
 * and test runs have a budget of their own, beside that of all else in the extension's bundle.
 * @type {readonly { name: string, file: string, isCounted: (path: string) => boolean, goal: number, limit: number }[]}
 */
const sizeBudgets = [
  { name: "extension", file: "dist/extension.js", isCounted: isNotOfRuns, goal: 220, limit: 350 },
  { name: "runs", file: "dist/extension.js", isCounted: isOfRuns, goal: 40, limit: 84 },
  { name: "view of rows", file: "dist/rows.js", isCounted: () => true, goal: 120, limit: 120 },
];
const production = process.argv.includes("--production") || isSizeAsked;

/**
 * Loads the editor's API once for the whole bundle. esbuild gives each file that imports a CommonJS module a copy
 * of its own, and the API has some 200 members: a hundred copies take longer than all else at the start.
 * @type {import("esbuild").Plugin}
 */
const sharedApi = {
  name: "shared-api",
  setup(bundle) {
    bundle.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === sharedApi.name
        ? { path: "vscode", external: true }
        : { path: "vscode", namespace: sharedApi.name },
    );
    bundle.onLoad({ filter: /.*/, namespace: sharedApi.name }, () => ({
      contents: 'export * from "vscode";',
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const options = {
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  target: "es2022",
  plugins: [sharedApi],
  minify: production,
  // The texts for people have quotation marks and dashes, which escapes would make twice as long.
  charset: "utf8",
  sourcemap: !production,
  logLevel: "warning",
};

/** @type {import("esbuild").BuildOptions} */
const rowsView = {
  ...options,
  entryPoints: [
    { in: "src/features/rows/webview/main.ts", out: "rows" },
    { in: "src/features/rows/webview/rows.css", out: "rows" },
  ],
  outfile: undefined,
  outdir: "dist",
  format: "iife",
  plugins: [],
};

if (process.argv.includes("--watch")) {
  const watching = await Promise.all([options, rowsView].map(context));
  await Promise.all(watching.map((one) => one.watch()));
  console.log("[watch] build finished, watching for changes");
} else if (isSizeAsked) {
  for (const one of [options, rowsView]) {
    const { metafile } = await build({ ...one, metafile: true, write: false });
    for (const [path, output] of Object.entries(metafile.outputs)) {
      printSizes(path, output);
    }
  }
} else {
  await Promise.all([options, rowsView].map(build));
}

/**
 * Prints what a bundle is made of: the whole beside its budget, and the ten largest of the packages and the source's
 * own modules. The process fails when the bundle is larger than its limit.
 * @param {string} file
 * @param {import("esbuild").Metafile["outputs"][string]} output
 */
function printSizes(file, { bytes, inputs }) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const [, name = path] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  const largest = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, 10);
  for (const [name, size] of [[`${file}, minified`, bytes], ...largest]) {
    console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`);
  }
  for (const { name, isCounted, goal, limit } of sizeBudgets.filter((one) => one.file === file)) {
    const uncounted = Object.entries(inputs).filter(([path]) => !isCounted(path));
    const size = uncounted.reduce((rest, [, one]) => rest - one.bytesInOutput, bytes) / 1000;
    console.log(
      `${size.toFixed(1).padStart(8)} kB  ${name}: the goal is ${goal}, the limit ${limit}`,
    );
    if (size > limit) {
      process.exitCode = 1;
    }
  }
}

/**
 * Whether a module belongs to previews and test runs.
 * @param {string} path
 */
function isOfRuns(path) {
  return /^src\/features\/(rows|preview|testRun)\//.test(path);
}

/** @param {string} path */
function isNotOfRuns(path) {
  return !isOfRuns(path);
}
