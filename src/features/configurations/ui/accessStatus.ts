import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds, configurationScheme, settingIds } from "../../../manifest";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { accountStepLabel } from "../../../platform/words/accountStep";
import { plainText } from "../../../platform/words/plainText";
import type { EditAccess } from "../editAccess";
import { connectorRefOf } from "./configurationDocuments";

interface AccessStatusParts {
  readonly accessTo: (ref: ConnectorRef) => EditAccess;
  readonly teamName: (ref: ConnectorRef) => string;
}

/** Says in the language status why the active configuration can't be edited or published now, and what helps. */
export class AccessStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly listening: vscode.Disposable;

  constructor(private readonly parts: AccessStatusParts) {
    this.listening = vscode.window.onDidChangeActiveTextEditor(() => this.update());
  }

  /** Who is signed in, or whether the active document holds changes, may be another now. */
  update(): void {
    this.item?.dispose();
    this.item = undefined;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const ref = uri && connectorRefOf(uri);
    const shown = ref && statusOf(this.parts, ref);
    if (uri && shown) {
      const selector = { scheme: configurationScheme };
      const item = vscode.languages.createLanguageStatusItem("supermetrics.readOnly", selector);
      item.name = l10n.t("Supermetrics");
      item.text = shown.text;
      item.command = { arguments: [uri], ...shown.command };
      item.severity = vscode.LanguageStatusSeverity.Warning;
      this.item = item;
    }
  }

  dispose(): void {
    this.listening.dispose();
    this.item?.dispose();
  }
}

function statusOf(
  { accessTo, teamName }: AccessStatusParts,
  ref: ConnectorRef,
): { readonly text: string; readonly command: vscode.Command } | undefined {
  const access = accessTo(ref);
  if (access.kind === "writable" || access.problem === "loading") {
    return undefined;
  }
  const isReadOnly = access.kind === "readOnly";
  switch (access.problem) {
    case "signedOut":
      return {
        text: isReadOnly
          ? l10n.t("Read-only: sign in to edit")
          : l10n.t("Sign in to publish your changes"),
        command: { title: accountStepLabel("signIn"), command: commandIds.signIn },
      };
    case "noRight":
      return {
        text: isReadOnly
          ? l10n.t("Read-only: this API key can't edit connectors")
          : l10n.t("This API key can't publish your changes"),
        command: { title: accountStepLabel("replaceApiKey"), command: commandIds.replaceApiKey },
      };
    case "otherTeam": {
      const team = plainText(teamName(ref), 60);
      return {
        text: isReadOnly
          ? l10n.t("Read-only: belongs to team {0}", team)
          : l10n.t("Your changes belong to team {0}", team),
        command: { title: l10n.t("Switch to {0}", team), command: commandIds.switchTeam },
      };
    }
    case "otherService":
      return {
        text: isReadOnly
          ? l10n.t("Read-only: belongs to {0}", new URL(ref.origin).host)
          : l10n.t("Your changes belong to {0}", new URL(ref.origin).host),
        command: {
          title: l10n.t("Open Setting"),
          command: "workbench.action.openSettings",
          arguments: [settingIds.apiBaseUrl],
        },
      };
  }
}
