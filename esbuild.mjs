// Builds the extension, which serves both extension hosts, Node and web worker, and the view of rows, which is a page
// of its own. Only web APIs may be used in them: `platform: "browser"` makes an import of a Node built-in fail the build.
//
// The extension is two files: `dist/extension.js` has what the start needs, `dist/deferred.js` what is only reached
// through an `import()` in the source. esbuild splits the source into chunks at these, with every module in one of
// them, and then bundles each file from the chunks that belong to it. `src/platform/ui/deferred.ts` puts the second
// file to the first when an `import()` needs it: the web worker host has neither `import()` nor `require` for files.
import { basename, resolve } from "node:path";
import { build, context } from "esbuild";

const isSizeAsked = process.argv.includes("--size");
const production = process.argv.includes("--production") || isSizeAsked;
/**
 * In kB. Beyond its limit the check fails. The limits only may go down, but for what moves out of the main file into
 * the other: what the main file has is read and compiled at every start.
 * @type {Readonly<Record<string, number>>}
 */
const sizeLimits = { "extension.js": 72, "deferred.js": 440, "rows.js": 120 };

/**
 * Loads the editor's API once for a whole file. esbuild gives each chunk that imports a CommonJS module a copy of its
 * own, and the API has some 200 members: a hundred copies take longer than all else at the start.
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

/**
 * What the split has made of the source, by the chunks' names, with what they import and what they are made of.
 * @typedef {Map<string, { text: string } & import("esbuild").Metafile["outputs"][string]>} Chunks
 */

/** @type {import("esbuild").BuildOptions} */
const common = {
  outdir: "dist",
  bundle: true,
  platform: "browser",
  target: "es2022",
  minify: production,
  // The texts for people have quotation marks and dashes, which escapes would make twice as long.
  charset: "utf8",
  logLevel: "warning",
};

/** @type {import("esbuild").BuildOptions} */
const extension = {
  ...common,
  entryPoints: { extension: "src/extension.ts", loader: "src/platform/ui/deferred.ts" },
  format: "esm",
  splitting: true,
  chunkNames: "[hash]",
  external: ["vscode"],
  sourcemap: production ? false : "inline",
  metafile: true,
  outdir: "dist/chunks",
  write: false,
  plugins: [{ name: "two-files", setup: (bundle) => bundle.onEnd(linkTwoFiles) }],
};

/** @type {import("esbuild").BuildOptions} */
const rowsView = {
  ...common,
  entryPoints: [
    { in: "src/features/rows/webview/main.ts", out: "rows" },
    { in: "src/features/rows/webview/rows.css", out: "rows" },
  ],
  format: "iife",
  sourcemap: !production,
};

if (process.argv.includes("--watch")) {
  const watching = await Promise.all([extension, rowsView].map(context));
  await Promise.all(watching.map((one) => one.watch()));
  console.log("[watch] build finished, watching for changes");
} else if (isSizeAsked) {
  await build(extension);
  const { metafile } = await build({ ...rowsView, metafile: true, write: false });
  for (const [path, { bytes, inputs }] of Object.entries(metafile.outputs)) {
    printSizes(basename(path), bytes, [inputs]);
  }
} else {
  await Promise.all([extension, rowsView].map(build));
}

/**
 * Bundles the two files, each from its chunks.
 * @param {import("esbuild").BuildResult} split
 */
