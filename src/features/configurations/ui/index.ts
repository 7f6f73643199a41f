import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import {
  configurationCommands,
  configurationScheme,
  contextKeys,
  mergeScheme,
  versionScheme,
} from "../../../manifest";
import type { Account } from "../../../platform/account";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { Emitter } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import { lazy, lazyMethods } from "../../../platform/lazy";
import type { AccountStorage, Storage } from "../../../platform/storage/accountStorage";
import type { FileStorage } from "../../../platform/storage/fileStorage";
import { registerCommands } from "../../../platform/ui/commands";
import { setContext } from "../../../platform/ui/contextKeys";
import { writeTeamId } from "../../../platform/ui/settings";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { ConnectorsService } from "../../connectors/ui";
import { Configurations } from "../configurations";
import { editAccess } from "../editAccess";
import { EditBases } from "../editBases";
import { KeptConfigurations } from "../keptConfigurations";
import { PublishStates } from "../publishStates";
import { Versions } from "../versions";
import { showChangedElsewhere } from "./changedElsewhere";
import { ConfigurationFileSystem } from "./configurationFileSystem";
import { connectorStatus } from "./connectorStatus";
import { connectorRefOf, editorDocuments } from "./configurationDocuments";
import { setDocumentLanguages } from "./documentLanguages";
import { EditedConfigurations } from "./editedConfigurations";
import { FileDecorations } from "./fileDecorations";
import { joinTabs, relabelTabs } from "./joinTabs";
import { ManualSaves } from "./manualSaves";
import { MergeResults } from "./mergeResults";
import { openConfiguration } from "./openConfiguration";
import { ConfigurationSync } from "./configurationSync";
import type { PublishActions } from "./publishActions";
import { AccessStatus } from "./accessStatus";
import { RefusalDiagnostics } from "./refusalDiagnostics";
import type { RestoreParts } from "./restoredMerges";
import { UnloadedTabs } from "./unloadedTabs";
import { VersionDocuments } from "./versionDocuments";

/** What the feature needs of the platform and of other features. */
export interface ConfigurationFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "teams" | "send" | "addLocalData">;
  readonly connectors: ConnectorsService;
  readonly storage: AccountStorage;
  readonly windowStorage: Storage;
  readonly files: FileStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The configurations of connectors, for the other features. */
export interface ConfigurationsService extends vscode.Disposable {
  readonly configurations: Configurations;
  readonly configurationSync: ConfigurationSync;
  /** Loads them. Throws `LoadError`. */
  readonly actions: () => Promise<PublishActions>;
  readonly documents: VersionDocuments;
  /** Has merges of files that a window had open before it was reloaded go to the feature that has the files. */
  completeFileMerges(complete: CompleteFileMerge): void;
}

type CompleteFileMerge = RestoreParts["completeFile"];

