import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { ServerHost } from "../hosts/server";
import { createControl, defaultKey, defaultTeam } from "../sandbox";
import type { SandboxControl } from "../sandbox/control";
import { until } from "./driver/attempts";
import { openHarbourMail, signIn } from "./driver/flows";
import { Workbench } from "./driver/workbench";
import { sharedHosts } from "./sharedHosts";

/** What a tour has at hand while a test of it runs. */
export interface Stage {
  readonly workbench: Workbench;
  readonly sandbox: SandboxControl;
  /** Opens the same VS Code in one more window. */
  secondWindow(): Promise<Workbench>;
  /** Waits until a reload would bring back an edit that has this text. */
  editStored(text: string): Promise<void>;
  /** Takes a file of the installed extension away. @returns what puts it back */
  withhold(file: string): () => void;
  /** In the first window unless another is named. */
  signIn(window?: Workbench): Promise<void>;
  /** The configuration of the seed's first connector, as the service has it. */
  readonly published: () => Promise<string>;
  /** Signs in, and opens the seed's first connector with this configuration. */
  openWith(json: object): Promise<void>;
}

interface StageOptions {
  readonly profile?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly keepsWindow?: boolean;
  readonly sharesWindow?: boolean;
  readonly folderSettings?: Readonly<Record<string, unknown>>;
}

/**
 * Gives the tests of the surrounding `describe` a VS Code Server with the sandbox as its API: a fresh
 * window, an empty folder and a fresh sandbox for each. A failed test leaves a picture of what was seen.
 * @param profile names a server of its own
 * @param settings of the person that this server has besides
 * @param keepsWindow whether the tests are scenes of one story, in one window
 * @param sharesWindow whether a test may begin in the window of the one before, signed out and with nothing open: to
 * open a window takes longer than most tests
 * @param folderSettings settings of the folder, there before the window opens: a window may notice later ones late
 */
export function useStage(options: StageOptions = {}): Stage {
  const { profile, settings, keepsWindow = false, sharesWindow = false, folderSettings } = options;
  let browser: Browser;
  let host: ServerHost;
  let folder: string;
  let sandbox: SandboxControl;
  let windows: Workbench[] = [];
  let failures = 0;

  const reset = async () => {
    await sandbox.reset();
    host.startOver();
    for (const left of readdirSync(folder)) {
      rmSync(join(folder, left), { recursive: true, force: true });
    }
    if (folderSettings) {
      mkdirSync(join(folder, ".vscode"));
      writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(folderSettings));
    }
  };
  const open = async () => {
    await reset();
    windows = [await Workbench.open(browser, host.url())];
  };
  const close = async () => {
    await Promise.all(windows.map((one) => one.close()));
    windows = [];
  };
  const openOrClear = async () => {
    const [shared] = windows;
    if (shared && windows.length === 1) {
      await shared.startOver();
      await reset();
    } else {
      await close();
      await open();
    }
  };

  before(async function () {
    this.timeout(300_000);
    const house = await sharedHosts(profile, settings);
    ({ browser, host, folder } = house);
    sandbox = createControl(house.sandbox.origin);
    if (keepsWindow) {
      await open();
    }
  });

  beforeEach(async function () {
    if (!keepsWindow) {
      // In a fresh window, and told: a machine under load drops keys that come too early.
      this.currentTest?.retries(1);
      await openOrClear();
    }
  });

  afterEach(async function () {
    const hasFailed = this.currentTest && !this.currentTest.isPassed();
    if (this.currentTest && hasFailed) {
      const name = this.currentTest.fullTitle().replace(/\W+/g, "-").slice(0, 100);
      failures++;
      await Promise.all(
        windows.map((one, index) => one.failurePicture(`failed-${name}-${failures}-${index}`)),
      );
    }
    if (!keepsWindow && (hasFailed || !sharesWindow)) {
      await close();
    }
  });

  after(close);

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
    async secondWindow() {
      const page = await first().page.context().newPage();
      const second = Workbench.on(page);
      await second.goTo(host.url());
      windows.push(second);
      return second;
    },
    async editStored(text) {
      assert.ok(await until(() => host.hasBackup(text)), `No edit with ${text} is kept.`);
    },
    withhold: (file) => host.withhold(file),
    signIn: (window = first()) => signIn(window, defaultKey, defaultTeam),
    published: async () => {
      return (await sandbox.connector(defaultTeam, "T3S70")).configurationText;
    },
    async openWith(json) {
      const configurationText = JSON.stringify(json);
      await sandbox.changeConnector(defaultTeam, "T3S70", { configurationText });
      await signIn(first(), defaultKey, defaultTeam);
      await openHarbourMail(first());
    },
  };
}
