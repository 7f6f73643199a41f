import { parseBaseUrl, type BaseUrl, type BaseUrlProblem } from "../../platform/http/baseUrl";
import { SecretStoreError, SettingsError, SignedOutError } from "../../platform/http/errors";
import type { Credentials } from "../../platform/http/credentials";
import type { ApiKeyVault } from "./apiKeyVault";
import { Emitter } from "../../platform/event";
import type { Account } from "../../platform/account";
import { baseUrlProblemText } from "./settingProblems";
import { parseTeamId } from "./teamId";

/** The settings that a session is made of, as the person wrote them. */
export interface SessionSettings {
  readonly apiBaseUrl: string;
  readonly teamId: string;
}

/** Why there is no key to use: none is stored, the store cannot give it or does not answer, or it is for another service. */
export type SignedOutReason = "noKey" | "unreadable" | "unanswered" | "otherOrigin";

/** Whether somebody is signed in, to which team of which service, or why not. */
export type SessionState =
  | { readonly kind: "loading" }
  | { readonly kind: "badSettings"; readonly problem: BaseUrlProblem }
  | { readonly kind: "signedOut"; readonly reason: SignedOutReason; readonly origin: string }
  | { readonly kind: "noTeam"; readonly origin: string }
  | ({ readonly kind: "signedIn" } & Account);

/** Who is signed in, and where. Derived from the vault and the settings; holds no key itself. */
export class Session {
  private readonly changed = new Emitter<SessionState>();
  readonly onDidChange = this.changed.event;
  private current: SessionState = { kind: "loading" };
  private generation = 0;
  /** The latest reading of vault and settings, under way or done. */
  private reading: Promise<SessionState> | undefined;
  private isReading = false;

  constructor(
    private readonly vault: Pick<ApiKeyVault, "read">,
    private readonly settings: () => SessionSettings,
  ) {}

  /** The state as it was read last, which may not be yet. */
  get state(): SessionState {
    return this.current;
  }

  /**
   * The state once the vault has been read. Call it for each thing that a person does: where there was no key it
   * looks again, for some stores give nothing at first though a key is there.
   */
  ready(): Promise<SessionState> {
    const mayBeOld = this.current.kind === "signedOut" && !this.isReading;
    return (mayBeOld ? undefined : this.reading) ?? this.refresh();
  }

  /** Reads vault and settings again; call it when either changed, here or in another window. */
  refresh(): Promise<SessionState> {
    const generation = ++this.generation;
    this.isReading = true;
    this.reading = this.derive().then((next) => {
      if (generation !== this.generation) {
        return this.ready();
      }
      this.isReading = false;
      if (JSON.stringify(next) !== JSON.stringify(this.current)) {
        this.current = next;
        this.changed.fire(next);
      }
      return next;
    });
    return this.reading;
  }

  /** The account; throws `SettingsError`, `SecretStoreError` or `SignedOutError`, which say why there is none. */
  async account(): Promise<Account> {
    const state = await this.ready();
    if (state.kind === "signedIn") {
      return state;
    }
    throw whyNoAccount(state);
  }

  /**
   * What one request needs. The key is read for each, so that it is kept in one place only; the settings last,
   * so that they are those of the moment of sending. Without a key that is bound to the service there is none.
   * Throws `SettingsError`, or `SecretStoreError` where the store does not answer.
   */
  async credentials(): Promise<Credentials> {
    const stored = await this.vault.read();
    if (stored === "unanswered") {
      throw new SecretStoreError();
    }
    const { origin, href } = this.baseUrl();
    const team = parseTeamId(this.settings().teamId);
    const key = typeof stored === "object" && stored.origin === origin ? stored.key : undefined;
    if (key !== undefined && this.current.kind === "signedOut" && !this.isReading) {
      void this.refresh(); // the store gives now what it did not give before
    }
    return { href, teamId: "teamId" in team ? team.teamId : undefined, key };
  }

  /** The service that the settings name; throws `SettingsError` when no request may go there. */
  baseUrl(): BaseUrl {
    const base = parseBaseUrl(this.settings().apiBaseUrl);
    if (typeof base === "string") {
      throw new SettingsError(baseUrlProblemText(base));
    }
    return base;
  }

  private async derive(): Promise<SessionState> {
    const base = parseBaseUrl(this.settings().apiBaseUrl);
    if (typeof base === "string") {
      return { kind: "badSettings", problem: base };
    }
    const { origin } = base;
    const stored = await this.vault.read();
    if (typeof stored !== "object") {
      return { kind: "signedOut", reason: stored ?? "noKey", origin };
    }
    if (stored.origin !== origin) {
      return { kind: "signedOut", reason: "otherOrigin", origin };
    }
    const team = parseTeamId(this.settings().teamId);
    return "teamId" in team
      ? { kind: "signedIn", origin, teamId: team.teamId }
      : { kind: "noTeam", origin };
  }
}

/** Why a state has no account. */
function whyNoAccount(state: SessionState): Error {
  if (state.kind === "badSettings") {
    return new SettingsError(baseUrlProblemText(state.problem));
  }
  return isUnanswered(state) ? new SecretStoreError() : new SignedOutError();
}

/** Whether the store of secrets doesn't answer, so that there may be a key anyway. */
export function isUnanswered(state: SessionState): boolean {
  return state.kind === "signedOut" && state.reason === "unanswered";
}
