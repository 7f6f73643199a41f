import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import type { Send } from "./platform/http/send";
import type { ConfigurationRef } from "./platform/connectorRef";
import type { Configurations } from "./features/configurations/configurations";
import type { ConnectorStates } from "./features/configurations/publishStates";
import type { DeletedConnectors } from "./features/connectors/deletedConnectors";
import type { Stored } from "./features/connectors/publication";
import type { Publisher } from "./features/connectors/publisher";
import type { SecretStore } from "./features/secrets/secretStore";
import type { Versions } from "./features/configurations/versions";
import type { WriteRight } from "./features/connectors/writeAccess";
import { commandIds } from "./manifest";
import type { ConfirmPublish } from "./features/configurations/ui/confirmPublish";
import type { ConflictActions } from "./features/configurations/ui/conflictActions";
import type { CreateParts } from "./features/connectors/ui/createFlow";
import { FileActions } from "./features/files/ui/fileActions";
import type { Created } from "./features/connectors/ui/fillConnector";
import { openConfiguration } from "./features/configurations/ui/openConfiguration";
import { showRateLimit } from "./features/rateLimit/ui/showRateLimit";
import { signIn, signOut, type SignInParts } from "./features/account/ui/signIn";
import { VersionActions } from "./features/configurations/ui/versionActions";
import { checkCommands, type CheckParts } from "./features/checks/ui/checkCommands";
import type { CommandHandlers } from "./platform/ui/commands";
import { configurationCommands } from "./features/configurations/ui/configurationCommands";
import type { ConfigurationFileSystem } from "./features/configurations/ui/configurationFileSystem";
import { connectorCommands } from "./features/connectors/ui/connectorCommands";
import { pick } from "./features/connectors/ui/connectorTarget";
import { openDocument } from "./features/configurations/ui/documents";
import type { ConnectorsView } from "./features/connectors/ui/connectorTree";
import { fileCommands } from "./features/files/ui/fileCommands";
import { pathOf } from "./features/files/ui/fileText";
import type { LinkedFiles } from "./features/files/ui/linkedFiles";
import { logCommands, type LogCommandParts } from "./features/logs/ui/logCommands";
import { logoCommands } from "./features/logo/ui/logoCommands";
import { secretCommands } from "./features/secrets/ui/secretCommands";
import type { MergeResults } from "./features/configurations/ui/mergeResults";
import type { Publishing } from "./features/configurations/ui/publishing";
import type { VersionDocuments } from "./features/configurations/ui/versionDocuments";

export interface HandlerParts
  extends SignInParts, CheckParts, Pick<LogCommandParts, "logs" | "following" | "logView"> {
  readonly log: vscode.LogOutputChannel;
  readonly send: Send;
  readonly view: ConnectorsView;
  readonly configurations: Configurations;
  readonly publisher: Publisher;
  readonly publishing: Publishing;
  readonly confirm: ConfirmPublish;
  readonly conflicts: ConflictActions;
  readonly states: ConnectorStates;
  readonly versions: Versions;
  readonly deleted: DeletedConnectors;
  readonly right: WriteRight;
  readonly fileSystem: ConfigurationFileSystem;
  readonly documents: VersionDocuments;
  readonly merges: MergeResults;
  readonly drafts: vscode.Memento;
  readonly files: LinkedFiles;
  readonly secrets: SecretStore;
}

/** What each command does. */
export function commandHandlers(parts: HandlerParts): CommandHandlers {
  const { store, notifier, configurations, states, fileSystem, prompts, log } = parts;
  const signInNow = () => signIn(parts, "signIn");
  const open = openConfiguration.bind(undefined, { configurations, store });
  const follow = (ref: ConfigurationRef, stored: Stored) => {
    const outcome = configurations.meet(ref, stored);
    if (outcome === "replaced") {
      fileSystem.changed(ref);
    } else if (outcome === "edited" && !states.get(ref)) {
      states.set(ref, { kind: "changedElsewhere" });
    }
  };
  const { files } = parts;
  const common = { ...parts, signIn: signInNow, open, follow };
  const create: CreateParts = {
    ...common,
    sources: { deleted: parts.deleted, files },
    show: async ({ account, details }: Created) => {
      configurations.adopt({ ...account, identifier: details.connector.identifier }, details);
      await parts.view.reveal(details.connector);
      await open(account, details.connector, "keep");
    },
  };
  const choose = async (file: vscode.Uri) =>
    (await pick(common, l10n.t("Connector of {0}", pathOf(file))))?.ref;
  const refresh = async (): Promise<void> => {
    parts.right.granted(); // whoever refreshes wants to try again
    await store.refresh();
    const { problem } = store.state;
    if (problem !== undefined) {
      const failed = l10n.t("The connectors could not be listed.");
      const context = { failed, right: "cb_connectors_read" };
      notifier.failed(problem, { context, tryAgain: refresh });
    }
  };
  return {
    [commandIds.signIn]: signInNow,
    [commandIds.replaceApiKey]: () => signIn(parts, "replaceApiKey"),
    [commandIds.selectTeam]: () => signIn(parts, "selectTeam"),
    [commandIds.signOut]: () => signOut(parts),
    [commandIds.showRateLimit]: () => showRateLimit(prompts, parts.meter.value),
    [commandIds.showLog]: () => log.show(),
    ...connectorCommands({
      ...common,
      create,
      versionActions: new VersionActions(common),
      refresh,
    }),
    ...configurationCommands(common),
    ...checkCommands(common),
    ...logoCommands(common),
    ...secretCommands({
      ...common,
      // Where it cannot be read now, the next publish finds out.
      lookAgain: async (ref) => {
        const isOpen = openDocument(ref) !== undefined;
        const stored = isOpen && (await configurations.read(ref).catch(() => undefined));
        if (stored) {
          follow(ref, stored);
        }
      },
      reveal: ({ connector }, secret) => parts.view.revealSecret(connector, secret),
    }),
    ...logCommands(common),
    ...fileCommands({
      ...common,
      create,
      fileActions: new FileActions({ ...common, files, choose }),
      saving: common,
    }),
  };
}
