import * as vscode from "vscode";
import { ApiKeyVault } from "../core/apiKey";
import type { Configurations } from "../core/configurations";
import type { ConnectorStore } from "../core/connectorStore";
import type { Memory } from "../core/memory";
import type { RateLimitMeter } from "../core/rateLimitMeter";
import type { Session, SessionState } from "../core/session";
import { refOf } from "./configurationFileSystem";
import type { ConnectorsView } from "./connectorTree";
import { setListContext, setSessionContext } from "./contextKeys";
import type { EmptyTabs } from "./emptyTabs";
import type { RateLimitStatus } from "./rateLimitStatus";

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
}

/** Keeps everything in step with the session, and the session with the key and the settings, which other windows change too. */
export function follow(parts: Followers): vscode.Disposable {
  const { context, session, store, configurations } = parts;
  const refresh = () => void session.refresh();
  const listening = vscode.Disposable.from(
    context.secrets.onDidChange(({ key }) => ApiKeyVault.holds(key) && refresh()),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration("supermetrics") && refresh(),
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const ref = refOf(uri);
      if (ref) {
        configurations.release(ref);
      }
    }),
    session.onDidChange((state) => show(state, parts)),
    store.onDidChange((state) => {
      setListContext(state);
      parts.view.setTeam(teamName(session.state, parts.memory));
    }),
  );
  refresh();
  return listening;
}

function show(state: SessionState, parts: Followers): void {
  if (state.kind !== "signedIn") {
    parts.configurations.clear();
    parts.meter.reset();
  }
  parts.status.setVisible(state.kind === "signedIn" || state.kind === "noTeam");
  parts.store.follow(state);
  setSessionContext(state);
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
