import * as l10n from "@vscode/l10n";
import type { Account } from "./memory";

/** Throws `WrongAccountError` for what belongs to another account than the one that is signed in. */
export function requireSameAccount(wanted: Account, current: Account): void {
  if (wanted.origin !== current.origin || wanted.teamId !== current.teamId) {
    throw new WrongAccountError(wanted, current);
  }
}

/** A document belongs to another team or service than the one that is signed in. Nothing was sent. */
export class WrongAccountError extends Error {
  override readonly name = "WrongAccountError";

  constructor(wanted: Account, current: Account) {
    super(
      wanted.origin === current.origin
        ? l10n.t(
            "This document belongs to team {0}; you are signed in to team {1}. Use “Select Team…” to switch.",
            wanted.teamId,
            current.teamId,
          )
        : l10n.t(
            "This document belongs to {0}; the setting supermetrics.apiBaseUrl names {1}.",
            wanted.origin,
            current.origin,
          ),
    );
  }
}
