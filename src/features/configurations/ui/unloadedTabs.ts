import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { SignedOutError } from "../../../platform/http/errors";
import { configurationScheme } from "../../../manifest";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { Notifier } from "../../../platform/ui/notifier";

/** Tabs that were restored and could not be loaded: the editor itself tells only that there was an error. */
export class UnloadedTabs {
  /** URIs whose failure has been told: the editor asks for a file more than once. */
  private readonly reported = new Set<string>();

  constructor(private readonly notifier: Notifier) {}

  /** Call it when a document was loaded: a later failure is reported again. */
  loaded(uri: vscode.Uri): void {
    this.reported.delete(uri.toString());
  }

  /** Call it when a document couldn't be loaded: shows why, once for each tab, and offers to try again. */
  failed(uri: vscode.Uri, error: unknown): void {
    const key = uri.toString();
    if (
      this.reported.has(key) ||
      !unloadedTabs().some(({ input }) => input.uri.toString() === key)
    ) {
      return;
    }
    this.reported.add(key);
    // Without a name where all tabs share the reason: the workbench shows equal notifications once.
    const failed =
      error instanceof SignedOutError
        ? l10n.t("Couldn't load open configurations.")
        : l10n.t("Couldn't load {0}.", uri.path.split("/").at(-1) ?? "");
    this.notifier.failed(error, {
      context: { failed, notFound: notFoundText(), right: "cb_connectors_read" },
      tryAgain: () => this.loadAgain(),
    });
  }

  /** Opens again what people see; a tab in the background is loaded when it is looked at. */
  async loadAgain(): Promise<void> {
    this.reported.clear();
    for (const { input, group, isPreview } of unloadedTabs().filter(({ isActive }) => isActive)) {
      const options = { viewColumn: group.viewColumn, preserveFocus: true, preview: isPreview };
      await vscode.commands.executeCommand("vscode.open", input.uri, options);
    }
  }
}

type TextTab = vscode.Tab & { readonly input: vscode.TabInputText };

function unloadedTabs(): TextTab[] {
  const documents = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter((tab): tab is TextTab => tab.input instanceof vscode.TabInputText)
    .filter(({ input: { uri } }) => uri.scheme === configurationScheme)
    .filter(({ input: { uri } }) => !documents.has(uri.toString()));
}
