import "mocha/mocha.js";
import { runMocha } from "./support/runMocha";

/** Only the tests whose titles have this. */
declare const TEST_GREP: string;

mocha.setup({
  ui: "bdd",
  reporter: Mocha.reporters.Base,
  timeout: 60_000,
  grep: new RegExp(TEST_GREP),
});

// Mocha's build for browsers takes the bundle's exports for its own; VS Code looks for `run` there.
module.exports = {
  run: () =>
    runMocha(() => {
      require("./signIn.test");
      require("./createConnector.test");
      require("./documents.test");
      require("./publish.test");
      require("./surrogates.test");
      require("./closedTab.test");
      require("./conflict.test");
      require("./merge.test");
      require("./elsewhere.test");
      require("./sameConnector.test");
      require("./files.test");
      require("./schema.test");
      require("./namedSchema.test");
      require("./schemaKeywords.test");
      require("./snippets.test");
      require("./checks.test");
      require("./readOnlyChecks.test");
      require("./secrets.test");
      require("./secretChecks.test");
      require("./logo.test");
      require("./logs.test");
      require("./settings.test");
      require("./commands.test");
      require("./secretImport.test");
    }),
};
