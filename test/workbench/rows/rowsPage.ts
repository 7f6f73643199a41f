import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { root } from "../../hosts/paths";
import { themes, type Theme } from "./themes";

/** What the page has of the editor: it keeps a state, and takes messages. */
const editor = `
  let state = JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined;
  window.posted = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.posted.push(message),
    getState: () => state,
    setState: (next) => sessionStorage.setItem("state", JSON.stringify(state = next)),
  });`;

interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** By their entries. */
const bundles = new Map<string, Promise<Bundle>>();

/**
 * Opens the view of rows in a page of its own, without an editor around it.
 * @param entry the script that the page loads
 */
export async function openRowsPage(
  browser: Browser,
  theme: Theme = "dark",
  entry = join(root, "test/workbench/rows/pageEntry.ts"),
): Promise<Page> {
  const bundled = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, bundled);
  const { script, style } = await bundled;
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const { className, css } = themes[theme];
  const html = `<!DOCTYPE html><html lang="en"><head><title>Rows</title>
    <style>${css}</style><style>${style}</style></head>
    <body class="${className}"><script>${editor}</script><script src="view.js"></script></body></html>`;
  await page.route("http://rows.test/**", (route) =>
    route.fulfill(
      route.request().url().endsWith(".js")
        ? { contentType: "text/javascript", body: script }
        : { contentType: "text/html; charset=utf-8", body: html },
    ),
  );
  await page.goto("http://rows.test/");
  return page;
}

async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: entry, out: "view" },
      { in: join(root, "src/features/rows/webview/rows.css"), out: "view" },
    ],
    outdir: "view",
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const text = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: text(".js"), style: text(".css") };
}
