import type { Browser } from "playwright-core";
import type { Host } from "../hosts/host";
import { createControl, defaultKey, defaultTeam } from "../sandbox";
import type { SandboxControl } from "../sandbox/control";
import { giveUpEdits } from "./driver/flows";
import { Workbench } from "./driver/workbench";
import { enter, type Theme } from "./house";

/** What a tour has at hand while a test of it runs. */
export interface Stage {
  readonly workbench: Workbench;
  readonly sandbox: SandboxControl;
  /** Opens the same VS Code in one more window. */
  secondWindow(): Promise<Workbench>;
  /** In the first window unless another is named. */
  signIn(window?: Workbench): Promise<void>;
}

/**
 * Gives the tests of the surrounding `describe` a VS Code Server with the sandbox as its API: a fresh
 * window and a fresh sandbox for each. A failed test leaves a picture of what was seen.
 * @param profile names a server of its own
 * @param keepsWindow whether the tests are scenes of one story, in one window
 */
export function useStage(
  options: { theme?: Theme; profile?: string; keepsWindow?: boolean } = {},
): Stage {
  const { theme = "dark", profile, keepsWindow = false } = options;
  let browser: Browser;
  let host: Host;
  let sandbox: SandboxControl;
  let windows: Workbench[] = [];
  let begun: string | undefined;

  const open = async () => {
    await sandbox.reset();
    windows = [await Workbench.open(browser, host.url())];
  };
  const close = async () => {
    for (const one of windows) {
      await one.page.bringToFront();
      await giveUpEdits(one);
    }
    await Promise.all(windows.map((one) => one.close()));
  };

  before(async function () {
    this.timeout(300_000);
    const house = await enter(theme, profile);
    ({ browser, host } = house);
    sandbox = createControl(house.sandbox.origin);
    if (keepsWindow) {
      await open();
    }
  });

  beforeEach(async function () {
    if (!keepsWindow) {
      // Once more in a fresh window, and said: a machine under load drops keys that come too early.
      this.currentTest?.retries(1);
      const title = this.currentTest?.title;
      if (title === begun) {
        console.log(`    once more: ${title}`);
      }
      begun = title;
      await open();
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      const name = this.currentTest.fullTitle().replace(/\W+/g, "-").slice(0, 100);
      await Promise.all(windows.map((one, index) => one.picture(`failed-${name}-${index}`)));
    }
    if (!keepsWindow) {
      await close();
    }
  });

  after(() => (keepsWindow ? close() : undefined));

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
    signIn: (window = first()) => window.signIn(defaultKey, defaultTeam),
  };
}
