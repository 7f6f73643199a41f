import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { createVSIX } from "@vscode/vsce";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../hosts/browser";
import { packExtension } from "../hosts/pack";
import { startServer } from "../hosts/server";
import { listen } from "../sandbox/listen";
import { ratioResult, ratioOf, type Result } from "./measure";

const publisher = "bench";
const own = "supermetrics-connector-builder.supermetrics-connector-builder";
const empty = `${publisher}.empty`;
/** Activated before the others: the first one pays for what the host does once. */
const first = `${publisher}.first`;

/** Before each activation: what an extension still does when it is active must not count for the next. Milliseconds. */
const rest = 500;

/** How often a window is opened, which has an extension host of its own. */
const rounds = 9;

/** Milliseconds from asking for an extension until it is active, by the extensions' ids. */
type Times = Readonly<Record<string, number>>;

/**
 * The packaged extension's activation beside an empty extension's, in the same extension host of a VS Code Server: what
 * the editor does for every extension, and the code that is loaded and run. Which of them comes first takes turns.
 */
export async function benchActivation(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "activation-"));
  const meter = await openMeter();
  const nothing = "exports.activate = () => {};";
  const vsix = [
    await packExtension(),
    await pack(folder, "empty", nothing),
    await pack(folder, "first", nothing),
    await pack(folder, "meter", meterSource(meter.origin), ["onStartupFinished"]),
  ];
  const host = await startServer("newest", { vsix });
  const browser = await launchBrowser();
  try {
    const times: Times[] = [];
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? [first, empty, own] : [first, own, empty];
      times.push(await meter.measure(order, () => openWindow(browser, host.url())));
    }
    const comparison = ratioOf(
      times.map((each) => each[empty] ?? Number.NaN),
      times.map((each) => each[own] ?? Number.NaN),
    );
    return [ratioResult("activated in a Node host, to an empty extension", comparison, 2)];
  } finally {
    await browser.close();
    await host.close();
    await meter.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packs an extension of one file. @returns the path of the package */
async function pack(
  folder: string,
  name: string,
  source: string,
  activationEvents: readonly string[] = [],
): Promise<string> {
  const cwd = join(folder, name);
  const manifest = {
    name,
    publisher,
    version: "1.0.0",
    engines: { vscode: "^1.100.0" },
    main: "./extension.js",
    extensionKind: ["workspace"],
    activationEvents,
  };
  mkdirSync(cwd);
  writeFileSync(join(cwd, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(cwd, "extension.js"), source);
  const packagePath = join(folder, `${name}.vsix`);
  const options = { dependencies: false, allowMissingRepository: true, skipLicense: true };
  await createVSIX({ cwd, packagePath, ...options });
  return packagePath;
}

/** An extension that activates others, in the order that it asks for, and tells how long each took. */
function meterSource(origin: string): string {
  return `
    const { extensions } = require("vscode");
    exports.activate = async () => {
      const order = await (await fetch("${origin}")).json();
      const times = {};
      for (const id of order) {
        const extension = extensions.getExtension(id);
        if (!extension || extension.isActive) throw new Error(id + " cannot be measured");
        await new Promise((resolve) => setTimeout(resolve, ${rest}));
        const started = performance.now();
        await extension.activate();
        times[id] = performance.now() - started;
      }
      await fetch("${origin}", { method: "POST", body: JSON.stringify(times) });
    };`;
}

/** Where the extension that measures asks and reports. */
async function openMeter() {
  let order: readonly string[] = [];
  let report: (times: Times) => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      void json(request).then((times) => report(times as Times));
      response.end();
    } else {
      response.end(JSON.stringify(order));
    }
  });
  return {
    ...(await listen(server)),
    /** @param open opens a window, and gives what closes it */
    async measure(wanted: readonly string[], open: () => Promise<() => Promise<void>>) {
      order = wanted;
      const told = new Promise<Times>((resolve) => (report = resolve));
      const close = await open();
      const times = await told;
      await close();
      return times;
    },
  };
}

async function openWindow(browser: Browser, url: string): Promise<() => Promise<void>> {
  const page = await browser.newPage();
  await page.goto(url);
  return () => page.close();
}
