import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { AccountStorage } from "../../../platform/storage/accountStorage";
import type { ApiKeyVault } from "../apiKeyVault";
import type { Session } from "../session";

/** What a feature keeps on this computer beyond the sign-out, until the person removes it. */
export interface LocalData {
  readonly isEmpty: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
  /** Says that it is there. */
  readonly kept: string;
  /** Label of the button that removes it. */
  readonly removeLabel: string;
  /** Says that it is gone. */
  readonly removed: string;
}

/** What a sign-out needs. */
export interface SignOutParts {
  readonly session: Session;
  readonly vault: ApiKeyVault;
  readonly storage: AccountStorage;
  readonly localData: readonly LocalData[];
  /** Resolves once what is under way for the account has ended. */
  readonly leave: () => Promise<void>;
}

/**
 * Deletes the key and everything that was kept for it; what was kept goes even where the key stays. Then offers
 * to remove what features keep beyond that. Throws where the key could not be deleted.
 */
export async function signOut({
  session,
  vault,
  storage,
  localData,
  leave,
}: SignOutParts): Promise<void> {
  await leave();
  try {
    await vault.delete();
  } finally {
    await storage.forgetAll();
    await session.refresh();
  }
  const signedOut = l10n.t("Signed out. API key removed.");
  const empty = await Promise.all(localData.map((one) => one.isEmpty()));
  const left = localData.filter((_, index) => !empty[index]);
  if (left.length === 0) {
    vscode.window.setStatusBarMessage(signedOut, 5000);
    return;
  }
  const message = [signedOut, ...left.map(({ kept }) => kept)].join(" ");
  const labels = left.map(({ removeLabel }) => removeLabel);
  // Not waited for: a notification may stay for hours.
  void vscode.window.showInformationMessage(message, ...labels).then(async (chosen) => {
    const removing = left.find(({ removeLabel }) => removeLabel === chosen);
    if (removing) {
      await removing.remove();
      vscode.window.setStatusBarMessage(removing.removed, 5000);
    }
  });
}
