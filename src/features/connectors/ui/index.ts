import * as vscode from "vscode";
import { connectorCommands, contextKeys } from "../../../manifest";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { Emitter, type Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { AccountStorage, Storage } from "../../../platform/storage/accountStorage";
import type { FileStorage } from "../../../platform/storage/fileStorage";
import { registerCommands } from "../../../platform/ui/commands";
import { setContext } from "../../../platform/ui/contextKeys";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import { ConnectorMemory } from "../connectorMemory";
import type { ConnectorList } from "../connectorsApi";
import { ConnectorStore, isKnownEmpty } from "../connectorStore";
import { DeletedConnectors } from "../deletedConnectors";
import { Publisher } from "../publisher";
import { WriteAccess } from "../writeAccess";
import { ConnectorTargets } from "./connectorTarget";
import { ConnectorsView } from "./connectorsView";
import type { CreateStart } from "./createConnectorFlow";
import { ConnectorContributions } from "./contributions";
import type { CreatedConnector } from "./publishInitialConfiguration";

/** What the feature needs of the platform and of other features. */
export interface ConnectorFeatureParts {
  /** A sign-in lists the connectors: they need not be requested again. */
  readonly account: Pick<
    AccountService<ConnectorList>,
    "session" | "teams" | "send" | "signIn" | "onDidChangeKey" | "onWillList" | "onDidList"
  >;
  readonly storage: AccountStorage;
  /** Keeps what was typed, in this window. */
  readonly windowStorage: Storage;
  readonly files: FileStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The team's connectors, for the other features. */
export interface ConnectorsService extends vscode.Disposable {
  readonly store: ConnectorStore;
  readonly targets: ConnectorTargets;
  readonly contributions: ConnectorContributions;
  readonly view: ConnectorsView;
  readonly publisher: Publisher;
  readonly writeAccess: WriteAccess;
  readonly onDidCreate: Event<CreatedConnector>;
  readonly onDidDelete: Event<ConnectorRef>;
  /** Runs Create Connector with what is known already. */
  create(start: CreateStart): Promise<void>;
}

/** The list of connectors, its tree, and what makes, changes and deletes a connector. */
export function registerConnectors(parts: ConnectorFeatureParts): ConnectorsService {
  const { storage, windowStorage, files, prompts, notifier } = parts;
  const { session, teams, send, signIn, onWillList, onDidList, onDidChangeKey } = parts.account;
  const memory = new ConnectorMemory(storage);
  const store = new ConnectorStore(
    async (account) => (await import("../connectorsApi")).listConnectors(send, account),
    memory,
  );
  const writeAccess = new WriteAccess();
  const publisher = new Publisher({ send, store, writeAccess });
  const deleted = new DeletedConnectors(files);
  const contributions = new ConnectorContributions();
  const targets = new ConnectorTargets({ session, store, prompts, contributions, signIn });
  const view = new ConnectorsView(store, contributions, session);
  const created = new Emitter<CreatedConnector>();
  const wasDeleted = new Emitter<ConnectorRef>();

  created.event(({ details }) => view.reveal(details.connector));
  let mark = store.mark();
  onWillList(() => (mark = store.mark()));
  onDidList(({ account, list }) => store.adopt(account, list, mark));
  onDidChangeKey(() => writeAccess.granted());
  setContext(contextKeys.mayWrite, true);
  writeAccess.onDidChange(() => setContext(contextKeys.mayWrite, writeAccess.isLikely));
  const showTeam = () => {
    const { state } = session;
    view.setTeam(state.kind === "signedIn" ? teams.nameOf(state) : undefined);
  };
  session.onDidChange((state) => {
    showTeam(); // before the rows, or it moves them down: what comes second arrives 200 ms later
    store.useSession(state);
    writeAccess.granted(); // it may be another key
    if (state.kind === "signedIn") {
      view.refreshIfVisible();
    }
  });
  store.onDidChange((state) => {
    const unlessSome = isKnownEmpty(state) ? "empty" : "unknown";
    setContext(contextKeys.list, state.connectors.length > 0 ? "some" : unlessSome);
    showTeam();
  });
  const commandParts = {
    session,
    send,
    store,
    memory,
    writeAccess,
    publisher,
    deleted,
    contributions,
    targets,
    prompts,
    notifier,
    drafts: windowStorage,
    isListShown: () => view.isVisible,
    created: (one: CreatedConnector) => created.fire(one),
    wasDeleted: (ref: ConnectorRef) => wasDeleted.fire(ref),
  };
  const registrations = vscode.Disposable.from(
    view,
    registerCommands(notifier, connectorCommands, async () =>
      (await import("./connectorCommands")).connectorHandlers(commandParts),
    ),
  );
  return {
    store,
    targets,
    contributions,
    view,
    publisher,
    writeAccess,
    onDidCreate: created.event,
    onDidDelete: wasDeleted.event,
    create: async (start) => {
      const { CreateConnectorFlow } = await import("./createConnectorFlow");
      return new CreateConnectorFlow(commandParts, start).run();
    },
    dispose: () => registrations.dispose(),
  };
}
