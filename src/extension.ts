import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { listConnectors } from "./features/connectors/connectorsApi";
import type { Credentials } from "./platform/http/credentials";
import { createSend } from "./platform/http/send";
import { ApiKeyVault } from "./features/account/apiKey";
import { Configurations } from "./features/configurations/configurations";
import { ConnectorStates } from "./features/configurations/publishStates";
import { ConnectorStore } from "./features/connectors/connectorStore";
import { DeletedConnectors } from "./features/connectors/deletedConnectors";
import { EditBases } from "./features/configurations/editBases";
import { Memory } from "./platform/storage/accountStorage";
import { Publisher } from "./features/connectors/publisher";
import { RateLimitMeter } from "./features/rateLimit/rateLimitMeter";
import { RequestLog } from "./platform/http/requestLog";
import { Session } from "./features/account/session";
import { Versions } from "./features/configurations/versions";
import { WriteRight } from "./features/connectors/writeAccess";
import { configurationScheme, mergeScheme, versionScheme } from "./manifest";
import { ConfirmPublish } from "./features/configurations/ui/confirmPublish";
import { ConflictActions } from "./features/configurations/ui/conflictActions";
import { createAuthoring, registerAuthoring } from "./authoring";
import { registerCommands } from "./platform/ui/commands";
import { ConfigurationFileSystem } from "./features/configurations/ui/configurationFileSystem";
import { ConnectorsView } from "./features/connectors/ui/connectorTree";
import { documents } from "./features/configurations/ui/documents";
import { EmptyTabs } from "./features/configurations/ui/unloadedTabs";
import { follow } from "./follow";
import { followList } from "./features/configurations/ui/refreshOpen";
import { GlobalShelf } from "./platform/ui/globalFileStorage";
import { commandHandlers } from "./handlers";
import { LinkedFiles } from "./features/files/ui/linkedFiles";
import { followFiles } from "./features/files/ui/linkFollowing";
import { createLogs, registerLogs } from "./logs";
import { MergeResults } from "./features/configurations/ui/mergeResults";
import { Notifier } from "./platform/ui/notifier";
import { PersonSaves } from "./features/configurations/ui/manualSaves";
import { PublicationWords } from "./features/configurations/ui/publishMessages";
import { Publishing } from "./features/configurations/ui/publishing";
import { QuickPrompts } from "./platform/ui/quickPrompts";
import { ReadOnlyReason } from "./features/configurations/ui/readOnlyStatus";
import { RateLimitStatus } from "./features/rateLimit/ui/statusBarItem";
import { RefusalDiagnostics } from "./features/configurations/ui/refusalDiagnostics";
import { RestoredMerges } from "./features/configurations/ui/restoredMerges";
import { readSettings } from "./platform/ui/settings";
import { StateMarks } from "./features/configurations/ui/fileDecorations";
import { VersionDocuments } from "./features/configurations/ui/versionDocuments";

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
