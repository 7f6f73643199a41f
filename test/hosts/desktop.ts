import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { chromium } from "playwright-core";
import { Workbench } from "../workbench/driver/workbench";
import type { Counts } from "./counts";
import { quietSettings } from "./host";
import { root } from "./paths";
import { freePort } from "./server";
import type { SuiteChannel } from "./suiteChannel";
import { withSuites } from "./suite";

/**
 * Runs the host suites in desktop VS Code: the one that `VSCODE_EXECUTABLE` names, or one that is
 * downloaded. The window is driven over the debugging port of its Chromium.
 */
export function runDesktopSuites(): Promise<Counts> {
  return withSuites(async (suite, channel) => {
    const profile = mkdtempSync(join(tmpdir(), "vscode-desktop-"));
    const user = join(profile, "User");
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, "settings.json"), JSON.stringify(quietSettings));
    const port = await freePort();
    const executable = process.env["VSCODE_EXECUTABLE"];
    try {
      const ended = runTests({
        ...(executable && { vscodeExecutablePath: executable }),
        extensionDevelopmentPath: root,
        extensionTestsPath: suite,
        launchArgs: [
          `--user-data-dir=${profile}`,
          `--remote-debugging-port=${port}`,
          "--disable-extensions",
          "--password-store=basic",
        ],
      });
      const attended = attend(channel, port);
      // A failed test is in the counts already; only a run that never reported is an error.
      const code = await Promise.race([ended.catch(() => 1), attended.then(() => ended)]);
      return await Promise.race([channel.counts, neverReported(code)]);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** Takes the keyboard of the window as soon as there is one. */
async function attend(channel: SuiteChannel, port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const browser = await chromium
      .connectOverCDP(`http://127.0.0.1:${port}`)
      .catch(() => undefined);
    const pages = browser?.contexts().flatMap((context) => context.pages()) ?? [];
    const window = pages.find((page) => page.url().includes("workbench.html"));
    if (window) {
      channel.attend(Workbench.on(window));
      return;
    }
    await browser?.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function neverReported(code: number): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  throw new Error(`VS Code ended with code ${code} before the suites did.`);
}