async function linkTwoFiles({ metafile: split, outputFiles, errors }) {
  if (!split || !outputFiles || errors.length > 0) {
    return;
  }
  /** @type {Chunks} */
  const chunks = new Map(
    outputFiles.map(({ path, text }) => {
      const name = basename(path);
      return [name, { text, ...split.outputs[`${extension.outdir}/${name}`] }];
    }),
  );
  const atStart = new Set(["extension.js", "loader.js"]);
  for (const name of atStart) {
    importsOf(chunks, [name], "import-statement").forEach((one) => atStart.add(one));
  }
  const deferred = [...chunks.keys()].filter((name) => !atStart.has(name));
  const others = importsOf(chunks, deferred, "import-statement");
  const shared = [...new Set(others.filter((name) => atStart.has(name)))];
  const loaded = importsOf(chunks, atStart, "dynamic-import");
  const entries = [...new Set(loaded.filter((name) => !atStart.has(name)))];

  for (const name of atStart) {
    const chunk = chunks.get(name);
    const text = chunk.text.replace(/\bimport\("\.\/([\w-]+\.js)"\)/g, (whole, other) =>
      entries.includes(other) ? `importDeferred("${other}")` : whole,
    );
    if (text !== chunk.text) {
      chunk.text = `import { importDeferred } from "./loader.js"; ${text}`;
    }
  }
  await bundleChunks("extension.js", chunks, new Set(atStart), [
    'export * from "./extension.js";',
    'import { share } from "./loader.js";',
    ...shared.map((name, at) => `import * as shared${at} from "./${name}";`),
    `share({ ${shared.map((name, at) => `"./${name}": shared${at}`).join()} });`,
  ]);
  await bundleChunks("deferred.js", chunks, new Set(deferred), [
    `export const chunks = { ${entries.map((name) => `"${name}": () => import("./${name}")`).join()} };`,
  ]);
}

/**
 * @param {Chunks} chunks
 * @param {Iterable<string>} names
 * @param {import("esbuild").ImportKind} kind
 * @returns {string[]} the names of the chunks that these import
 */
function importsOf(chunks, names, kind) {
  return [...names]
    .flatMap((name) => chunks.get(name)?.imports ?? [])
    .flatMap((one) => (one.kind === kind && !one.external ? [basename(one.path)] : []));
}

/**
 * Bundles one of the two files, or prints its size.
 * @param {string} file
 * @param {Chunks} chunks
 * @param {ReadonlySet<string>} own the names of those that belong to it; others are asked for with `require`
 * @param {readonly string[]} entry the lines of the module that imports them
 */
async function bundleChunks(file, chunks, own, entry) {
  const folder = resolve(extension.outdir);
  /** @type {import("esbuild").Plugin} */
  const ownChunks = {
    name: "own-chunks",
    setup(bundle) {
      bundle.onResolve({ filter: /^\.\// }, ({ path }) =>
        own.has(basename(path)) ? { path: resolve(folder, path) } : { path, external: true },
      );
      bundle.onLoad({ filter: /\.js$/, namespace: "file" }, ({ path }) => ({
        contents: chunks.get(basename(path))?.text,
      }));
    },
  };
  const { metafile } = await build({
    ...common,
    stdin: { contents: entry.join("\n"), resolveDir: folder },
    outfile: `dist/${file}`,
    outdir: undefined,
    format: "cjs",
    sourcemap: !production,
    plugins: [sharedApi, ownChunks],
    metafile: true,
    write: !isSizeAsked,
  });
  if (isSizeAsked) {
    const bytes = metafile.outputs[`dist/${file}`].bytes;
    printSizes(
      file,
      bytes,
      [...own].map((name) => chunks.get(name)?.inputs ?? {}),
    );
  }
}

/**
 * Prints what a file is made of: the whole beside its budget, and the ten largest of the packages and the source's
 * own modules. The process fails when the file is larger than its limit.
 * @param {string} file
 * @param {number} bytes
 * @param {readonly import("esbuild").Metafile["outputs"][string]["inputs"][]} parts
 */
function printSizes(file, bytes, parts) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const [path, { bytesInOutput }] of parts.flatMap((inputs) => Object.entries(inputs))) {
    const [, name = path] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  const largest = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, 10);
  const limit = sizeLimits[file];
  const whole = `dist/${file}, minified${limit ? `: the limit is ${limit}` : ""}`;
  for (const [name, size] of [[whole, bytes], ...largest]) {
    console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${name}`);
  }
  if (limit && bytes / 1000 > limit) {
    process.exitCode = 1;
  }
}
