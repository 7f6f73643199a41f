import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../hosts/browser";
import type { Host } from "../hosts/host";
import { packExtension } from "../hosts/pack";
import { startServer } from "../hosts/server";
import { createControl, defaultKey, defaultTeam, startSandbox, type Sandbox } from "../sandbox";
import type { SandboxControl } from "../sandbox/control";
import { Workbench } from "./driver/workbench";

export type Theme = "dark" | "light";

const themes: Record<Theme, string> = {
  dark: "Dark 2026",
  light: "Light 2026",
};

/** What a tour has at hand while a test of it runs. */
export interface Stage {
  readonly workbench: Workbench;
  readonly sandbox: SandboxControl;
  readonly origin: string;
  /** Opens the same VS Code in one more window. */
  secondWindow(): Promise<Workbench>;
  signIn(): Promise<void>;
}

/**
 * Gives the tests of the surrounding `describe` a VS Code Server with the sandbox as its API: one server
 * for all, a fresh window and a fresh sandbox for each. A failed test leaves a picture of what was seen.
 */
export function useStage({ theme = "dark" }: { theme?: Theme } = {}): Stage {
  let browser: Browser;
  let server: Sandbox;
  let host: Host;
  let sandbox: SandboxControl;
  let windows: Workbench[] = [];
  const folder = mkdtempSync(join(tmpdir(), "tour-"));

  before(async function () {
    this.timeout(300_000);
    server = await startSandbox();
    sandbox = createControl(server.origin);
    const settings = {
      "supermetrics.apiBaseUrl": server.origin,
      "workbench.colorTheme": themes[theme],
    };
    host = await startServer("newest", { vsix: await packExtension(), settings, folder });
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    await sandbox.reset();
    windows = [await Workbench.open(browser, host.url())];
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      const name = this.currentTest.fullTitle().replace(/\W+/g, "-");
      await Promise.all(windows.map((one, index) => one.picture(`failed-${name}-${index}`)));
    }
    await Promise.all(windows.map((one) => one.close()));
  });

  after(async () => {
    await browser?.close();
    await host?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const first = () => {
    const [workbench] = windows;
    if (!workbench) {
      throw new Error("The stage is there only while a test runs.");
    }
    return workbench;
  };
  return {
    get workbench() {
      return first();
    },
    get sandbox() {
      return sandbox;
    },
    get origin() {
      return server.origin;
    },
    async secondWindow() {
      const page = await first().page.context().newPage();
      const second = Workbench.on(page);
      await second.goTo(host.url());
      windows.push(second);
      return second;
    },
    signIn: () => first().signIn(defaultKey, defaultTeam),
  };
}
