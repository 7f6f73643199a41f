import * as vscode from "vscode";
import { lazyMethods } from "../../../platform/lazy";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";

/** Completes documented pieces of a configuration where they belong. */
export function registerSnippets(): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    configurationDocuments,
    lazyMethods(
      async () => new (await import("./snippetCompletions")).SnippetCompletions(),
      "provideCompletionItems",
    ),
    '"',
  );
}
