import * as vscode from "vscode";
import type { Known } from "../check";
import { pageOf, type Level } from "../codes";
import { findingsIn, type PlacedFinding } from "../findings";
import type { Place } from "../../../platform/json/places";
import { configurationScheme, connectorFileEnding, settingIds } from "../../../manifest";
import { readLevels } from "./checkSettings";

/** Documents with configurations: those of the service, and files. */
export const configurationDocuments: vscode.DocumentSelector = [
  { scheme: configurationScheme },
  { pattern: `**/*${connectorFileEnding}` },
];

/** Nobody reads while they type. Milliseconds. */
const typingPause = 400;

/** What the checks say, in the Problems view and under the text. */
export class CheckDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("supermetrics.checks");
  private readonly found = new Map<string, readonly PlacedFinding[]>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listening: vscode.Disposable;

  /** @param known what the service has told about a document's connector */
  constructor(private readonly known: (uri: vscode.Uri) => Known) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.soon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.soon(document, typingPause)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.workspace.onDidChangeConfiguration(
        (event) =>
          (event.affectsConfiguration(settingIds.checksEnabled) ||
            event.affectsConfiguration(settingIds.checksLevels)) &&
          this.updateAll(),
      ),
    );
    this.updateAll();
  }

  /** Checks what is open, e.g. since secrets became known. */
  updateAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.soon(document, 0));
  }

  /** Checks a document now; gives what was found, the gravest first. Nothing where checks are switched off. */
  update(document: vscode.TextDocument): readonly PlacedFinding[] {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    const levels = readLevels();
    const text = document.getText();
    const findings = levels ? findingsIn(text, levels, this.known(document.uri)) : [];
    // What is being typed is not JSON at times: what was said before stays until it is again.
    if (findings) {
      this.found.set(key, findings);
      this.collection.set(
        document.uri,
        findings.map((finding) => diagnosticOf(document, finding)),
      );
    }
    return this.found.get(key) ?? [];
  }

  /** What was found last in a document. */
  of(document: vscode.TextDocument): readonly PlacedFinding[] {
    return this.found.get(document.uri.toString()) ?? [];
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.listening.dispose();
    this.collection.dispose();
  }

  private soon(document: vscode.TextDocument, delay: number): void {
    const key = document.uri.toString();
    const { languages, workspace } = vscode;
    // In what nobody can write, e.g. the committed side of a comparison, the same findings would stand again.
    const isWritable = workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    if (isWritable && languages.match(configurationDocuments, document) > 0) {
      clearTimeout(this.waiting.get(key));
      this.waiting.set(
        key,
        setTimeout(() => !document.isClosed && this.update(document), delay),
      );
    }
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.found.delete(uri.toString());
    this.collection.delete(uri);
  }
}

export function rangeOf(document: vscode.TextDocument, { offset, length }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

function diagnosticOf(document: vscode.TextDocument, finding: PlacedFinding): vscode.Diagnostic {
  const { code, level, text, place, related } = finding;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, place), text, severities[level]);
  diagnostic.source = "Supermetrics";
  diagnostic.code = { value: code, target: vscode.Uri.parse(pageOf(code)) };
  if (related) {
    const location = new vscode.Location(document.uri, rangeOf(document, related.place));
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(location, related.text),
    ];
  }
  if (code === "unusedUserInput" || code === "repeatedKey") {
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  }
  return diagnostic;
}

const severities: Readonly<Record<Level, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
