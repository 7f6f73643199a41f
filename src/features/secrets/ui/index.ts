import * as vscode from "vscode";
import { secretCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { ConfigurationsService } from "../../configurations/ui";
import { openDocument } from "../../configurations/ui/configurationDocuments";
import type { ConnectorsService } from "../../connectors/ui";
import { SecretStore } from "../secretStore";
import { DocumentSecrets } from "./documentSecrets";
import { SecretSection } from "./secretNodes";

/** What the feature needs of the platform and of other features. */
export interface SecretFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send" | "onDidChangeKey">;
  readonly connectors: Pick<ConnectorsService, "targets" | "contributions" | "view">;
  readonly configurations: Pick<ConfigurationsService, "configurations" | "configurationSync">;
  readonly checks: CheckDiagnostics;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The secrets of connectors: below each in the tree, in configurations, and compared by the checks. */
export function registerSecrets(parts: SecretFeatureParts): vscode.Disposable {
  const { checks, prompts, notifier } = parts;
  const { session, send, onDidChangeKey } = parts.account;
  const { targets, contributions, view } = parts.connectors;
  const { configurations, configurationSync } = parts.configurations;
  const secrets = new SecretStore(send);
  session.onDidChange(() => secrets.clear());
  onDidChangeKey(() => secrets.clear());
  const section = new SecretSection(secrets);
  contributions.addSection(section);
  checks.contribute(new DocumentSecrets(secrets, targets));
  return registerCommands(notifier, secretCommands, async () =>
    (await import("./secretCommands")).secretHandlers({
      send,
      secrets,
      checks,
      targets,
      prompts,
      notifier,
      configurationText: async (ref) =>
        openDocument(ref)?.getText() ??
        configurations.load(ref).then(
          ({ published }) => published,
          () => undefined, // it only says which secrets it uses
        ),
      reloadConfiguration: (ref) => configurationSync.reload(ref),
      reveal: ({ ref, connector }, secret) => view.revealNode(section.node(ref, connector, secret)),
    }),
  );
}
