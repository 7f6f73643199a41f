import * as vscode from "vscode";
import { CheckFixes } from "./checkFixes";
import { configurationDocuments, type CheckDiagnostics } from "./checkDiagnostics";
import { NamedSchema } from "./namedSchema";
import { ReportTypeSymbols, RuntimeIdHover } from "./reportTypeSymbols";
import { SnippetCompletions } from "./snippetCompletions";

/** What helps while a configuration is written. */
export function registerAuthoring(checks: CheckDiagnostics): vscode.Disposable {
  const { languages, CodeActionKind } = vscode;
  const documents = configurationDocuments;
  const named = new NamedSchema();
  const quickFixes = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    checks,
    named,
    languages.registerCodeActionsProvider(documents, named, quickFixes),
    languages.registerCodeActionsProvider(documents, new CheckFixes(checks), quickFixes),
    languages.registerCompletionItemProvider(documents, new SnippetCompletions(), '"'),
    languages.registerHoverProvider(documents, new RuntimeIdHover()),
    languages.registerDocumentSymbolProvider(documents, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
  );
}
