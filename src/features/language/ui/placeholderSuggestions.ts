import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { idsIn } from "./idNavigation";
import { placeholderCompletions, type PlaceholderCompletion } from "../placeholderCompletions";

const kinds: Readonly<Record<PlaceholderCompletion["kind"], vscode.CompletionItemKind>> = {
  documented: vscode.CompletionItemKind.Variable,
  secret: vscode.CompletionItemKind.Constant,
  secretsUnknown: vscode.CompletionItemKind.Event,
};

/** Offers placeholders within `{{`, each with what it gives. */
export class PlaceholderSuggestions implements vscode.CompletionItemProvider {
  constructor(private readonly checks: Pick<CheckDiagnostics, "contextOf">) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const { secrets } = this.checks.contextOf(document.uri);
    const offset = document.offsetAt(position);
    const declared = () => [
      ...new Set(
        idsIn(document)
          .definitions("secret")
          .map(({ id }) => id),
      ),
    ];
    return placeholderCompletions(document.getText(), offset, secrets, declared).map(
      ({ name, gives, text, replaced, kind }, index) => {
        const label = { label: plainText(name, 120), description: plainText(gives, 120) };
        const item = new vscode.CompletionItem(label, kinds[kind]);
        item.range = rangeOf(document, replaced);
        item.insertText = text;
        item.filterText = name;
        item.sortText = String(index).padStart(3, "0");
        item.detail = plainText(gives, 300);
        if (kind === "secretsUnknown") {
          const title = l10n.t("Load Secrets");
          const args = [document.uri];
          item.command = { title, command: commandIds.suggestSecrets, arguments: args };
        }
        return item;
      },
    );
  }
}

/**
 * Asks for the secrets of a document's connector, then opens the list of suggestions again. Says why there are none.
 * @param uri of the document, as the suggestion hands it over
 */
export async function suggestSecrets(
  checks: Pick<CheckDiagnostics, "contextOf" | "refresh">,
  uri: unknown,
): Promise<void> {
  if (!(uri instanceof vscode.Uri)) {
    return;
  }
  const title = l10n.t("Loading secrets");
  const problems = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () => checks.refresh(uri),
  );
  if (checks.contextOf(uri).secrets) {
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    return;
  }
  const message = problems.length > 0 ? problems.join(" ") : noConnector();
  void vscode.window.showWarningMessage(message);
}

function noConnector(): string {
  return l10n.t("This file doesn't belong to a connector yet. Publish it to one first.");
}
