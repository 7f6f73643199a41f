import "mocha/mocha.js";
import { runMocha } from "./support/runMocha";

mocha.setup({ ui: "bdd", reporter: class {}, timeout: 60_000, cleanReferencesAfterRun: false });

/** Called by VS Code inside the extension host. */
export function run(): Promise<void> {
  return runMocha(() => {
    require("./signIn.test");
    require("./createConnector.test");
    require("./documents.test");
    require("./settings.test");
    require("./commands.test");
  });
}
