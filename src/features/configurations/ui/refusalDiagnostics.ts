import * as vscode from "vscode";
import { ApiError } from "../../../platform/http/errors";
import { placeInMessage } from "../../../platform/json/placeInMessage";
import { plainText } from "../../../platform/words/plainText";

/** What the service said against a configuration, at the place that it named, until the document changes. */
export class RefusalDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("supermetrics");
  private readonly listening = vscode.workspace.onDidChangeTextDocument(
    ({ document, contentChanges }) => contentChanges.length > 0 && this.clear(document.uri),
  );

  /**
   * Marks the place that the service named when it refused a configuration.
   * @param text what was sent
   */
  show(uri: vscode.Uri, text: string, error: unknown): void {
    if (!(error instanceof ApiError) || ![400, 422].includes(error.details.status)) {
      return;
    }
    const { code, description } = error.details;
    const place = placeInMessage(text, `${description ?? ""} ${error.message}`);
    const document = vscode.workspace.textDocuments.find(
      (one) => one.uri.toString() === uri.toString(),
    );
    if (place && document) {
      const { offset, length } = place;
      const range = new vscode.Range(
        document.positionAt(offset),
        document.positionAt(offset + length),
      );
      const message = plainText([error.message, description].filter(Boolean).join(" "));
      const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
      diagnostic.source = "Supermetrics";
      if (code) {
        diagnostic.code = plainText(code, 100);
      }
      this.collection.set(uri, [diagnostic]);
    }
  }

  /** Removes what the service refused in a document. */
  clear(uri: vscode.Uri): void {
    this.collection.delete(uri);
  }

  dispose(): void {
    this.listening.dispose();
    this.collection.dispose();
  }
}
