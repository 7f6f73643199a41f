import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { listConnectors } from "./api/connectors";
import { createSend, type Credentials } from "./api/http";
import { ApiKeyVault } from "./core/apiKey";
import { Configurations } from "./core/configurations";
import { ConnectorStore } from "./core/connectorStore";
import { Memory } from "./core/memory";
import { RateLimitMeter } from "./core/rateLimitMeter";
import { RequestLog } from "./core/requestLog";
import { Session } from "./core/session";
import { commandIds, configurationScheme } from "./manifest";
import { openConfiguration } from "./ui/actions/openConfiguration";
import { showRateLimit } from "./ui/actions/showRateLimit";
import { signIn, signOut } from "./ui/actions/signIn";
import { registerCommands } from "./ui/commands";
import { ConfigurationFileSystem, isDocumentOpen } from "./ui/configurationFileSystem";
import { connectorCommands } from "./ui/connectorCommands";
import { ConnectorsView } from "./ui/connectorTree";
import { EmptyTabs } from "./ui/emptyTabs";
import { follow } from "./ui/follow";
import { Notifier } from "./ui/notifier";
import { QuickPrompts } from "./ui/quickPrompts";
import { RateLimitStatus } from "./ui/rateLimitStatus";
import { readSettings } from "./ui/settings";

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
        requestLog.mask(pair.key);
        return pair;
      },
      timeoutSeconds: () => readSettings().requestTimeout,
      observe: (exchange) => {
        requestLog.note(exchange);
        meter.note(exchange);
      },
    });
  const send = sendWith(() => session.credentials());

  const store = new ConnectorStore((teamId) => listConnectors(send, teamId), memory);
  const configurations = new Configurations(send, () => session.account(), isDocumentOpen);
  const prompts = new QuickPrompts();
  const notifier = new Notifier(log);
  const emptyTabs = new EmptyTabs(notifier);
  const fileSystem = new ConfigurationFileSystem(configurations, emptyTabs);
  const view = new ConnectorsView(store);
  const status = new RateLimitStatus(meter);

  const signInParts = { session, vault, memory, store, prompts, meter, notifier, sendWith };
  const signInNow = () => signIn(signInParts, "signIn");
  const open = openConfiguration.bind(undefined, { configurations, store });

  context.subscriptions.push(
    log,
    view,
    status,
    vscode.workspace.registerFileSystemProvider(configurationScheme, fileSystem, {
      isCaseSensitive: true,
      isReadonly: new vscode.MarkdownString(
        l10n.t(
          "This version of the extension shows configurations; it cannot publish changes yet.",
        ),
      ),
    }),
    follow({ context, session, store, configurations, emptyTabs, meter, memory, view, status }),
    registerCommands(notifier, {
      [commandIds.signIn]: signInNow,
      [commandIds.replaceApiKey]: () => signIn(signInParts, "replaceApiKey"),
      [commandIds.selectTeam]: () => signIn(signInParts, "selectTeam"),
      [commandIds.signOut]: () => signOut(signInParts),
      [commandIds.showRateLimit]: () => showRateLimit(prompts, meter.value),
      [commandIds.showLog]: () => log.show(),
      ...connectorCommands({
        session,
        store,
        prompts,
        notifier,
        signIn: signInNow,
        open,
        create: {
          send,
          store,
          memory,
          session,
          prompts,
          notifier,
          drafts: context.workspaceState,
          signIn: signInNow,
          open,
          show: async ({ account: owner, details }) => {
            configurations.adopt({ ...owner, identifier: details.connector.identifier }, details);
            await view.reveal(details.connector);
            await open(owner, details.connector, "keep");
          },
        },
      }),
    }),
  );
}
