import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Credentials } from "../../../platform/http/credentials";
import { SecretStoreError } from "../../../platform/http/errors";
import type { Send } from "../../../platform/http/send";
import { accessContext, checkAccess, type ListForCheck } from "../accessCheck";
import type { ApiKeyVault } from "../apiKeyVault";
import type { Account } from "../../../platform/account";
import type { Prompts } from "../../../platform/flow/prompts";
import type { RememberedTeams } from "../rememberedTeams";
import { isUnanswered, type Session } from "../session";
import { signInSteps, type SignInDraft, type SignInPurpose } from "../signInSteps";
import { runSteps } from "../../../platform/flow/steps";
import { parseTeamId } from "../teamId";
import type { Notifier } from "../../../platform/ui/notifier";
import { readSettings, writeTeamId } from "../../../platform/ui/settings";

/** What a sign-in needs. */
export interface SignInParts<List> {
  readonly session: Session;
  readonly vault: ApiKeyVault;
  readonly teams: RememberedTeams;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  /** What a key and a team are checked with. */
  readonly list: ListForCheck<List>;
  /** A key and a team were accepted, and this is what they list. */
  readonly accepted: (account: Account, list: List) => void;
  /** From now on another key may be in use. */
  readonly keyChanges: () => void;
  /** Another key or team will be in use: resolves once what is under way has ended. */
  readonly leave: () => Promise<void>;
  /** A `send` for credentials that are not stored yet. */
  readonly sendWith: (credentials: () => Promise<Credentials>) => Send;
}

const keyPage = "https://hub.supermetrics.com/api-key-management";

/**
 * Asks for key and team (or one of them), checks both against the API, and only then stores them.
 * @returns whether somebody is signed in afterwards; throws where the key cannot be stored
 */
export async function signIn<List>(
  parts: SignInParts<List>,
  purpose: SignInPurpose,
): Promise<boolean> {
  const { session, vault, teams, prompts, notifier } = parts;
  const { origin, href } = session.baseUrl();
  const recentTeams = teams.of(origin);
  const draft: SignInDraft = { team: readSettings().teamId || (recentTeams[0]?.teamId ?? "") };

  let accepted: { readonly list: List; readonly teamName?: string | undefined } | undefined;
  const steps = signInSteps(prompts, draft, {
    purpose,
    recentTeams,
    keyPage,
    check: async ({ key, team }, signal) => {
      if (key) {
        parts.keyChanges();
      }
      const account = { origin, teamId: teamIdOf(team) };
      // What is asked about is not what the settings name yet.
      const credentials = async () => ({
        ...(key ? { href, key } : await session.credentials()),
        teamId: account.teamId,
      });
      const check = await checkAccess(parts.list, parts.sendWith(credentials), account, signal);
      accepted = check.kind === "ok" ? check : undefined;
      if (check.kind === "undecided") {
        // The question that follows has room for the beginning of the reason only.
        notifier.failed(check.error, {
          context: { ...accessContext(), failed: l10n.t("Couldn't check the API key.") },
          isSigningIn: true,
        });
      }
      return check;
    },
  });
  if (!(await runSteps(steps))) {
    return false;
  }

  const account = { origin, teamId: teamIdOf(draft.team) };
  if (accepted) {
    await teams.add(account, accepted.teamName);
    parts.accepted(account, accepted.list);
  }
  const { state } = session;
  const isSame =
    !draft.key &&
    state.kind === "signedIn" &&
    state.origin === origin &&
    state.teamId === account.teamId;
  if (!isSame) {
    await parts.leave();
  }
  await writeTeamId(account.teamId);
  if (draft.key) {
    await vault.store({ origin, key: draft.key });
  }
  if (isUnanswered(await session.refresh())) {
    throw new SecretStoreError();
  }
  vscode.window.setStatusBarMessage(
    l10n.t("Signed in to Supermetrics ({0})", teams.nameOf(account)),
    5000,
  );
  return true;
}

/** The steps end only with a team that can be parsed. */
function teamIdOf(typed: string): string {
  const parsed = parseTeamId(typed);
  return "teamId" in parsed ? parsed.teamId : "";
}
