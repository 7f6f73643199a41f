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
import type { RunResult } from "../../rows/runResult";
import type { Rows } from "../../rows/ui";
import { parsePreviewKey } from "../previewKey";
import { TestValueStore } from "../testValueStore";
import type { MadePreviews } from "./makePreviews";

/** What the feature needs of the platform and of other features. */
export interface PreviewFeatureParts {
  readonly connectors: { readonly targets: Pick<ConnectorTargets, "ofDocument"> };
  readonly rows: Pick<Rows, "load" | "onDidAskAgain">;
  readonly storage: AccountStorage;
  readonly secrets: SecretStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** Previews of requests as they stand in the editor. Nothing of it goes to the service. */
export function registerPreview(parts: PreviewFeatureParts): vscode.Disposable {
  const { rows, storage, secrets, prompts, notifier } = parts;
  const { targets } = parts.connectors;
  const store = new TestValueStore(storage, secrets);
  let made: MadePreviews | undefined;
  /** With the first command: nothing of it is needed before. */
  const load = lazy(async () => {
    const [{ makePreviews }, view] = await Promise.all([import("./makePreviews"), rows.load()]);
    const show = (result: RunResult) => view.show(result);
    made = makePreviews({ store, targets, prompts, notifier, show });
    return made;
  });
  /** Of what was previewed, where anything was. */
  const remembered = () => (made?.memory.isEmpty === false ? made.memory : undefined);
  storage.forgetAlso(async () => made?.memory.forget());
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(configurationDocuments, {
      provideCodeLenses: async (document) =>
        (await import("./previewCodeLens")).previewLenses(document),
    }),
    vscode.languages.registerCompletionItemProvider(
      configurationDocuments,
      {
        provideCompletionItems: async (document, position) => {
          const memory = remembered();
          return memory
            ? (await import("./pathSuggestions")).pathCompletions(memory, document, position)
            : [];
        },
      },
      "$",
      ".",
      "[",
    ),
    vscode.languages.registerHoverProvider(configurationDocuments, {
      provideHover: async (document, position) => {
        const memory = remembered();
        return memory && (await import("./pathSuggestions")).pathHover(memory, document, position);
      },
    }),
    registerCommands(notifier, previewCommands, async () => (await load()).handlers),
    rows.onDidAskAgain((key) => {
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
    { dispose: () => made?.dispose() },
  );
}
