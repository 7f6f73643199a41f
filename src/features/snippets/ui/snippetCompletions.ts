import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { insertableSnippets } from "../insertableSnippets";
import { withDefaults } from "../snippets";
import { rangeOf } from "../../../platform/ui/documentEdits";

/** Inserts documented pieces where they belong. */
export class SnippetCompletions implements vscode.CompletionItemProvider {
  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const offered = insertableSnippets(document.getText(), document.offsetAt(position));
    return offered.map(({ label, page, note, text, replaced }, index) => {
      const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
      const range = rangeOf(document, replaced);
      item.range = range;
      item.insertText = new vscode.SnippetString(text);
      // The editor compares it with what the range holds, which may begin with a quote.
      item.filterText = document.getText(range).startsWith('"') ? `"${label}"` : label;
      item.sortText = `~${String(index).padStart(2, "0")}`; // after the schema's own
      item.detail = l10n.t("Supermetrics snippet");
      item.documentation = new vscode.MarkdownString()
        .appendCodeblock(withDefaults(text).replaceAll("\t", "  "), "json")
        .appendText(note ? `${note}\n` : "")
        .appendMarkdown(`[${l10n.t("Documentation")}](https://docs.supermetrics.com/docs/${page})`);
      return item;
    });
  }
}
