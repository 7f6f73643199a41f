import * as vscode from "vscode";
import { commandIds, previewCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { AccountStorage } from "../../../platform/storage/accountStorage";
import type { SecretStorage } from "../../../platform/storage/secretStorage";
import { lazy } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import type { RowsView } from "../../rows/ui/rowsView";
import { parsePreviewKey } from "../previewKey";
import { PreviewMemory } from "../previewMemory";
import { TestValueStore } from "../testValueStore";
import type { PreviewParts } from "./previewCommands";

/** What the feature needs of the platform and of other features. */
export interface PreviewFeatureParts {
  readonly connectors: { readonly targets: Pick<ConnectorTargets, "ofDocument"> };
  readonly rows: { readonly view: Pick<RowsView, "show" | "onDidAskAgain"> };
  readonly storage: AccountStorage;
  readonly secrets: SecretStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** Previews of requests as they stand in the editor. Nothing of it goes to the service. */
export function registerPreview(parts: PreviewFeatureParts): vscode.Disposable {
  const { storage, secrets, prompts, notifier } = parts;
  const { view } = parts.rows;
  const memory = new PreviewMemory();
  storage.forgetAlso(async () => memory.forget());
  const store = new TestValueStore(storage, secrets);
  const shared: PreviewParts = {
    store,
    memory,
    targets: parts.connectors.targets,
    prompts,
    notifier,
    show: (result) => view.show(result),
  };
  const loaded: vscode.Disposable[] = [];
  /** With the first command: nothing of it is needed before. */
  const load = lazy(async () => {
    const [{ previewHandlers }, { PreviewDiagnostics }] = await Promise.all([
      import("./previewCommands"),
      import("./previewDiagnostics"),
    ]);
    loaded.push(new PreviewDiagnostics(memory));
    return previewHandlers(shared);
  });
  const run =
    (name: keyof typeof previewCommands) =>
    async (...args: readonly unknown[]) =>
      (await load())[name](...args);
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(configurationDocuments, {
      provideCodeLenses: async (document) =>
        (await import("./previewCodeLens")).previewLenses(document),
    }),
    vscode.languages.registerCompletionItemProvider(
      configurationDocuments,
      {
        provideCompletionItems: async (document, position) =>
          memory.isEmpty
            ? []
            : (await import("./pathSuggestions")).pathCompletions(memory, document, position),
      },
      "$",
      ".",
      "[",
    ),
    vscode.languages.registerHoverProvider(configurationDocuments, {
      provideHover: async (document, position) =>
        memory.isEmpty
          ? undefined
          : (await import("./pathSuggestions")).pathHover(memory, document, position),
    }),
    registerCommands(notifier, previewCommands, () => ({
      previewReportType: run("previewReportType"),
      previewSavedResponse: run("previewSavedResponse"),
      addFieldsFromResponse: run("addFieldsFromResponse"),
      saveResponseSample: run("saveResponseSample"),
      changeTestValues: run("changeTestValues"),
      forgetTestValues: run("forgetTestValues"),
    })),
    view.onDidAskAgain((key) => {
      const preview = parsePreviewKey(key);
      return (
        preview &&
        vscode.commands.executeCommand(
          commandIds.previewReportType,
          vscode.Uri.parse(preview.document, true),
          preview.target,
        )
      );
    }),
    { dispose: () => vscode.Disposable.from(...loaded).dispose() },
  );
}
