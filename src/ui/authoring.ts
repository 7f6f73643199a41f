import * as vscode from "vscode";
import { CheckFixes } from "./checkFixes";
import { configurationDocuments, type CheckDiagnostics } from "./checkDiagnostics";
import { ReportTypeSymbols, RuntimeIdHover } from "./reportTypeSymbols";

/** What helps while a configuration is written. */
export function registerAuthoring(checks: CheckDiagnostics): vscode.Disposable {
  const { languages, CodeActionKind } = vscode;
  const documents = configurationDocuments;
  return vscode.Disposable.from(
    checks,
    languages.registerCodeActionsProvider(documents, new CheckFixes(checks), {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
    languages.registerHoverProvider(documents, new RuntimeIdHover()),
    languages.registerDocumentSymbolProvider(documents, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
  );
}
