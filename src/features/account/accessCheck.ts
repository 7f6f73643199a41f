import * as l10n from "@vscode/l10n";
import type { Account } from "../../platform/account";
import { ApiError, CancelledError } from "../../platform/http/errors";
import type { Send } from "../../platform/http/send";
import { getTeamName } from "./teamApi";
import type { ErrorContext } from "../../platform/words/errorMeaning";
import { userMessageFor } from "../../platform/words/userMessage";

/** What the API says to a key and a team. */
export type AccessCheck<List = unknown> =
  | { readonly kind: "ok"; readonly list: List; readonly teamName?: string | undefined }
  | { readonly kind: "keyRejected"; readonly reason: string }
  | { readonly kind: "teamRejected"; readonly reason: string }
  /** Neither accepted nor rejected: not reached, limited, or a key that may not list. */
  | { readonly kind: "undecided"; readonly reason: string; readonly error: unknown }
  | { readonly kind: "cancelled" };

/** Milliseconds that the team's name may take longer than the list. */
const maxWait = 1000;

/** Lists what a key may see of a team; throws why it may not. */
export type ListForCheck<List> = (
  send: Send,
  account: Account,
  signal: AbortSignal,
) => Promise<List>;

/**
 * Checks a key and a team. The list of the connectors decides; the team's name is asked for as well, but the key may
 * lack the right for it, so it is waited for only briefly.
 * @param send with that key
 * @param pause waits so many milliseconds
 */
export async function checkAccess<List>(
  list: ListForCheck<List>,
  send: Send,
  account: Account,
  signal: AbortSignal,
  pause = wait,
): Promise<AccessCheck<List>> {
  const name = getTeamName(send, account, signal).catch(() => undefined);
  try {
    const listed = await list(send, account, signal);
    return { kind: "ok", list: listed, teamName: await Promise.race([name, pause(maxWait)]) };
  } catch (error) {
    if (error instanceof CancelledError) {
      return { kind: "cancelled" };
    }
    const { text } = userMessageFor(error, accessContext(), Date.now());
    return { kind: rejection(error), reason: text, error };
  }
}

/** How a failed check is worded: by what the service says, without naming an action. */
export function accessContext(): ErrorContext {
  return {
    failed: "",
    right: "cb_connectors_read",
    notFound: l10n.t("Team not found, or this key has no access to it."),
  };
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function rejection(error: unknown): "keyRejected" | "teamRejected" | "undecided" {
  if (!(error instanceof ApiError) || error.details.form === "page") {
    return "undecided";
  }
  const { status, code } = error.details;
  if (status === 401 || code === "API_KEY_DISABLED") {
    return "keyRejected";
  }
  return status === 404 || status === 400 ? "teamRejected" : "undecided";
}
