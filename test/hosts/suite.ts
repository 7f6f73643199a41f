import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { startSandbox } from "../sandbox";
import type { Host } from "./host";
import { output, root } from "./paths";
import { startPerson } from "./person";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** How long a suite may take in one host. Milliseconds. */
const patience = 240_000;

/**
 * Runs the host suites in one host: bundles them, opens the workbench, and listens to what they report
 * from inside the extension host.
 * @param start starts the host; gets the path of the bundle
 */
export async function runHostSuites(
  browser: Browser,
  start: (suite: string) => Promise<Host>,
): Promise<Counts> {
  const sandbox = await startSandbox();
  const person = await startPerson();
  const suite = await bundle(sandbox.origin, person.origin);
  const host = await start(suite);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    person.attend(page);
    const counts = new Promise<Counts>((resolve, reject) => {
      const given = setTimeout(() => reject(new Error(`${host.name}: the suites did not end`)), patience);
      const settle = (result: Counts) => {
        clearTimeout(given);
        resolve(result);
      };
      page.on("crash", () => reject(new Error(`${host.name}: the page crashed`)));
      page.on("console", (message) => report(message.text(), settle));
    });
    await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) =>
      report(args.join(" "), () => undefined),
    );
    await page.exposeFunction("codeAutomationExit", () => undefined);
    await page.goto(host.url({ suite }));
    return await counts;
  } finally {
    await context.close();
    await host.close();
    await person.close();
    await sandbox.close();
  }
}

/** Lines of the suites begin with a mark, to be told from everything else that a workbench says. */
function report(text: string, end: (counts: Counts) => void): void {
  const [, line = ""] = /\[suite\] ?(.*)/s.exec(text) ?? [];
  const result = /^end (\d+) (\d+)/.exec(line);
  if (result) {
    end({ passed: Number(result[1]), failed: Number(result[2]) });
  } else if (line) {
    console.log(line);
  }
}

async function bundle(sandboxOrigin: string, personOrigin: string): Promise<string> {
  const outfile = join(output, `host-suites-${process.pid}.js`);
  await build({
    entryPoints: [join(root, "test/host/index.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    sourcemap: "inline",
    define: {
      SANDBOX_ORIGIN: JSON.stringify(sandboxOrigin),
      PERSON_ORIGIN: JSON.stringify(personOrigin),
      global: "globalThis",
    },
    logLevel: "error",
  });
  return outfile;
}
