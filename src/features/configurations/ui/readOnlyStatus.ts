import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { SessionState } from "../../account/session";
import { commandIds, configurationScheme } from "../../../manifest";

/** Says in the language status why configurations cannot be edited now, and what helps. */
export class ReadOnlyStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;

  /** @param mayWrite whether the key may write, as far as is known */
  update(state: SessionState, mayWrite: boolean): void {
    this.item?.dispose();
    this.item = undefined;
    if (state.kind === "loading") {
      return;
    }
    if (state.kind !== "signedIn") {
      const text = l10n.t("Read-only: sign in to edit");
      this.show(text, { title: l10n.t("Sign In…"), command: commandIds.signIn });
    } else if (!mayWrite) {
      const text = l10n.t("Read-only: this API key can't edit connectors");
      this.show(text, { title: l10n.t("Replace API Key…"), command: commandIds.replaceApiKey });
    }
  }

  private show(text: string, command: vscode.Command): void {
    const selector = { scheme: configurationScheme };
    const item = vscode.languages.createLanguageStatusItem("supermetrics.readOnly", selector);
    item.name = l10n.t("Supermetrics");
    item.text = text;
    item.command = command;
    item.severity = vscode.LanguageStatusSeverity.Warning;
    this.item = item;
  }

  dispose(): void {
    this.item?.dispose();
  }
}
