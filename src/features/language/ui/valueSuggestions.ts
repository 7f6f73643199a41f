import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { valueCompletions } from "../valueCompletions";
import { idsIn } from "./idNavigation";

/** Offers documented values and the IDs of report types and user inputs, as far as no schema offers them. */
export class ValueSuggestions implements vscode.CompletionItemProvider {
  constructor(private readonly checks: Pick<CheckDiagnostics, "contextOf">) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const { schemaVocabulary } = this.checks.contextOf(document.uri);
    const offered = valueCompletions(
      document.getText(),
      document.offsetAt(position),
      () => idsIn(document),
      schemaVocabulary,
    );
    return offered.map(({ kind, value, means, text, replaced }, index) => {
      const { Reference, Value } = vscode.CompletionItemKind;
      const item = new vscode.CompletionItem(
        { label: plainText(value, 120), description: means },
        kind === "id" ? Reference : Value,
      );
      item.range = rangeOf(document, replaced);
      item.insertText = text;
      item.filterText = value;
      item.sortText = String(index).padStart(3, "0");
      item.detail = means;
      return item;
    });
  }
}
