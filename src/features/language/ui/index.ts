import * as vscode from "vscode";
import { languageCommands } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import { IdNavigation } from "./idNavigation";
import { IdRename } from "./idRename";
import { copyRuntimeFieldId, ReportTypeSymbols, RuntimeIdHover } from "./outline";
import { MemberHover } from "./memberHover";
import { PlaceholderHover } from "./placeholderHover";
import {
  PlaceholderSuggestions,
  placeholderTriggers,
  suggestSecrets,
} from "./placeholderSuggestions";
import { ValueSuggestions, valueTriggers } from "./valueSuggestions";

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
  const navigation = new IdNavigation();
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(
      configurationDocuments,
      new PlaceholderSuggestions(checks),
      ...placeholderTriggers,
    ),
    languages.registerCompletionItemProvider(
      configurationDocuments,
      new ValueSuggestions(checks),
      ...valueTriggers,
    ),
    languages.registerHoverProvider(configurationDocuments, new RuntimeIdHover()),
    languages.registerHoverProvider(configurationDocuments, new PlaceholderHover(checks)),
    languages.registerDocumentSymbolProvider(configurationDocuments, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
    languages.registerHoverProvider(configurationDocuments, new MemberHover()),
    languages.registerDefinitionProvider(configurationDocuments, navigation),
    languages.registerReferenceProvider(configurationDocuments, navigation),
    languages.registerDocumentHighlightProvider(configurationDocuments, navigation),
    languages.registerRenameProvider(configurationDocuments, new IdRename(checks)),
    registerCommands(notifier, languageCommands, () => ({
      copyRuntimeFieldId,
      suggestSecrets: (uri) => suggestSecrets(checks, uri),
    })),
  );
}
