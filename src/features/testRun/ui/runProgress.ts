import * as l10n from "@vscode/l10n";
import { plainText } from "../../../platform/words/plainText";
import type { QueryProgress } from "../query";

/**
 * Shows each second how far a run is and how long it takes: the service is asked less often than that.
 * @param say shows a message beside the title
 */
export async function showRunProgress<T>(
  say: (message: string) => void,
  run: (onProgress: (progress: QueryProgress) => void) => Promise<T>,
): Promise<T> {
  const startedAt = Date.now();
  let state = l10n.t("Starting");
  const update = () =>
    say(l10n.t("{0}, {1} s", state, String(Math.floor((Date.now() - startedAt) / 1000))));
  update();
  const timer = setInterval(update, 1000);
  try {
    return await run((progress) => {
      state = stateText(progress.state);
      update();
    });
  } finally {
    clearInterval(timer);
  }
}

/** The documented states in words; any other as the service names it. */
function stateText(state: string): string {
  switch (state.toUpperCase()) {
    case "SCHEDULED":
    case "PENDING":
      return l10n.t("Scheduled");
    case "QUEUED":
      return l10n.t("Queued");
    case "RUNNING":
      return l10n.t("Running");
    default:
      return plainText(state, 40) || l10n.t("Running");
  }
}
