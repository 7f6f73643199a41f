import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { memberMeaning } from "../memberMeaning";

/** Says what a documented value means, and what is known of the key `retry`. */
export class MemberHover implements vscode.HoverProvider {
  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const found = memberMeaning(document.getText(), document.offsetAt(position));
    if (!found) {
      return undefined;
    }
    const text = new vscode.MarkdownString().appendText(found.text);
    if (found.page !== undefined) {
      const address = `https://docs.supermetrics.com/docs/${found.page}`;
      text.appendMarkdown(`\n\n[${l10n.t("Documentation")}](${address})`);
    }
    return new vscode.Hover(text, rangeOf(document, found.place));
  }
}
