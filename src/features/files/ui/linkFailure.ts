import * as l10n from "@vscode/l10n";
import type { Notifier } from "../../../platform/ui/notifier";

/**
 * Tells the person where a link couldn't be written for what was done: that is done anyway.
 * @param done a sentence without its full stop
 * @returns whether it was written
 */
export async function reportLinkFailure(
  notifier: Notifier,
  done: string,
  linking: Promise<void>,
): Promise<boolean> {
  try {
    await linking;
    return true;
  } catch (error) {
    const failed = l10n.t(
      "{0}, but the link between the file and its connector couldn't be saved. This workspace remembers the link.",
      done,
    );
    notifier.failed(error, { context: { failed } });
    return false;
  }
}
