import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { responseScheme } from "../../../manifest";
import { formatConfiguration } from "../../../platform/json/format";
import { isJson } from "../../../platform/json/parsedValue";
import { locatePointers } from "../../../platform/json/pointers";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { pathSegment } from "../../../platform/words/fileName";
import { responsePlace } from "../responsePlace";
import type { RunResult } from "../runResult";
import { shownColumn } from "./shownColumn";

/** As many selected rows are marked in the response. */
const mostMarked = 1000;

/** The bodies of responses as read-only documents: laid out, so that they can be folded. One for each key. */
export class ResponseDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly results = new Map<string, RunResult>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly marking = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor("editor.rangeHighlightBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.rangeHighlightForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly onDidChange = this.changed.event;

  /** The response of a key is another one now; its document follows where it is open. */
  follow(result: RunResult): void {
    const uri = uriOf(result);
    const isKnown = this.results.has(uri.toString());
    if (isKnown) {
      this.results.set(uri.toString(), result);
      this.changed.fire(uri);
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const body = this.results.get(uri.toString())?.response?.body;
    return body === undefined ? undefined : laidOut(body).text;
  }

  /** Opens the document beside the view, or goes to it. */
  async open(result: RunResult, preserveFocus = false): Promise<vscode.TextEditor | undefined> {
    if (!result.response) {
      void vscode.window.showInformationMessage(l10n.t("This run has no response to show."));
      return undefined;
    }
    const uri = uriOf(result);
    this.results.set(uri.toString(), result);
    const document = await vscode.workspace.openTextDocument(uri);
    return vscode.window.showTextDocument(document, {
      viewColumn: shownColumn(uri) ?? vscode.ViewColumn.Beside,
      preserveFocus,
      preview: false,
    });
  }

  /** Opens the document at a cell; at the row where the cell's own place is not known. */
  async openCell(result: RunResult, row: number, column: number): Promise<void> {
    const place = responsePlace(result, row, column);
    const editor = await this.open(result);
    if (!editor) {
      return;
    }
    const [range] = place ? rangesOf(editor.document, result, [place]) : [];
    if (range) {
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } else {
      const message = l10n.t("The place of this row in the response isn't known.");
      vscode.window.setStatusBarMessage(message, 5000);
    }
  }

  /** Marks rows in the document, where it is showing. */
  mark(result: RunResult, rows: readonly number[]): void {
    const uri = uriOf(result).toString();
    const editors = vscode.window.visibleTextEditors.filter(
      ({ document }) => document.uri.toString() === uri,
    );
    const places = rows.slice(0, mostMarked).flatMap((row) => {
      const place = responsePlace(result, row);
      return place ? [place] : [];
    });
    for (const editor of editors) {
      const ranges = rangesOf(editor.document, result, places);
      editor.setDecorations(this.marking, ranges);
      const [first] = ranges;
      if (first) {
        editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    }
  }

  /** A document of whatever scheme was closed. */
  closed(uri: vscode.Uri): void {
    this.results.delete(uri.toString());
  }

  dispose(): void {
    this.marking.dispose();
    this.changed.dispose();
  }
}

/** The ending gives the language: JSON can be folded. Without parsing, which is left to whoever opens the document. */
function uriOf({ key, title, response }: RunResult): vscode.Uri {
  const name = pathSegment(title).slice(0, 100) || "response";
  const ending = /^\s*[[{]/.test(response?.body ?? "") ? "json" : "txt";
  return vscode.Uri.from({ scheme: responseScheme, path: `/${name}.${ending}`, query: key });
}

let last: { readonly body: string; readonly text: string; readonly isJson: boolean } | undefined;

/** A body is asked for several times in a row, and may have megabytes. */
function laidOut(body: string): NonNullable<typeof last> {
  if (last?.body !== body) {
    const isLaidOut = isJson(body);
    const text = isLaidOut ? new TextDecoder().decode(formatConfiguration(body)) : body;
    last = { body, text, isJson: isLaidOut };
  }
  return last;
}

function rangesOf(
  document: vscode.TextDocument,
  { response }: RunResult,
  places: readonly (readonly string[])[],
): vscode.Range[] {
  if (places.length === 0 || !laidOut(response?.body ?? "").isJson) {
    return [];
  }
  return locatePointers(document.getText(), places).map(({ value }) => rangeOf(document, value));
}
