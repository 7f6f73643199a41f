import * as vscode from "vscode";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import { SnippetCompletions } from "./snippetCompletions";

/** Completes documented pieces of a configuration where they belong. */
export function registerSnippets(): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    configurationDocuments,
    new SnippetCompletions(),
    '"',
  );
}
