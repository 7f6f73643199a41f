import * as vscode from "vscode";
import type { Account } from "../../../platform/account";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { lazy, lazyMethods } from "../../../platform/lazy";
import type { AccountValue } from "../../../platform/storage/accountStorage";
import { writeTeamId } from "../../../platform/ui/settings";
import type { Published } from "../../connectors/publisher";
import type { CreatedConnector } from "../../connectors/ui/publishInitialConfiguration";
import { Configurations } from "../configurations";
import { editAccess } from "../editAccess";
import { EditBases } from "../editBases";
import { KeptConfigurations } from "../keptConfigurations";
import { PublishStates } from "../publishStates";
import { Versions } from "../versions";
import type { ConfigurationFeatureParts } from ".";
import { AccessStatus } from "./accessStatus";
import { showChangedElsewhere } from "./changedElsewhere";
import { configurationHandlers } from "./configurationCommands";
import { editorDocuments, listOpenConfigurations } from "./configurationDocuments";
import { ConfigurationFileSystem } from "./configurationFileSystem";
import { ConfigurationSync } from "./configurationSync";
import { connectorStatus } from "./connectorStatus";
import { EditedConfigurations } from "./editedConfigurations";
import { FileDecorations } from "./fileDecorations";
import { joinTabs, relabelTabs } from "./joinTabs";
import { ManualSaves } from "./manualSaves";
import { MergeResults } from "./mergeResults";
import { openConfiguration } from "./openConfiguration";
import type { PublishActions } from "./publishActions";
import { RefusalDiagnostics } from "./refusalDiagnostics";
import type { RestoreParts } from "./restoredMerges";
import { UnloadedTabs } from "./unloadedTabs";
import { VersionDocuments } from "./versionDocuments";

/** What there is of configurations once they are loaded. */
export type MadeConfigurations = ReturnType<typeof makeConfigurations>;

interface MakeParts extends ConfigurationFeatureParts {
  /** The connectors that are published without a question. */
  readonly unasked: AccountValue<string[]>;
  readonly completeFile: RestoreParts["completeFile"];
  /** What the tree says of a configuration may be another now. */
  readonly statusChanged: (ref: ConnectorRef) => void;
}

/** Puts the feature together: nothing of it is needed before there is a document, or something is published. */
export function makeConfigurations(parts: MakeParts) {
  const { connectors, unasked, windowStorage, files, prompts, notifier } = parts;
  const { session, teams, send } = parts.account;
  const { store, publisher, writeAccess, contributions, targets } = connectors;
  const versions = new Versions(files);
  const states = new PublishStates();
  const configurations = new Configurations(send, editorDocuments, new EditBases(windowStorage));
  const accessTo = (ref: ConnectorRef) =>
    editAccess(ref, session.state, {
      mayWrite: writeAccess.isLikely,
      isDirty: editorDocuments.isDirty(ref),
    });
  const kept = new KeptConfigurations(versions, configurations);
  const versionDocuments = new VersionDocuments(versions, (ref) => kept.published(ref));
  const saves = new ManualSaves();
  const merges = new MergeResults({
    saves,
    notifier,
    restore: async (uri) => {
      const { RestoredMerges } = await import("./restoredMerges");
      return new RestoredMerges({
        versions,
        configurations,
        connectorOf: (document) => contributions.connectorOf(document),
        completeFile: parts.completeFile,
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
  const sync = new ConfigurationSync({
    configurations,
    states,
    fileSystem,
    store,
    versions,
    changedElsewhere: (...change) => showChangedElsewhere(changeParts, ...change),
  });
  const decorations = new FileDecorations({ states, accessTo, teamName });
  const accessStatus = new AccessStatus({ accessTo, teamName });

  const edited = new EditedConfigurations();
  states.onDidChange(parts.statusChanged);
  edited.onDidChange((ref) => {
    parts.statusChanged(ref);
    accessStatus.update();
  });
  configurations.onDidSee(({ ref, stored, origin }) => versions.note(ref, stored, origin));
  configurations.onDidSee(({ ref, stored }) => versionDocuments.follow(ref, stored.text));
  store.onDidChange((state) => sync.listed(state));
  const showAccess = () => {
    accessStatus.update();
    decorations.update();
    sync.accessChanged();
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
  for (const { document, ref, isDirty } of listOpenConfigurations()) {
    sync.opened(document);
    if (isDirty) {
      parts.statusChanged(ref);
    }
  }
  sync.listed(store.state); // what is published from now on is no news of that list
  if (session.state.kind !== "loading") {
    showAccess();
  }
  const registrations = vscode.Disposable.from(
    saves,
    merges,
    joinTabs(configurations),
    diagnostics,
    decorations,
    edited,
    accessStatus,
    workspace.onDidChangeTextDocument(({ document }) => sync.edited(document)),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => sync.tabsClosed(closed)),
    workspace.onDidOpenTextDocument((document) => {
      sync.opened(document);
      decorations.update();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!document.isClosed) {
        return; // only its language has changed
      }
      sync.closed(document);
      versionDocuments.closed(document.uri);
      decorations.update();
    }),
  );
  return {
    configurations,
    sync,
    actions,
    documents: versionDocuments,
    fileSystem,
    merges,
    versions,
    handlers: async () =>
      configurationHandlers({
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
    statusOf: (ref: ConnectorRef) => connectorStatus(states.get(ref), edited.has(ref)),
    isEdited: (ref: ConnectorRef) => edited.has(ref),
    publishStarted: (started: Pick<Published, "ref" | "change">) => states.publishStarted(started),
    published: (published: Published) => {
      states.publishEnded(published);
      versions.published(published);
      sync.published(published);
      if (published.change.name !== undefined && published.publication.kind === "published") {
        const { ref, publication } = published;
        relabelTabs(ref, publication.stored.connector).catch((error: unknown) =>
          notifier.failed(error),
        );
      }
      if (published.publication.kind === "published") {
        versionDocuments.follow(published.ref, published.publication.stored.text);
      }
    },
    created: async ({ account, details }: CreatedConnector) => {
      const { connector } = details;
      configurations.putFromAnswer({ ...account, identifier: connector.identifier }, details);
      await openConfiguration({ configurations, store }, account, connector, "keep");
    },
    deleted: (ref: ConnectorRef) => sync.closeTabs(ref),
    dispose: () => registrations.dispose(),
  };
}
