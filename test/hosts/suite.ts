import { join } from "node:path";
import { build } from "esbuild";
import { startSandbox } from "../sandbox";
import { startSource } from "../source";
import { Workbench } from "../workbench/driver/workbench";
import { launchBrowser } from "./browser";
import type { Counts } from "./counts";
import type { Host } from "./host";
import { slowest } from "./mochaFiles";
import { output, root } from "./paths";
import { testFiles } from "./testFiles";
import { openSuiteChannel, type SuiteChannel } from "./suiteChannel";

/** How long the suites may take in one host. Milliseconds. */
const patience = Number(process.env["PATIENCE"] ?? 600_000);

/**
 * Runs the host suites in a host that a browser shows.
 * @param start starts the host; gets the path of the bundled suites
 */
export async function runHostSuites(start: (suite: string) => Promise<Host>): Promise<Counts> {
  return withSuites(async (suite, channel) => {
    const host = await start(suite);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const broken = new Promise<never>((_resolve, reject) => {
        const fail = (what: string) => reject(new Error(`${host.name}: ${what}`));
        page.on("crash", () => fail("the page crashed"));
        // A workbench that is told to run tests calls these two. The suites tell their counts before.
        void page.exposeFunction("codeAutomationExit", () => fail("ended before the suites did"));
        setTimeout(() => fail("the suites did not end"), patience).unref();
      });
      let said = "";
      await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
        said = `${said}\n${args.join(" ")}`.slice(-4000);
      });
      channel.attend(Workbench.on(page));
      await page.goto(host.url({ suite }));
      return await Promise.race([channel.counts, broken]).catch((error: unknown) => {
        console.error(said);
        throw error;
      });
    } finally {
      await browser.close();
      await host.close();
    }
  });
}

/** Has the sandbox and the channel ready, and the suites bundled with their addresses. */
export async function withSuites<T>(
  work: (suite: string, channel: SuiteChannel) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox();
  const source = await startSource();
  const channel = await openSuiteChannel();
  try {
    return await work(await bundle(sandbox.origin, source.origin, channel.origin), channel);
  } finally {
    await channel.close();
    await source.close();
    await sandbox.close();
  }
}

async function bundle(
  sandboxOrigin: string,
  sourceOrigin: string,
  channelOrigin: string,
): Promise<string> {
  const outfile = join(output, `host-suites-${process.pid}.js`);
  await build({
    stdin: { contents: entry(), resolveDir: join(root, "test/host"), sourcefile: "entry.ts" },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    sourcemap: "inline",
    define: {
      SANDBOX_ORIGIN: JSON.stringify(sandboxOrigin),
      SOURCE_ORIGIN: JSON.stringify(sourceOrigin),
      CHANNEL_ORIGIN: JSON.stringify(channelOrigin),
      TEST_GREP: JSON.stringify(process.env["TEST_GREP"] ?? ""),
      TEST_SLOWEST: JSON.stringify(slowest),
      global: "globalThis",
    },
    logLevel: "error",
  });
  return outfile;
}

/** The code that runs every test file below the folder of the suites. */
function entry(): string {
  const load = testFiles(["test/host"], ".test.ts").map(
    (file) => `require(${JSON.stringify(file)});`,
  );
  // Mocha's build for browsers takes the bundle's exports for its own; VS Code looks for `run` there.
  return `
    import "mocha/mocha.js";
    import { runMocha } from "../host/support/runMocha";
    module.exports = { run: () => runMocha(() => { ${load.join(" ")} }) };`;
}
