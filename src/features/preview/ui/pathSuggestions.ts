import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import { describePath, suggestPaths } from "../pathHints";
import { pathAt } from "../pathAt";
import type { PreviewMemory } from "../previewMemory";

const kinds = {
  list: vscode.CompletionItemKind.Module,
  object: vscode.CompletionItemKind.Struct,
  value: vscode.CompletionItemKind.Field,
};

/** The paths of the last response, where a path is written. */
export function pathCompletions(
  memory: PreviewMemory,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const at = pathAt(document.getText(), document.offsetAt(position));
  const preview = at && memory.ofTarget(document.uri.toString(), at.target.id);
  if (!preview) {
    return [];
  }
  return suggestPaths(at, preview).map(({ path, sample, kind }, index) => {
    const label = { label: path, description: plainText(sample, 80) };
    const item = new vscode.CompletionItem(label, kinds[kind]);
    item.range = rangeOf(document, at.place);
    item.insertText = JSON.stringify(path).slice(1, -1);
    item.filterText = item.insertText;
    item.sortText = String(index).padStart(4, "0");
    return item;
  });
}

/** What a path found in the last response. */
export function pathHover(
  memory: PreviewMemory,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const at = pathAt(document.getText(), document.offsetAt(position));
  const preview = at && memory.ofTarget(document.uri.toString(), at.target.id);
  const [summary, ...values] = (preview && describePath(at, preview)) ?? [];
  if (!at || summary === undefined) {
    return undefined;
  }
  const text = new vscode.MarkdownString().appendText(summary);
  if (values.length > 0) {
    text.appendCodeblock(values.map((value) => plainText(value, 100)).join("\n"), "");
  }
  return new vscode.Hover(text, rangeOf(document, at.place));
}
