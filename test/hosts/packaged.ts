import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defaultKey, defaultTeam, startSandbox } from "../sandbox";
import { signIn, createConnector } from "../workbench/driver/flows";
import { Workbench } from "../workbench/driver/workbench";
import { launchBrowser } from "./browser";
import { noTests, type Counts } from "./counts";
import { root } from "./paths";
import { startServer } from "./server";

/**
 * The smoke test of the package that `npm run package` made: installs it in a VS Code Server as a user
 * would, without the project's folder beside it, signs in and creates a connector.
 */
export async function checkPackage(): Promise<Counts> {
  const dist = join(root, "dist");
  const [file] = readdirSync(dist).filter((name) => name.endsWith(".vsix"));
  if (!file) {
    throw new Error("There is no package: run `npm run package` first.");
  }
  const sandbox = await startSandbox();
  const settings = { "supermetrics.apiBaseUrl": sandbox.origin };
  const host = await startServer("newest", { vsix: join(dist, file), settings });
  const browser = await launchBrowser();
  try {
    const workbench = await Workbench.open(browser, host.url());
    await signIn(workbench, defaultKey, defaultTeam);
    await createConnector(workbench, "Packaged");
    await workbench.row("Packaged").waitFor();
    await workbench.tabOf("Packaged").waitFor();
    console.log(`  ✔ ${file}, installed as a user would, creates a connector`);
    return { ...noTests, passed: 1 };
  } finally {
    await browser.close();
    await host.close();
    await sandbox.close();
  }
}
