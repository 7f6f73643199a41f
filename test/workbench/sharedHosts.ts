import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../hosts/browser";
import { packExtension } from "../hosts/pack";
import { startServer, type ServerHost } from "../hosts/server";
import { startSandbox, type Sandbox } from "../sandbox";
import type { Workbench } from "./driver/workbench";

/** What all tours share. */
interface Shared {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  readonly folder: string;
}

/** A server that tours share, with what all of them share. */
export interface SharedHost extends Shared {
  readonly host: ServerHost;
  /** The window that the test before has left, for the next one to begin in. */
  leftWindow: Workbench | undefined;
}

let shared: Promise<Shared> | undefined;
/** By profile: what an extension keeps is on the server. */
const hosts = new Map<string, Promise<SharedHost>>();

/**
 * Opens what is not open yet; all of it is closed after the last tour.
 * @param profile names a server of its own, e.g. one where the extension has kept nothing yet
 * @param own settings of the person that this server has besides
 */
export async function sharedHosts(
  profile = "",
  own: Readonly<Record<string, unknown>> = {},
): Promise<SharedHost> {
  let host = hosts.get(profile);
  if (!host) {
    host = open(own);
    hosts.set(profile, host);
  }
  return host;
}

async function open(own: Readonly<Record<string, unknown>>): Promise<SharedHost> {
  shared ??= build();
  const { sandbox, browser, folder } = await shared;
  const settings = {
    "supermetrics.apiBaseUrl": sandbox.origin,
    "window.autoDetectColorScheme": true, // as a window's page asks for it, by its media
    "workbench.preferredDarkColorTheme": "Dark 2026",
    "workbench.preferredLightColorTheme": "Light 2026",
    ...own,
  };
  const vsix = await packExtension();
  // A window that has been closed is not coming back, and each holds a quarter of a gigabyte.
  const host = await startServer("newest", { vsix, settings, folder, patience: 10 });
  return { sandbox, browser, folder, host, leftWindow: undefined };
}

async function build(): Promise<Shared> {
  return {
    sandbox: await startSandbox(),
    browser: await launchBrowser(),
    folder: mkdtempSync(join(tmpdir(), "tour-")),
  };
}

after(async () => {
  if (shared) {
    const { sandbox, browser, folder } = await shared;
    await browser.close();
    await Promise.all([...hosts.values()].map(async (one) => (await one).host.close()));
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
