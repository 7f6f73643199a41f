import * as vscode from "vscode";
import { accountCommands, contextKeys } from "../../../manifest";
import type { Account } from "../../../platform/account";
import { Emitter, type Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Credentials } from "../../../platform/http/credentials";
import type { Send } from "../../../platform/http/send";
import type { AccountStorage } from "../../../platform/storage/accountStorage";
import { registerCommands } from "../../../platform/ui/commands";
import { setContext } from "../../../platform/ui/contextKeys";
import type { Notifier } from "../../../platform/ui/notifier";
import { readSettings } from "../../../platform/ui/settings";
import type { ListForCheck } from "../accessCheck";
import { ApiKeyVault } from "../apiKeyVault";
import { RememberedTeams } from "../rememberedTeams";
import { AccountLeaving, type EndWork } from "../leaving";
import { isUnanswered, Session, type SessionState } from "../session";
import type { SignInPurpose } from "../signInSteps";
import { signOut, type LocalData } from "./signOut";

/** What the feature needs of the platform, and of the feature that lists connectors. */
export interface AccountParts<List> {
  readonly secrets: vscode.SecretStorage;
  readonly storage: AccountStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  /** Makes a `send` for credentials. */
  readonly sendWith: (credentials: () => Promise<Credentials>) => Send;
  /** What a sign-in is checked with; what it gives is handed on by `onDidList`. */
  readonly list: ListForCheck<List>;
}

/** What a sign-in has listed. */
export interface SignInList<List> {
  readonly account: Account;
  readonly list: List;
}

/** Who is signed in, for the other features. */
export interface AccountService<List> extends vscode.Disposable {
  readonly session: Session;
  readonly teams: RememberedTeams;
  /** Sends with the key of the account that is signed in. */
  readonly send: Send;
  /** Sends to the service of the settings without any key. */
  readonly sendWithoutKey: Send;
  /** Another key may be in use from now on: what a key may do, and its rate limit, are not known any more. */
  readonly onDidChangeKey: Event<void>;
  /** Has something end, that is under way for an account, when another key or team is used. */
  readonly beforeLeaving: (end: EndWork) => void;
  /** A list is being asked for: what is done from now on may not be in it. */
  readonly onWillList: Event<void>;
  readonly onDidList: Event<SignInList<List>>;
  /** Asks for key and team; gives whether somebody is signed in afterwards. */
  readonly signIn: () => Promise<boolean>;
  /** Has the sign-out offer to remove something that a feature keeps on this computer. */
  readonly addLocalData: (data: LocalData) => void;
  /** Reads key and settings for the first time; call it when all features listen. */
  start(): void;
}

/** Sign-in, sign-out and the session, which follows the key and the settings that other windows change too. */
export function registerAccount<List>(parts: AccountParts<List>): AccountService<List> {
  const { secrets, storage, prompts, notifier, sendWith, list } = parts;
  const vault = new ApiKeyVault(secrets);
  const session = new Session(vault, readSettings);
  const teams = new RememberedTeams(storage);
  const keyChanged = new Emitter<void>();
  const listing = new Emitter<void>();
  const listed = new Emitter<SignInList<List>>();
  const leaving = new AccountLeaving();
  const leave = () => leaving.leave("will");
  const localData: LocalData[] = [];
  const run = async (purpose: SignInPurpose) => {
    const { signIn } = await import("./signIn");
    return signIn(
      {
        session,
        vault,
        teams,
        prompts,
        notifier,
        list: (...asked) => {
          listing.fire();
          return list(...asked);
        },
        sendWith,
        accepted: (account, found) => listed.fire({ account, list: found }),
        keyChanges: () => keyChanged.fire(),
        leave,
      },
      purpose,
    );
  };
  /** Some stores give no key at first though one is there: then nobody has to be asked for it. */
  const isSignedInAfterAll = async () => {
    const { state } = session;
    const maySayMore = state.kind === "signedOut" && state.reason !== "unanswered";
    return maySayMore && (await session.ready()).kind === "signedIn";
  };
  session.onDidChange((state) => {
    setSessionContext(state);
    if (!isUnanswered(state)) {
      void leaving.leave("otherTeam");
    }
  });
  vault.onDidAnswerLate(() => void session.refresh());
  const registrations = vscode.Disposable.from(
    secrets.onDidChange(({ key }) => {
      if (ApiKeyVault.isApiKeySecret(key)) {
        keyChanged.fire();
        void leaving.leave("otherKey");
        void session.refresh();
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("supermetrics")) {
        void session.refresh();
      }
    }),
    registerCommands(notifier, accountCommands, () => ({
      signIn: async () => (await isSignedInAfterAll()) || run("signIn"),
      replaceApiKey: () => run("replaceApiKey"),
      selectTeam: () => run("selectTeam"),
      signOut: () => signOut({ session, vault, storage, localData, leave }),
    })),
  );
  return {
    session,
    teams,
    send: sendWith(() => session.credentials()),
    sendWithoutKey: sendWith(async () => ({
      href: session.baseUrl().href,
      teamId: undefined,
      key: undefined,
      isPublic: true,
    })),
    onDidChangeKey: keyChanged.event,
    beforeLeaving: (end) => leaving.add(end),
    onWillList: listing.event,
    onDidList: listed.event,
    signIn: () => run("signIn"),
    addLocalData: (data) => localData.push(data),
    start: () => void session.refresh(),
    dispose: () => registrations.dispose(),
  };
}

/** For the welcome texts and menus. Until the first call no key is set, and none of the texts shows. */
function setSessionContext(state: SessionState): void {
  const session =
    state.kind === "signedOut" && state.reason !== "noKey" ? state.reason : state.kind;
  setContext(contextKeys.session, session);
  setContext(contextKeys.hasKey, state.kind === "signedIn" || state.kind === "noTeam");
}
