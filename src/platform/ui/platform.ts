import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { platformCommands } from "../../manifest";
import { Emitter, type Event } from "../event";
import type { Exchange } from "../http/exchange";
import type { Prompts } from "../flow/prompts";
import type { Send } from "../http/send";
import { lazy } from "../lazy";
import { type Credentials } from "../http/credentials";
import { AccountStorage, type Storage } from "../storage/accountStorage";
import type { FileStorage } from "../storage/fileStorage";
import { registerCommands } from "./commands";
import { GlobalFileStorage } from "./globalFileStorage";
import { Notifier } from "./notifier";
import { readSettings } from "./settings";

/** What the features are built on. */
export interface Platform extends vscode.Disposable {
  readonly notifier: Notifier;
  readonly prompts: Prompts;
  /** Remembered for accounts, until the sign-out. */
  readonly storage: AccountStorage;
  /** Remembered for the user. */
  readonly userStorage: Storage;
  /** Remembered for this window's workspace. */
  readonly windowStorage: Storage;
  /** Files that only the extension uses. */
  readonly files: FileStorage;
  /** Where the user's settings are, as far as this host has them: beside what the editor keeps for extensions. */
  readonly settingsFile: vscode.Uri;
  /** Each call to the service, when it has ended. */
  readonly onDidExchange: Event<Exchange>;
  /** Makes the one way to the service, for credentials that are read for each call. */
  readonly sendWith: (credentials: () => Promise<Credentials>) => Send;
}

/** Builds the platform. Sends nothing and reads nothing. */
export function createPlatform(context: vscode.ExtensionContext): Platform {
  if (vscode.l10n.bundle) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  const files = new GlobalFileStorage(context.globalStorageUri);
  const log = vscode.window.createOutputChannel("Supermetrics", { log: true });
  const notifier = new Notifier(log);
  const exchanged = new Emitter<Exchange>();
  /** With the first request. */
  const sending = lazy(async () => {
    const [{ createSend }, { RequestLog }] = await Promise.all([
      import("../http/send"),
      import("../http/requestLog"),
    ]);
    const requestLog = new RequestLog(log);
    exchanged.event((exchange) => requestLog.note(exchange));
    return { createSend, requestLog };
  });
  const asking = lazy(async () => new (await import("./quickPrompts")).QuickPrompts());
  const commands = registerCommands(notifier, platformCommands, () => ({
    showLog: () => log.show(),
  }));
  return {
    notifier,
    prompts: {
      text: async (question) => (await asking()).text(question),
      pick: async (question) => (await asking()).pick(question),
      pickMany: async (question) => (await asking()).pickMany(question),
    },
    storage: new AccountStorage(context.globalState, files),
    userStorage: context.globalState,
    windowStorage: context.workspaceState,
    files,
    settingsFile: vscode.Uri.joinPath(context.globalStorageUri, "../../settings.json"),
    onDidExchange: exchanged.event,
    sendWith: (credentials) => {
      const send = lazy(async () => {
        const { createSend, requestLog } = await sending();
        return createSend({
          credentials: async () => {
            const pair = await credentials();
            requestLog.mask(pair.key ?? "");
            return pair;
          },
          timeoutSeconds: () => readSettings().requestTimeout,
          observe: (exchange) => exchanged.fire(exchange),
        });
      });
      return async (call) => (await send())(call);
    },
    dispose: () => vscode.Disposable.from(commands, log).dispose(),
  };
}
