import * as vscode from "vscode";
import { ApiKeyVault } from "./features/account/apiKey";
import type { ConfigurationFile } from "./features/configurations/configurationFile";
import type { ConfigurationRef } from "./platform/connectorRef";
import type { Configurations } from "./features/configurations/configurations";
import type { ConnectorStates } from "./features/configurations/publishStates";
import type { ConnectorStore } from "./features/connectors/connectorStore";
import type { Memory } from "./platform/storage/accountStorage";
import { isVersion, type Base } from "./features/connectors/publication";
import type { RateLimitMeter } from "./features/rateLimit/rateLimitMeter";
import type { SecretStore } from "./features/secrets/secretStore";
import type { Session, SessionState } from "./features/account/session";
import type { ConfigurationFileSystem } from "./features/configurations/ui/configurationFileSystem";
import {
  configurationTab,
  documents as openState,
  openConfigurations,
  openDocument,
  openDocuments,
  refOf,
} from "./features/configurations/ui/documents";
import type { ConnectorsView } from "./features/connectors/ui/connectorTree";
import { setListContext, setMayWriteContext, setSessionContext } from "./platform/ui/contextKeys";
import { asWritten } from "./features/configurations/ui/documentText";
import type { EmptyTabs } from "./features/configurations/ui/unloadedTabs";
import { joinTabs } from "./features/configurations/ui/joinTabs";
import type { RateLimitStatus } from "./features/rateLimit/ui/statusBarItem";
import type { ReadOnlyReason } from "./features/configurations/ui/readOnlyStatus";
import type { StateMarks } from "./features/configurations/ui/fileDecorations";
import type { VersionDocuments } from "./features/configurations/ui/versionDocuments";
import type { WriteRight } from "./features/connectors/writeAccess";
import { versionScheme } from "./manifest";

interface Followers {
  readonly context: Pick<vscode.ExtensionContext, "secrets">;
  readonly session: Session;
  readonly store: ConnectorStore;
  readonly configurations: Configurations;
  readonly emptyTabs: EmptyTabs;
  readonly meter: RateLimitMeter;
  readonly memory: Memory;
  readonly view: ConnectorsView;
  readonly status: RateLimitStatus;
  readonly right: WriteRight;
  readonly secrets: SecretStore;
  readonly states: ConnectorStates;
  readonly marks: StateMarks;
  readonly readOnlyReason: ReadOnlyReason;
  readonly fileSystem: ConfigurationFileSystem;
  readonly documents: VersionDocuments;
}

/** Keeps everything in step with the session, and the session with the key and the settings, which other windows change too. */
export function follow(parts: Followers): vscode.Disposable {
  const { context, session, store } = parts;
  const refresh = () => void session.refresh();
  const listening = vscode.Disposable.from(
    context.secrets.onDidChange(({ key }) => {
      if (ApiKeyVault.holds(key)) {
        parts.secrets.clear(); // another key may see more, or less
        parts.right.granted();
        refresh();
      }
    }),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("supermetrics") && refresh(),
    ),
    followDocuments(parts),
    parts.right.onDidChange(() => showRight(parts)),
    session.onDidChange((state) => show(state, parts)),
    store.onDidChange((state) => {
      setListContext(state);
      parts.view.setTeam(teamName(session.state, parts.memory));
    }),
  );
  setMayWriteContext(true);
  refresh();
  return listening;
}

/** The editor starts its JSON support for documents of its own languages only; ours takes part in it. */
const jsonFeatures = "vscode.json-language-features";

/** How long the editor may take to tell that a document it has just opened holds an edit. Milliseconds. */
const restoreTime = 3000;

function followDocuments(parts: Followers): vscode.Disposable {
  const { configurations, states, marks, documents } = parts;
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const ref = refOf(document.uri);
      const base = ref && configurations.edited(ref);
      if (base) {
        followEnd(ref, base, parts);
      }
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const tab of closed) {
        const ref = configurationTab(tab)?.ref;
        if (ref && !openState.isOpen(ref)) {
          configurations.expire(ref); // the editor may keep its document, and would show the same again
        }
      }
    }),
    joinTabs(configurations),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      const ref = refOf(uri);
      if (ref) {
        marks.update();
        void vscode.extensions.getExtension(jsonFeatures)?.activate();
        setTimeout(() => configurations.edited(ref), restoreTime);
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const ref = refOf(uri);
      if (ref) {
        parts.fileSystem.closed(uri);
        if (!openDocument(ref)) {
          configurations.release(ref);
        }
        if (!openDocument(ref)?.isDirty) {
          states.settle(ref); // the edit that was in conflict is given up
        }
        marks.update();
      } else if (uri.scheme === versionScheme) {
        documents.closed(uri);
      }
    }),
  );
}

/**
 * An edit was published or given up. In its place the editor shows what was loaded since, and nobody has to
 * decide any more what is to become of it.
 * @param base what it began from
 */
function followEnd(
  ref: ConfigurationRef,
  base: Base,
  { configurations, states, fileSystem }: Followers,
): void {
  const kind = states.get(ref)?.kind;
  const isOvertaken = kind === "conflict" || kind === "changedElsewhere";
  const loaded = configurations.loaded(ref);
  if (loaded && isOvertaken && isVersion(loaded.published, base)) {
    configurations.expire(ref);
  } else if (loaded && openDocuments(ref).some(({ document }) => !hasText(document, loaded))) {
    configurations.touch(ref);
  }
  states.settle(ref);
  fileSystem.changed(ref);
}

function hasText(document: vscode.TextDocument, { bytes }: ConfigurationFile): boolean {
  return asWritten(document.getText()) === new TextDecoder().decode(bytes);
}

/** Open documents become read-only, or writable again. */
function showRight({ session, right, fileSystem, readOnlyReason }: Followers): void {
  setMayWriteContext(right.isLikely);
  readOnlyReason.update(session.state, right.isLikely);
  openConfigurations().forEach(({ ref }) => fileSystem.changed(ref));
}

function show(state: SessionState, parts: Followers): void {
  if (state.kind !== "signedIn") {
    parts.configurations.clear();
    parts.meter.reset();
  }
  parts.status.setVisible(state.kind === "signedIn" || state.kind === "noTeam");
  parts.store.follow(state);
  parts.secrets.clear();
  setSessionContext(state);
  parts.right.granted(); // it may be another key
  showRight(parts);
  if (state.kind === "signedIn") {
    parts.view.look();
    void parts.emptyTabs.loadAgain();
  }
}

function teamName(state: SessionState, memory: Memory): string | undefined {
  if (state.kind !== "signedIn") {
    return undefined;
  }
  const { origin, teamId } = state;
  return memory.teams.get(origin)?.find((team) => team.teamId === teamId)?.name ?? teamId;
}
