import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationSchema, SchemaState } from "../configurationSchema";
import { userMessageFor } from "../../../platform/words/userMessage";
import { commandIds } from "../../../manifest";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";

/** Says in the language status that there is no schema yet, or none to be had. Nothing where there is one. */
export class SchemaStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;

  constructor(schema: ConfigurationSchema) {
    schema.onDidChange((state) => this.update(state));
  }

  dispose(): void {
    this.item?.dispose();
  }

  private update(state: SchemaState): void {
    this.item?.dispose();
    this.item = undefined;
    if (state.kind !== "loading" && state.kind !== "failed") {
      return;
    }
    const id = "supermetrics.schema";
    const item = vscode.languages.createLanguageStatusItem(id, configurationDocuments);
    item.name = l10n.t("Configuration Schema");
    if (state.kind === "loading") {
      item.text = l10n.t("Loading the configuration schema");
      item.busy = true;
    } else {
      // Short: the popup cuts off what is longer, and the link behind it.
      item.text = state.hasCached
        ? l10n.t("Using the last downloaded schema")
        : l10n.t("No configuration schema");
      const tooltip = userMessageFor(state.error, { failed: "" }, Date.now()).text;
      item.command = { title: l10n.t("Reload"), command: commandIds.reloadSchema, tooltip };
      item.severity = state.hasCached
        ? vscode.LanguageStatusSeverity.Information
        : vscode.LanguageStatusSeverity.Warning;
    }
    this.item = item;
  }
}
