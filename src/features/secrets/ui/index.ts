import * as vscode from "vscode";
import { secretCommands } from "../../../manifest";
import type { Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Send } from "../../../platform/http/send";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Session } from "../../account/session";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { Configurations } from "../../configurations/configurations";
import { openDocument } from "../../configurations/ui/configurationDocuments";
import type { ConfigurationSync } from "../../configurations/ui/configurationSync";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import type { ConnectorContributions } from "../../connectors/ui/contributions";
import type { ConnectorsView } from "../../connectors/ui/connectorTree";
import { SecretStore } from "../secretStore";
import { DocumentSecrets } from "./documentSecrets";
import { SecretSection } from "./secretNodes";

export interface SecretFeatureParts {
  readonly send: Send;
  readonly session: Session;
  readonly onDidChangeKey: Event<void>;
  readonly targets: ConnectorTargets;
  readonly contributions: ConnectorContributions;
  readonly view: ConnectorsView;
  readonly configurations: Pick<Configurations, "load">;
  readonly configurationSync: ConfigurationSync;
  readonly checks: CheckDiagnostics;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The secrets of connectors: below each in the tree, in configurations, and compared by the checks. */
export function registerSecrets(parts: SecretFeatureParts): vscode.Disposable {
  const { send, session, targets, contributions, view, configurationSync, checks } = parts;
  const { prompts, notifier } = parts;
  const secrets = new SecretStore(send);
  session.onDidChange(() => secrets.clear());
  parts.onDidChangeKey(() => secrets.clear());
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
        parts.configurations.load(ref).then(
          ({ published }) => published,
          () => undefined, // it only says which secrets it uses
        ),
      reloadConfiguration: (ref) => configurationSync.reload(ref),
      reveal: ({ ref, connector }, secret) => view.revealNode(section.node(ref, connector, secret)),
    }),
  );
}
