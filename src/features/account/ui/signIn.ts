import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Credentials } from "../../../platform/http/credentials";
import type { Send } from "../../../platform/http/send";
import { accessContext, checkAccess } from "../accessCheck";
import type { ApiKeyVault } from "../apiKey";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { Memory } from "../../../platform/storage/accountStorage";
import type { Prompts } from "../../../platform/flow/prompts";
import type { RateLimitMeter } from "../../rateLimit/rateLimitMeter";
import type { Session } from "../session";
import { signInSteps, type SignInDraft, type SignInPurpose } from "../signInSteps";
import type { Versions } from "../../configurations/versions";
import { runSteps } from "../../../platform/flow/steps";
import { parseTeamId } from "../teamId";
import type { Notifier } from "../../../platform/ui/notifier";
import { readSettings, writeTeamId } from "../../../platform/ui/settings";

export interface SignInParts {
  readonly session: Session;
  readonly vault: ApiKeyVault;
  readonly memory: Memory;
  readonly store: ConnectorStore;
  readonly prompts: Prompts;
  readonly meter: RateLimitMeter;
  readonly notifier: Notifier;
  /** A `send` for credentials that are not stored yet. */
  readonly sendWith: (credentials: () => Promise<Credentials>) => Send;
}

const keyPage = "https://hub.supermetrics.com/api-key-management";

/**
 * Asks for key and team (or one of them), checks both against the API, and only then stores them.
 * @returns whether somebody is signed in afterwards
 */
export async function signIn(parts: SignInParts, purpose: SignInPurpose): Promise<boolean> {
  const { session, vault, memory, store, prompts, meter, notifier } = parts;
  const mark = store.mark();
  const { origin, href } = session.baseUrl();
  const recentTeams = memory.teams.get(origin) ?? [];
  const draft: SignInDraft = { team: readSettings().teamId || (recentTeams[0]?.teamId ?? "") };

  const steps = signInSteps(prompts, draft, {
    purpose,
    recentTeams,
    keyPage,
    check: async ({ key, team }, signal) => {
      if (key) {
        // The limit belongs to a key: what is known is another one's.
        meter.reset();
      }
      const account = { origin, teamId: teamIdOf(team) };
      // What is asked about is not what the settings name yet.
      const credentials = async () => ({
        ...(key ? { href, key } : await session.credentials()),
        teamId: account.teamId,
      });
      const check = await checkAccess(parts.sendWith(credentials), account, signal);
      if (check.kind === "undecided") {
        // The question that follows has room for the beginning of the reason only.
        notifier.failed(check.error, {
          context: { ...accessContext(), failed: l10n.t("The API key could not be checked.") },
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
  if (draft.check?.kind === "ok") {
    const { teamName, list } = draft.check;
    const others = recentTeams.filter(({ teamId }) => teamId !== account.teamId);
    const team = { teamId: account.teamId, ...(teamName && { name: teamName }) };
    await memory.teams.set(origin, [team, ...others].slice(0, 10));
    store.adopt(account, list, mark);
  }
  await writeTeamId(account.teamId);
  if (draft.key) {
    await vault.store({ origin, key: draft.key });
  }
  await session.refresh();
  const shown = memory.teams.get(origin)?.[0]?.name ?? account.teamId;
  vscode.window.setStatusBarMessage(l10n.t("Signed in to Supermetrics: {0}", shown), 5000);
  return true;
}

export interface SignOutParts extends Pick<SignInParts, "session" | "vault" | "memory"> {
  readonly versions: Pick<Versions, "isEmpty" | "removeAll">;
}

/** Deletes the key and everything that was kept for it; what was kept goes even where the key stays. */
export async function signOut({ session, vault, memory, versions }: SignOutParts): Promise<void> {
  try {
    await vault.delete();
  } finally {
    await memory.forgetAll();
    await session.refresh();
  }
  const signedOut = l10n.t("Signed out of Supermetrics: the API key is deleted.");
  if (await versions.isEmpty()) {
    vscode.window.setStatusBarMessage(signedOut, 5000);
    return;
  }
  const kept = l10n.t("Versions of configurations are still kept on this computer.");
  const remove = l10n.t("Remove Them");
  // Not waited for: a notification may stay for hours.
  void vscode.window.showInformationMessage(`${signedOut} ${kept}`, remove).then(async (chosen) => {
    if (chosen === remove) {
      await versions.removeAll();
      vscode.window.setStatusBarMessage(l10n.t("The versions are removed."), 5000);
    }
  });
}

/** The steps end only with a team that can be parsed. */
function teamIdOf(typed: string): string {
  const parsed = parseTeamId(typed);
  return "teamId" in parsed ? parsed.teamId : "";
}
