import * as vscode from "vscode";
import { languageCommands } from "../../../manifest";
import { lazy, lazyMethods } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";

/** What opens the list while somebody types a placeholder. */
const placeholderTriggers = ["{", "."] as const;

/** What opens the list of values. */
const valueTriggers = ['"', ":"] as const;

/** What the feature needs. */
export interface LanguageParts {
  readonly checks: CheckDiagnostics;
  readonly notifier: Notifier;
}

/**
 * What the editor knows of the parts of a configuration: placeholders, the outline, the runtime IDs of fields, and
 * where IDs are defined and used.
 */
export function registerLanguage({ checks, notifier }: LanguageParts): vscode.Disposable {
  const { languages } = vscode;
  const load = lazy(async () => (await import("./languageProviders")).languageProviders(checks));
  const hover = (name: "runtimeIds" | "placeholderHover" | "memberHover") =>
    lazyMethods(async () => (await load())[name], "provideHover");
  const navigation = lazyMethods(
    async () => (await load()).navigation,
    "provideDefinition",
    "provideReferences",
    "provideDocumentHighlights",
  );
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(
      configurationDocuments,
      lazyMethods(async () => (await load()).placeholders, "provideCompletionItems"),
      ...placeholderTriggers,
    ),
    languages.registerCompletionItemProvider(
      configurationDocuments,
      lazyMethods(async () => (await load()).values, "provideCompletionItems"),
      ...valueTriggers,
    ),
    languages.registerHoverProvider(configurationDocuments, hover("runtimeIds")),
    languages.registerHoverProvider(configurationDocuments, hover("placeholderHover")),
    languages.registerDocumentSymbolProvider(
      configurationDocuments,
      lazyMethods(async () => (await load()).symbols, "provideDocumentSymbols"),
      { label: "Supermetrics" },
    ),
    languages.registerHoverProvider(configurationDocuments, hover("memberHover")),
    languages.registerDefinitionProvider(configurationDocuments, navigation),
    languages.registerReferenceProvider(configurationDocuments, navigation),
    languages.registerDocumentHighlightProvider(configurationDocuments, navigation),
    languages.registerRenameProvider(
      configurationDocuments,
      lazyMethods(async () => (await load()).rename, "prepareRename", "provideRenameEdits"),
    ),
    registerCommands(notifier, languageCommands, async () => (await load()).commands),
  );
}
