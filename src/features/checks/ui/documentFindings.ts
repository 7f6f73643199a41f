import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { pageOf, type Level } from "../checkDefinitions";
import { checkText, type PlacedFinding } from "../checkText";
import type { CheckContext } from "../runChecks";
import { withoutOverlap, type JsonDiagnostic } from "../schemaOverlap";
import { readLevels } from "./checkSettings";

/** As the Problems view names it. */
const ownSource = "Supermetrics";

/**
 * Checks a document by the person's settings.
 * @returns the gravest first, nothing where checks are switched off; undefined where the text is not JSON
 */
export function findingsIn(
  document: vscode.TextDocument,
  context: CheckContext,
): readonly PlacedFinding[] | undefined {
  const levels = readLevels();
  return levels ? checkText(document.getText(), levels, context) : [];
}

/** The findings that the editor's JSON support doesn't report as well. */
export function shownOf(
  document: vscode.TextDocument,
  findings: readonly PlacedFinding[],
): readonly PlacedFinding[] {
  return withoutOverlap(findings, reportedByOthers(document));
}

function reportedByOthers(document: vscode.TextDocument): JsonDiagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source !== ownSource)
    .map(({ range, message, code }) => ({
      offset: document.offsetAt(range.start),
      text: message,
      code: typeof code === "object" ? code.value : code,
    }));
}

/** A finding as the editor shows it. */
export function diagnosticOf(
  document: vscode.TextDocument,
  finding: PlacedFinding,
): vscode.Diagnostic {
  const { code, level, text, place, related } = finding;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, place), text, severities[level]);
  diagnostic.source = ownSource;
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
