import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createControl, defaultKey, defaultTeam } from "../sandbox";
import type { SandboxControl } from "../sandbox/control";
import { until } from "./driver/attempts";
import { openHarbourMail, signIn } from "./driver/flows";
import { startOver } from "./driver/startOver";
import { Workbench } from "./driver/workbench";
import { sharedHosts, type SharedHost } from "./sharedHosts";

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
  readonly freshWindow?: boolean;
  readonly folderSettings?: Readonly<Record<string, unknown>>;
}

/**
 * Gives the tests of the surrounding `describe` a VS Code Server with the sandbox as its API: an empty folder and a
 * fresh sandbox for each, and a window that is signed out and has nothing open. To open a window takes longer than most
 * tests, so it is the one of the test before, of whichever file. A failed test leaves a picture of what was seen, and
 * its window to nobody.
 * @param profile names a server of its own
 * @param settings of the person that this server has besides
 * @param keepsWindow whether the tests are scenes of one story, in one window
 * @param freshWindow whether each test has a window of its own: where it matters what a window has done before
 * @param folderSettings settings of the folder, there before a window of its own opens: one may notice later ones late
 */
export function useStage(options: StageOptions = {}): Stage {
  const { profile, settings, keepsWindow = false, folderSettings } = options;
  const freshWindow = options.freshWindow ?? folderSettings !== undefined;
  let house: SharedHost;
  let sandbox: SandboxControl;
  let windows: Workbench[] = [];
  let failures = 0;

  const reset = async () => {
    const { host, folder } = house;
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
    const left = house.leftWindow;
    house.leftWindow = undefined;
    const clear = left && !freshWindow && (await startOver(left));
    if (!clear) {
      await left?.close();
    }
    await reset();
    windows = [clear ? left : await Workbench.open(house.browser, house.host.url())];
  };
  const handBack = async (asItIs: boolean) => {
    const [own, ...others] = windows;
    windows = [];
    await Promise.all(others.map((one) => one.page.close()));
    if (asItIs && !freshWindow) {
      house.leftWindow = own;
    } else {
      await own?.close();
    }
  };

  before(async function () {
    this.timeout(300_000);
    house = await sharedHosts(profile, settings);
    sandbox = createControl(house.sandbox.origin);
    if (keepsWindow) {
      await open();
    }
  });

  beforeEach(async function () {
    if (!keepsWindow) {
      // In a fresh window, and told: a machine under load drops keys that come too early.
      this.currentTest?.retries(1);
      await open();
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
    if (!keepsWindow) {
      await handBack(!hasFailed);
    }
  });

  after(async () => {
    if (keepsWindow) {
      await handBack(failures === 0);
    }
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
    async secondWindow() {
      await first().leave(); // or it opens what an earlier test had open
      const page = await first().page.context().newPage();
      const second = Workbench.on(page);
      await second.goTo(house.host.url());
      windows.push(second);
      return second;
    },
    async editStored(text) {
      assert.ok(await until(() => house.host.hasBackup(text)), `No edit with ${text} is kept.`);
    },
    withhold: (file) => house.host.withhold(file),
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
