// Builds the one bundle that serves both extension hosts, Node and web worker. Only web APIs may be
// used in it: `platform: "browser"` makes an import of a Node built-in fail the build.
import { build, context } from "esbuild";

const production = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const options = {
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  target: "es2022",
  external: ["vscode"],
  minify: production,
  // The texts for people have quotation marks and dashes, which escapes would make twice as long.
  charset: "utf8",
  sourcemap: !production,
  logLevel: "warning",
};

if (process.argv.includes("--watch")) {
  const watching = await context(options);
  await watching.watch();
  console.log("[watch] build finished, watching for changes");
} else {
  await build(options);
}
