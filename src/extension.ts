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
  deferTo(context.extensionUri);
  const platform = createPlatform(context);
  const { notifier, prompts, storage, windowStorage, files } = platform;
  const account = registerAccount({
    ...platform,
    secrets: context.secrets,
    list: async (...asked) =>
      (await import("./features/connectors/connectorsApi")).listConnectors(...asked),
  });
  const { session, send } = account;
  const kept = { storage, windowStorage, files };
  const connectors = registerConnectors({ ...account, ...kept, prompts, notifier });
  const { store, targets, contributions } = connectors;
  const configurations = registerConfigurations({
    ...account,
    ...kept,
    connectors,
    prompts,
    notifier,
  });
  const checking = registerChecks({ contributions, notifier });
  const { checks } = checking;
  const rows = registerRows({ extension: context.extensionUri, notifier });
  context.subscriptions.push(
    platform,
    account,
    connectors,
    configurations,
    checking,
    registerRateLimit({ ...account, ...platform }),
    registerFiles({ connectors, configurations, windowStorage, notifier }),
    registerSchema({ ...account, ...platform, checks }),
    registerSnippets(),
    registerLanguage({ checks, notifier }),
    // Before previews, so that their *Preview* stands first above a report type.
    registerTestRun({ ...account, ...platform, ...configurations, connectors, view: rows.view }),
    registerPreview({ ...platform, ...connectors, secrets: context.secrets, view: rows.view }),
    registerSecrets({ ...account, ...connectors, ...configurations, checks, prompts, notifier }),
    registerLogs({ session, send, store, targets, prompts, notifier }),
    rows,
    registerLogo({ send, store, targets, prompts, notifier }),
  );
  account.start();
}
