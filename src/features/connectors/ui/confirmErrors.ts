import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";

interface Confirmation {
  /** Where the errors can be seen. */
  readonly uri: vscode.Uri | undefined;
  /** The connector's, fit for a dialog. */
  readonly name: string;
  readonly detail: string;
  /** Label of the button that goes on anyway. */
  readonly goOn: string;
  /** Shows what would change; undefined where that is not known. */
  readonly showChanges?: (() => Promise<void>) | undefined;
}

/**
 * Asks before a configuration with errors goes live. Each of them is something that is certain to be wrong;
 * going on is still the person's decision.
 * @param errors worded for the person, at least one
 * @returns whether to go on
 */
export async function confirmErrors(
  errors: readonly string[],
  { uri, name, detail, goOn, showChanges }: Confirmation,
): Promise<boolean> {
  const showProblems = l10n.t("Show Problems");
  const show = l10n.t("Show Changes");
  const shown = errors.slice(0, 3).map((text) => `– ${text}`);
  const more = errors.length - shown.length;
  const listed = more > 0 ? [...shown, l10n.t("– and {0} more", more)] : shown;
  const chosen = await vscode.window.showWarningMessage(
    errors.length === 1
      ? l10n.t('"{0}" has 1 error', name)
      : l10n.t('"{0}" has {1} errors', name, errors.length),
    { modal: true, detail: [...listed, "", detail].join("\n") },
    ...(uri ? [showProblems] : []),
    ...(showChanges ? [show] : []),
    goOn,
  );
  if (uri && chosen === showProblems) {
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
  if (chosen === show) {
    await showChanges?.();
  }
  return chosen === goOn;
}
