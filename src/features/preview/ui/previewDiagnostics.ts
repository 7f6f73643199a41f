import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { isJson } from "../../../platform/json/parsedValue";
import { locate } from "../../../platform/json/places";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { previewFindings, type PreviewFinding } from "../previewFindings";
import type { PreviewMemory, RememberedPreview } from "../previewMemory";

/** A finding, and what stood at its place when it was made. */
interface Kept {
  readonly finding: PreviewFinding;
  readonly written: string;
  readonly at: number;
}

/** Nobody reads while they type. Milliseconds. */
const typingPause = 300;

/** What the last previews found, in the Problems view, until the text there is another. */
export class PreviewDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("supermetrics.preview");
  /** By document, then by target. */
  private readonly kept = new Map<string, Map<string, readonly Kept[]>>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listening: vscode.Disposable;

  constructor(memory: PreviewMemory) {
    this.listening = vscode.Disposable.from(
      memory.onDidChange((preview) => this.note(preview)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
    );
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.listening.dispose();
    this.collection.dispose();
  }

  private note({ document: uri, target, evaluation, at }: RememberedPreview): void {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const findings = evaluation ? previewFindings(evaluation) : [];
    if (!document) {
      return;
    }
    const written = textsAt(document.getText(), findings);
    const ofTargets = this.kept.get(uri) ?? new Map<string, readonly Kept[]>();
    ofTargets.set(
      target,
      findings.flatMap((finding, index) => {
        const text = written[index];
        return text === undefined ? [] : [{ finding, at, written: text }];
      }),
    );
    this.kept.set(uri, ofTargets);
    this.show(document);
  }

  private schedule(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.kept.has(key)) {
      clearTimeout(this.waiting.get(key));
      this.waiting.set(
        key,
        setTimeout(() => !document.isClosed && this.show(document), typingPause),
      );
    }
  }

  /** Findings whose text has changed are gone for good. While the text isn't JSON all stay. */
  private show(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const text = document.getText();
    const ofTargets = this.kept.get(key);
    if (!ofTargets || !isJson(text)) {
      return;
    }
    const diagnostics: vscode.Diagnostic[] = [];
    for (const [target, kept] of ofTargets) {
      const places = locate(
        text,
        kept.map(({ finding }) => finding.path),
      );
      const still = kept.filter((one, index) => {
        const place = places[index]?.value;
        const isSame =
          place !== undefined &&
          text.slice(place.offset, place.offset + place.length) === one.written;
        if (isSame) {
          diagnostics.push(diagnosticOf(one, rangeOf(document, place)));
        }
        return isSame;
      });
      ofTargets.set(target, still);
    }
    this.collection.set(document.uri, diagnostics);
  }

  private forget(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.kept.delete(uri.toString());
    this.collection.delete(uri);
  }
}

function textsAt(text: string, findings: readonly PreviewFinding[]): (string | undefined)[] {
  if (!isJson(text)) {
    return [];
  }
  return locate(
    text,
    findings.map(({ path }) => path),
  ).map(
    (located) =>
      located && text.slice(located.value.offset, located.value.offset + located.value.length),
  );
}

function diagnosticOf({ finding, at }: Kept, range: vscode.Range): vscode.Diagnostic {
  const time = new Date(at).toLocaleTimeString();
  const text = l10n.t("{0} (preview of {1})", finding.text, time);
  const severity =
    finding.level === "warning"
      ? vscode.DiagnosticSeverity.Warning
      : vscode.DiagnosticSeverity.Information;
  const diagnostic = new vscode.Diagnostic(range, text, severity);
  diagnostic.source = "Supermetrics";
  return diagnostic;
}
