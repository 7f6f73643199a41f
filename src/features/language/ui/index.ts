import * as vscode from "vscode";
import { languageCommands } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import { copyRuntimeFieldId, ReportTypeSymbols, RuntimeIdHover } from "./outline";
import { PlaceholderHover } from "./placeholderHover";
import {
  PlaceholderSuggestions,
  placeholderTriggers,
  suggestSecrets,
} from "./placeholderSuggestions";

export interface LanguageParts {
  readonly checks: CheckDiagnostics;
  readonly notifier: Notifier;
}

/** What the editor knows of the parts of a configuration: placeholders, the outline, and the runtime IDs of fields. */
export function registerLanguage({ checks, notifier }: LanguageParts): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(
      configurationDocuments,
      new PlaceholderSuggestions(checks),
      ...placeholderTriggers,
    ),
    languages.registerHoverProvider(configurationDocuments, new RuntimeIdHover()),
    languages.registerHoverProvider(configurationDocuments, new PlaceholderHover(checks)),
    languages.registerDocumentSymbolProvider(configurationDocuments, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
    registerCommands(notifier, languageCommands, () => ({
      copyRuntimeFieldId,
      suggestSecrets: (uri) => suggestSecrets(checks, uri),
    })),
  );
}
