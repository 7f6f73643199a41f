import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../hosts/browser";
import { packExtension } from "../hosts/pack";
import { startServer, type ServerHost } from "../hosts/server";
import { startSandbox, type Sandbox } from "../sandbox";

/** What all tours share: every window that is opened in it is a new person with a profile of its own. */
interface SharedHosts {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  readonly folder: string;
  /** By profile: what an extension keeps is on the server. */
  readonly hosts: Map<string, Promise<ServerHost>>;
}

let shared: Promise<SharedHosts> | undefined;

/**
 * Opens what is not open yet; all of it is closed after the last tour.
 * @param profile names a server of its own, e.g. one where the extension has kept nothing yet
 * @param own settings of the person that this server has besides
 */
export async function sharedHosts(profile = "", own: Readonly<Record<string, unknown>> = {}) {
  shared ??= build();
  const { sandbox, browser, folder, hosts } = await shared;
  let host = hosts.get(profile);
  if (!host) {
    const settings = {
      "supermetrics.apiBaseUrl": sandbox.origin,
      "window.autoDetectColorScheme": true, // as a window's page asks for it, by its media
      "workbench.preferredDarkColorTheme": "Dark 2026",
      "workbench.preferredLightColorTheme": "Light 2026",
      ...own,
    };
    const vsix = await packExtension();
    // A window that has been closed is not coming back, and each holds a quarter of a gigabyte.
    host = startServer("newest", { vsix, settings, folder, patience: 10 });
    hosts.set(profile, host);
  }
  return { sandbox, browser, folder, host: await host };
}

async function build(): Promise<SharedHosts> {
  return {
    sandbox: await startSandbox(),
    browser: await launchBrowser(),
    folder: mkdtempSync(join(tmpdir(), "tour-")),
    hosts: new Map(),
  };
}

after(async () => {
  if (shared) {
    const { sandbox, browser, folder, hosts } = await shared;
    await browser.close();
    await Promise.all([...hosts.values()].map(async (host) => (await host).close()));
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
