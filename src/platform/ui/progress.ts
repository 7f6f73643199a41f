import * as vscode from "vscode";

/** Shows a notification with a Cancel button while the work runs; Cancel aborts the signal. */
export function withCancel<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
    const cancelled = new AbortController();
    token.onCancellationRequested(() => cancelled.abort());
    return work(cancelled.signal);
  });
}
