import { launchBrowser } from "../hosts/browser";
import { packExtension } from "../hosts/pack";
import { startServer } from "../hosts/server";
import { createControl, defaultKey, defaultTeam, startSandbox } from "../sandbox";
import { Workbench } from "../workbench/driver/workbench";
import { benchLogRows } from "./logRows";
import { median, result, type Result } from "./measure";
import { createConnector, publishLine, signIn } from "../workbench/driver/flows";

interface Activation {
  readonly load: number;
  readonly activate: number;
}

/** What needs a person at a real VS Code: the packaged extension's start, and what each action asks of the API. */
export async function benchInWorkbench(): Promise<Result[]> {
  const sandbox = await startSandbox();
  const settings = { "supermetrics.apiBaseUrl": sandbox.origin };
  const host = await startServer("newest", { vsix: await packExtension(), settings });
  const browser = await launchBrowser();
  try {
    const starts: Activation[] = [];
    for (let round = 0; round < 5; round++) {
      const workbench = await Workbench.open(browser, host.url());
      starts.push(await activationTimes(workbench));
      await workbench.close();
    }
    const workbench = await Workbench.open(browser, host.url());
    return [
      result(
        `activate() in a Node host, as VS Code tells it (code loaded before in ${median(starts.map(({ load }) => load))} ms)`,
        median(starts.map(({ activate }) => activate)),
        20,
        "ms",
      ),
      ...(await countRequests(workbench, sandbox.origin)),
      ...(await benchLogRows(workbench, createControl(sandbox.origin))),
    ];
  } finally {
    await browser.close();
    await host.close();
    await sandbox.close();
  }
}

/** Milliseconds of each step, from the editor's own report of its start. */
async function activationTimes(workbench: Workbench): Promise<Activation> {
  const { page } = workbench;
  await workbench.run("View: Show Supermetrics");
  await workbench.sidebar.getByText("Sign in with a Supermetrics API key").waitFor();
  await workbench.run("Developer: Startup Performance");
  await workbench.editorText();
  const row = /^\|\s*[\w-]*\.supermetrics-connector-builder\s*\|[^|]*\|\s*(\d+)\s*\|\s*(\d+)\s*\|/m;
  for (;;) {
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    const report = await page.evaluate(() => navigator.clipboard.readText());
    const found = row.exec(report);
    if (found) {
      return { load: Number(found[1]), activate: Number(found[2]) };
    }
    await page.waitForTimeout(500);
  }
}

async function countRequests(workbench: Workbench, origin: string): Promise<Result[]> {
  const sandbox = createControl(origin);
  const count = async (what: string, limit: number, act: () => Promise<unknown>) => {
    await sandbox.clearRequests();
    await act();
    // What an action sends late still belongs to it.
    await workbench.page.waitForTimeout(1000);
    return result(what, (await sandbox.requests()).length, limit, "requests");
  };
  const create = async () => {
    await createConnector(workbench, "Measured");
    await workbench.tabOf("Measured").waitFor();
    await workbench.editorText();
  };
  const openOther = async () => {
    await workbench.row("Harbour Mail").dblclick();
    await workbench.tabOf("Harbour Mail").waitFor();
  };
  const save = async () => {
    await workbench.run("View: Focus Active Editor Group");
    await publishLine(workbench, '"measured": 1,');
  };
  const refreshThrice = async () => {
    await sandbox.settings({ delayMs: 3000 });
    for (let click = 0; click < 3; click++) {
      await workbench.run("Supermetrics: Refresh");
    }
  };
  return [
    await count("start VS Code", 0, () => workbench.row("no such row").count()),
    await count("sign in: list the connectors, read the team's name", 2, () =>
      signIn(workbench, defaultKey, defaultTeam),
    ),
    await count("first look at the view, right after the sign-in", 0, async () => {
      await workbench.run("View: Show Supermetrics");
      await workbench.row("Harbour Mail").waitFor();
    }),
    await count("create a connector and open what was created", 1, create),
    await count("open another configuration", 1, openOther),
    await count("save (publish): read, write, read back", 3, save),
    await count("refresh, three times while one is in flight", 1, refreshThrice),
  ];
}
