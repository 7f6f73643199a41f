import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../hosts/browser";
import type { Host } from "../hosts/host";
import { packExtension } from "../hosts/pack";
import { startServer } from "../hosts/server";
import { startSandbox, type Sandbox } from "../sandbox";

const themes = { dark: "Dark 2026", light: "Light 2026" } as const;

export type Theme = keyof typeof themes;

/** What all tours share: every window that is opened in it is a new person with a profile of its own. */
interface House {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  readonly folder: string;
  /** One server a theme and profile, since its settings are one file. */
  readonly hosts: Map<string, Promise<Host>>;
}

let house: Promise<House> | undefined;

/**
 * Opens what is not open yet; all of it is closed after the last tour.
 * @param profile names a server of its own, e.g. one where the extension has kept nothing yet
 */
export async function enter(theme: Theme, profile = "") {
  house ??= build();
  const { sandbox, browser, folder, hosts } = await house;
  let host = hosts.get(theme + profile);
  if (!host) {
    const settings = {
      "supermetrics.apiBaseUrl": sandbox.origin,
      "workbench.colorTheme": themes[theme],
    };
    host = startServer("newest", { vsix: await packExtension(), settings, folder });
    hosts.set(theme + profile, host);
  }
  return { sandbox, browser, folder, host: await host };
}

async function build(): Promise<House> {
  return {
    sandbox: await startSandbox(),
    browser: await launchBrowser(),
    folder: mkdtempSync(join(tmpdir(), "tour-")),
    hosts: new Map(),
  };
}

after(async () => {
  if (house) {
    const { sandbox, browser, folder, hosts } = await house;
    await browser.close();
    await Promise.all([...hosts.values()].map(async (host) => (await host).close()));
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
