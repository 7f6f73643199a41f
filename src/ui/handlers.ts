import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import type { Send } from "../api/http";
import type { ConfigurationRef } from "../core/configurationPath";
import type { Configurations } from "../core/configurations";
import type { ConnectorStates } from "../core/connectorStates";
import type { DeletedConnectors } from "../core/deletedConnectors";
import type { Stored } from "../core/publication";
import type { Publisher } from "../core/publisher";
import type { SecretStore } from "../core/secretStore";
import type { Versions } from "../core/versions";
import type { WriteRight } from "../core/writeRight";
import { commandIds } from "../manifest";
import type { ConfirmPublish } from "./actions/confirmPublish";
import type { ConflictActions } from "./actions/conflict";
import type { CreateParts } from "./actions/createConnector";
import { FileActions } from "./actions/fileActions";
import type { Created } from "./actions/fillConnector";
import { openConfiguration } from "./actions/openConfiguration";
import { showRateLimit } from "./actions/showRateLimit";
import { signIn, signOut, type SignInParts } from "./actions/signIn";
import { VersionActions } from "./actions/versionActions";
import { checkCommands, type CheckParts } from "./checkCommands";
import type { CommandHandlers } from "./commands";
import { configurationCommands } from "./configurationCommands";
import type { ConfigurationFileSystem } from "./configurationFileSystem";
import { connectorCommands } from "./connectorCommands";
import { pick } from "./connectorTarget";
import { openDocument } from "./documents";
import type { ConnectorsView } from "./connectorTree";
import { fileCommands } from "./fileCommands";
import { pathOf } from "./fileText";
import type { LinkedFiles } from "./linkedFiles";
import { logCommands, type LogCommandParts } from "./logCommands";
import { logoCommands } from "./logoCommands";
import { secretCommands } from "./secretCommands";
import type { MergeResults } from "./mergeResults";
import type { Publishing } from "./publishing";
import type { VersionDocuments } from "./versionDocuments";

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