/** Configurations as documents that are opened, edited and published, with their versions and conflicts. */
export function registerConfigurations(parts: ConfigurationFeatureParts): ConfigurationsService {
  const { connectors, storage, windowStorage, files, prompts, notifier } = parts;
  const { session, teams, send, addLocalData } = parts.account;
  const { store, publisher, writeAccess, contributions, targets } = connectors;
  const versions = new Versions(files);
  const states = new PublishStates();
  const configurations = new Configurations(send, editorDocuments, new EditBases(windowStorage));
  const unasked = storage.texts("unasked");
  const accessTo = (ref: ConnectorRef) =>
    editAccess(ref, session.state, {
      mayWrite: writeAccess.isLikely,
      isDirty: editorDocuments.isDirty(ref),
    });
  const kept = new KeptConfigurations(versions, configurations);
  const versionDocuments = new VersionDocuments(versions, (ref) => kept.published(ref));
  const saves = new ManualSaves();
  let completeFileMerge: CompleteFileMerge | undefined;
  const merges = new MergeResults({
    saves,
    notifier,
    restore: async (uri) => {
      const { RestoredMerges } = await import("./restoredMerges");
      return new RestoredMerges({
        versions,
        configurations,
        connectorOf: (document) => contributions.connectorOf(document),
        completeFile: async (...merge) => completeFileMerge?.(...merge),
      }).restore(uri);
    },
  });
  const diagnostics = new RefusalDiagnostics();
  const teamName = (account: Account) => teams.nameOf(account);
  const switchTeam = async ({ teamId }: ConnectorRef) => {
    await writeTeamId(teamId);
    await session.refresh();
  };
  const actions = lazy(async () =>
    (await import("./publishActions")).createPublishActions({
      accessTo: async (ref) => {
        await session.ready();
        return accessTo(ref);
      },
      switchTeam,
      teamName,
      configurations,
      publisher,
      states,
      versions,
      unasked,
      contributions,
      documents: versionDocuments,
      results: merges,
      diagnostics,
      prompts,
      notifier,
    }),
  );
  const tabs = new UnloadedTabs(notifier);
  const fileSystem = new ConfigurationFileSystem({
    configurations,
    tabs,
    saves,
    accessTo,
    kept: (ref) => kept.file(ref),
    save: async (...saved) => (await actions()).publishing.save(...saved),
  });
  const conflicts: Pick<PublishActions["conflicts"], "conflict"> = lazyMethods(
    async () => (await actions()).conflicts,
    "conflict",
  );
  const changeParts = { configurations, states, conflicts, notifier };
  const open = new ConfigurationSync({
    configurations,
    states,
    fileSystem,
    store,
    versions,
    changedElsewhere: (...change) => showChangedElsewhere(changeParts, ...change),
  });
  const decorations = new FileDecorations({ states, accessTo, teamName });
  const accessStatus = new AccessStatus({ accessTo, teamName });

  addLocalData({
    isEmpty: () => versions.isEmpty(),
    remove: () => versions.removeAll(),
    kept: l10n.t("Versions of your configurations are still stored on this computer."),
    removeLabel: l10n.t("Delete Local Versions"),
    removed: l10n.t("Local versions deleted."),
  });
  contributions.addResolver(connectorRefOf);
  const edited = new EditedConfigurations();
  const statusChanged = new Emitter<ConnectorRef>();
  states.onDidChange((ref) => statusChanged.fire(ref));
  edited.onDidChange((ref) => {
    statusChanged.fire(ref);
    accessStatus.update();
  });
  contributions.addStatus({
    onDidChange: statusChanged.event,
    statusOf: (ref) => connectorStatus(states.get(ref), edited.has(ref)),
    isEdited: (ref) => edited.has(ref),
  });
  publisher.onWillPublish((started) => states.publishStarted(started));
  publisher.onDidPublish((published) => {
    states.publishEnded(published);
    versions.published(published);
    open.published(published);
    if (published.change.name !== undefined && published.publication.kind === "published") {
      const { ref, publication } = published;
      relabelTabs(ref, publication.stored.connector).catch((error: unknown) =>
        notifier.failed(error),
      );
    }
    if (published.publication.kind === "published") {
      versionDocuments.follow(published.ref, published.publication.stored.text);
    }
  });
  connectors.onDidCreate(async ({ account, details }) => {
    configurations.putFromAnswer({ ...account, identifier: details.connector.identifier }, details);
    try {
      await openConfiguration({ configurations, store }, account, details.connector, "keep");
    } catch (error) {
      notifier.failed(error);
    }
  });
  connectors.onDidDelete((ref) => open.closeTabs(ref));
  configurations.onDidSee(({ ref, stored, origin }) => versions.note(ref, stored, origin));
  configurations.onDidSee(({ ref, stored }) => versionDocuments.follow(ref, stored.text));
  store.onDidChange((state) => open.listed(state));
  const showAccess = () => {
    accessStatus.update();
    decorations.update();
    open.accessChanged();
  };
  writeAccess.onDidChange(showAccess);
  session.onDidChange((state) => {
    if (state.kind !== "signedIn") {
      configurations.clear();
    }
    showAccess();
    if (state.kind === "signedIn") {
      void tabs.loadAgain();
    }
  });
  const { workspace } = vscode;
  showActive(vscode.window.activeTextEditor);
  const registrations = vscode.Disposable.from(
    setDocumentLanguages(),
    saves,
    merges,
    joinTabs(configurations),
    diagnostics,
    decorations,
    edited,
    accessStatus,
    // A save is asked about before the editor writes: where a person cancels, the editor has nothing to complain of.
    vscode.window.onDidChangeActiveTextEditor(showActive),
    workspace.registerFileSystemProvider(configurationScheme, fileSystem, {
      isCaseSensitive: true,
    }),
    workspace.registerFileSystemProvider(mergeScheme, merges, { isCaseSensitive: true }),
    workspace.registerTextDocumentContentProvider(versionScheme, versionDocuments),
    workspace.onDidChangeTextDocument(({ document }) => open.edited(document)),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => open.tabsClosed(closed)),
    workspace.onDidOpenTextDocument((document) => {
      open.opened(document);
      decorations.update();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!document.isClosed) {
        return; // only its language has changed
      }
      open.closed(document);
      versionDocuments.closed(document.uri);
      decorations.update();
    }),
    registerCommands(notifier, configurationCommands, async () =>
      (await import("./configurationCommands")).configurationHandlers({
        session,
        targets,
        store,
        configurations,
        states,
        ...(await actions()),
        versions,
        merges,
        documents: versionDocuments,
        unasked,
        switchTeam,
      }),
    ),
  );
  return {
    configurations,
    configurationSync: open,
    actions,
    documents: versionDocuments,
    completeFileMerges: (complete) => (completeFileMerge = complete),
    dispose: () => registrations.dispose(),
  };
}

/** For the key that saves. */
function showActive(editor: vscode.TextEditor | undefined): void {
  const isConfiguration = editor?.document.uri.scheme === configurationScheme;
  setContext(contextKeys.configurationActive, isConfiguration);
}
