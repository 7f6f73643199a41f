import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { listConnectors } from "./api/connectors";
import type { Credentials } from "./api/credentials";
import { createSend } from "./api/http";
import { ApiKeyVault } from "./core/apiKey";
import { Configurations } from "./core/configurations";
import { ConnectorStates } from "./core/connectorStates";
import { ConnectorStore } from "./core/connectorStore";
import { DeletedConnectors } from "./core/deletedConnectors";
import { EditBases } from "./core/editBases";
import { Memory } from "./core/memory";
import { Publisher } from "./core/publisher";
import { RateLimitMeter } from "./core/rateLimitMeter";
import { RequestLog } from "./core/requestLog";
import { Session } from "./core/session";
import { Versions } from "./core/versions";
import { WriteRight } from "./core/writeRight";
import { configurationScheme, mergeScheme, versionScheme } from "./manifest";
import { ConfirmPublish } from "./ui/actions/confirmPublish";
import { ConflictActions } from "./ui/actions/conflict";
import { createAuthoring, registerAuthoring } from "./ui/authoring";
import { registerCommands } from "./ui/commands";
import { ConfigurationFileSystem } from "./ui/configurationFileSystem";
import { ConnectorsView } from "./ui/connectorTree";
import { documents } from "./ui/documents";
import { EmptyTabs } from "./ui/emptyTabs";
import { follow } from "./ui/follow";
import { followList } from "./ui/followList";
import { GlobalShelf } from "./ui/globalShelf";
import { commandHandlers } from "./ui/handlers";
import { LinkedFiles } from "./ui/linkedFiles";
import { followFiles } from "./ui/linkFollowing";
import { createLogs, registerLogs } from "./ui/logs";
import { MergeResults } from "./ui/mergeResults";
import { Notifier } from "./ui/notifier";
import { PersonSaves } from "./ui/personSaves";
import { PublicationWords } from "./ui/publicationWords";
import { Publishing } from "./ui/publishing";
import { QuickPrompts } from "./ui/quickPrompts";
import { ReadOnlyReason } from "./ui/readOnlyReason";
import { RateLimitStatus } from "./ui/rateLimitStatus";
import { RefusalDiagnostics } from "./ui/refusalDiagnostics";
import { RestoredMerges } from "./ui/restoredMerges";
import { readSettings } from "./ui/settings";
import { StateMarks } from "./ui/stateMarks";
import { VersionDocuments } from "./ui/versionDocuments";

/** Builds the parts, connects them and registers them. Sends nothing and waits for nothing. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const log = vscode.window.createOutputChannel("Supermetrics", { log: true });
  const requestLog = new RequestLog(log);
  const meter = new RateLimitMeter();
  const memory = new Memory(context.globalState);
  const vault = new ApiKeyVault(context.secrets);
  const session = new Session(vault, readSettings);

  const sendWith = (credentials: () => Promise<Credentials>) =>
    createSend({
      credentials: async () => {
        const pair = await credentials();
        requestLog.mask(pair.key ?? "");
        return pair;
      },
      timeoutSeconds: () => readSettings().requestTimeout,
      observe: (exchange) => {
        requestLog.note(exchange);
        meter.note(exchange);
      },
    });
  const send = sendWith(() => session.credentials());
  const sendOpenly = sendWith(async () => ({
    href: session.baseUrl().href,
    teamId: undefined,
    key: undefined,
    isPublic: true,
  }));

  const shelf = new GlobalShelf(context.globalStorageUri);
  const versions = new Versions(shelf);
  const deleted = new DeletedConnectors(shelf);
  const states = new ConnectorStates();
  const right = new WriteRight();
  const store = new ConnectorStore((account) => listConnectors(send, account), memory);
  const bases = new EditBases(context.workspaceState);
  const configurations = new Configurations(send, documents, bases);
  const publisher = new Publisher({ send, store, states, versions, right });

  const prompts = new QuickPrompts();
  const notifier = new Notifier(log);
  const emptyTabs = new EmptyTabs(notifier);
  const saves = new PersonSaves();
  const versionDocuments = new VersionDocuments(versions);
  const files = new LinkedFiles(context.workspaceState);
  const authoring = createAuthoring({ send, sendOpenly, session, shelf, files });
  const confirm = new ConfirmPublish({ memory, versions, documents: versionDocuments });
  const restored = new RestoredMerges({ versions, configurations, files });
  const merges = new MergeResults({ saves, notifier, restore: (uri) => restored.restore(uri) });
  const conflicts = new ConflictActions({
    versions,
    documents: versionDocuments,
    results: merges,
    notifier,
  });
  const diagnostics = new RefusalDiagnostics();
  const publishing = new Publishing({
    configurations,
    publisher,
    states,
    confirm,
    conflicts,
    versions,
    words: new PublicationWords({ notifier, diagnostics, documents: versionDocuments }),
  });
  const fileSystem = new ConfigurationFileSystem({
    configurations,
    tabs: emptyTabs,
    saves,
    isWritable: () => session.state.kind === "signedIn" && right.isLikely,
    save: (...saved) => publishing.save(...saved),
  });
  const logs = createLogs({ send, session, notifier });
  const view = new ConnectorsView(store, states, authoring.secrets);
  const status = new RateLimitStatus(meter);
  const marks = new StateMarks(states);
  const readOnlyReason = new ReadOnlyReason();

  const parts = {
    context,
    log,
    memory,
    vault,
    session,
    meter,
    send,
    sendWith,
    store,
    versions,
    deleted,
    states,
    right,
    configurations,
    publisher,
    publishing,
    prompts,
    notifier,
    confirm,
    ...authoring,
    files,
    conflicts,
    merges,
    emptyTabs,
    fileSystem,
    view,
    ...logs,
    status,
    marks,
    readOnlyReason,
    documents: versionDocuments,
    drafts: context.workspaceState,
  };

  followList(parts);
  context.subscriptions.push(
    log,
    view,
    status,
    saves,
    merges,
    marks,
    readOnlyReason,
    diagnostics,
    registerAuthoring(authoring, context.globalState),
    registerLogs(logs),
    vscode.workspace.registerFileSystemProvider(configurationScheme, fileSystem, {
      isCaseSensitive: true,
    }),
    vscode.workspace.registerFileSystemProvider(mergeScheme, merges, { isCaseSensitive: true }),
    vscode.workspace.registerTextDocumentContentProvider(versionScheme, versionDocuments),
    configurations.onDidSee(({ ref, stored, origin }) => versions.note(ref, stored, origin)),
    follow(parts),
    followFiles(parts),
    registerCommands(notifier, () => commandHandlers(parts)),
  );
}
