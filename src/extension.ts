import type * as vscode from "vscode";
import { registerAccount } from "./features/account/ui";
import { registerChecks } from "./features/checks/ui";
import { registerConfigurations } from "./features/configurations/ui";
import { registerConnectors } from "./features/connectors/ui";
import { registerFiles } from "./features/files/ui";
import { registerLanguage } from "./features/language/ui";
import { registerLogo } from "./features/logo/ui";
import { registerLogs } from "./features/logs/ui";
import { registerPreview } from "./features/preview/ui";
import { registerRateLimit } from "./features/rateLimit/ui";
import { registerRows } from "./features/rows/ui";
import { registerSchema } from "./features/schema/ui";
import { registerSecrets } from "./features/secrets/ui";
import { registerSnippets } from "./features/snippets/ui";
import { registerTestRun } from "./features/testRun/ui";
import { deferTo } from "./platform/ui/deferred";
import { createPlatform } from "./platform/ui/platform";

/** Creates the platform and registers the features, each with what it needs. Sends nothing and waits for nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const { secrets, extensionUri, subscriptions } = context;
  deferTo(extensionUri);
  const platform = createPlatform(context);
  const { notifier, prompts, storage, userStorage, windowStorage, files } = platform;
  const { settingsFile, sendWith, onDidExchange } = platform;
  const account = registerAccount({
    secrets,
    storage,
    sendWith,
    list: async (...asked) =>
      (await import("./features/connectors/connectorsApi")).listConnectors(...asked),
    prompts,
    notifier,
  });
  // All of these are used by both.
  const shared = { storage, windowStorage, files, prompts, notifier };
  const connectors = registerConnectors({ account, ...shared });
  const configurations = registerConfigurations({ account, connectors, ...shared });
  const checking = registerChecks({ connectors, notifier });
  const { checks } = checking;
  const rows = registerRows({ extension: extensionUri, notifier });
  subscriptions.push(platform, account, connectors, configurations, checking, rows);
  subscriptions.push(
    registerRateLimit({ account, onDidExchange, prompts, notifier }),
    registerFiles({ connectors, configurations, windowStorage, notifier }),
    registerSchema({ account, files, userStorage, settingsFile, checks, notifier }),
    registerSnippets(),
    registerLanguage({ checks, notifier }),
    // Before previews, so that their *Preview* stands first above a report type.
    registerTestRun({ account, connectors, configurations, rows, storage, prompts, notifier }),
    registerPreview({ connectors, rows, storage, secrets, prompts, notifier }),
    registerSecrets({ account, connectors, configurations, checks, prompts, notifier }),
    registerLogs({ account, connectors, prompts, notifier }),
    registerLogo({ send: account.send, connectors, prompts, notifier }),
  );
  account.start();
}
