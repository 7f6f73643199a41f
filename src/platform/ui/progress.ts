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
