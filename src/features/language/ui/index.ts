import * as vscode from "vscode";
import { languageCommands } from "../../../manifest";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { configurationDocuments } from "../../configurations/ui/documents";
import { copyRuntimeFieldId, ReportTypeSymbols, RuntimeIdHover } from "./outline";

/** What the editor knows of the parts of a configuration: the outline, and the runtime IDs of fields. */
export function registerLanguage({ notifier }: { readonly notifier: Notifier }): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerHoverProvider(configurationDocuments, new RuntimeIdHover()),
    languages.registerDocumentSymbolProvider(configurationDocuments, new ReportTypeSymbols(), {
      label: "Supermetrics",
    }),
    registerCommands(notifier, languageCommands, () => ({ copyRuntimeFieldId })),
  );
}
