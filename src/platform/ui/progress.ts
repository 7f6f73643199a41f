import * as vscode from "vscode";

/**
 * Shows a notification with a Cancel button while the work runs; Cancel aborts the signal.
 * @param work may say how far it is, beside the title
 */
export function withCancel<T>(
  title: string,
  work: (signal: AbortSignal, say: (message: string) => void) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
    const cancelled = new AbortController();
    token.onCancellationRequested(() => cancelled.abort());
    return work(cancelled.signal, (message) => progress.report({ message }));
  });
}

/** What takes less is shown by what comes of it. Milliseconds. */
const briefly = 1000;

/** As `withCancel`, for work that is mostly quick: the notification shows only when it takes longer than a moment. */
export async function withLateCancel<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cancelled = new AbortController();
  const working = work(cancelled.signal);
  const ended = working.then(
    () => true,
    () => true,
  );
  const isEnded = await Promise.race([
    ended,
    new Promise<false>((resolve) => setTimeout(() => resolve(false), briefly)),
  ]);
  if (!isEnded) {
    await withCancel(title, async (signal) => {
      signal.addEventListener("abort", () => cancelled.abort());
      await ended;
    });
  }
  return working;
}
