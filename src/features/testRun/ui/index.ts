import * as vscode from "vscode";
import { testRunCommands } from "../../../manifest";
import type { Prompts } from "../../../platform/flow/prompts";
import type { AccountStorage } from "../../../platform/storage/accountStorage";
import { lazy } from "../../../platform/lazy";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { ConfigurationsService } from "../../configurations/ui";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorsService } from "../../connectors/ui";
import type { Rows } from "../../rows/ui";
import { TestRunMemory } from "../testRunChoices";
import { parseTestRunKey } from "../testRunKey";
import type { makeTestRuns } from "./makeTestRuns";

/** What the feature needs of the platform and of other features. */
export interface TestRunFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "send" | "beforeLeaving">;
  readonly connectors: ConnectorsService;
  readonly configurations: Pick<ConfigurationsService, "load">;
  readonly storage: AccountStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  readonly rows: Pick<Rows, "load" | "forgetLast" | "onDidAskAgain" | "onDidAskFirst">;
}

/** Test runs: the published connector, run by the service. */
export function registerTestRun(parts: TestRunFeatureParts): vscode.Disposable {
  const { connectors, rows, storage, notifier } = parts;
  const memory = new TestRunMemory(storage);
  const loaded: vscode.Disposable[] = [];
  let made: ReturnType<typeof makeTestRuns> | undefined;
  /** With the first command: nothing of it is needed before. */
  const handlers = lazy(async () => {
    const [module, view] = await Promise.all([import("./makeTestRuns"), rows.load()]);
    made = module.makeTestRuns({ ...parts, memory, view });
    loaded.push(made.disposable);
    return made.handlers;
  });
  const failed = (error: unknown) => notifier.failed(error);
  storage.forgetAlso(async () => {
    rows.forgetLast();
    made?.handlers.forgetChoices();
  });
  parts.account.beforeLeaving(async (leaving) => made?.leave(leaving));
  connectors.publisher.onDidPublish(async ({ ref, change, publication }) => {
    if (change.configuration && publication.kind === "published" && memory.choices(ref)) {
      if (!made?.isPublishing(ref)) {
        (await handlers()).published(ref);
      }
    }
  });
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(configurationDocuments, {
      onDidChangeCodeLenses: connectors.contributions.onDidChangeOwners,
      provideCodeLenses: async (document) => {
        const isConnectors = await connectors.contributions.connectorOf(document.uri);
        return isConnectors ? (await import("./testRunCodeLens")).testRunLenses(document) : [];
      },
    }),
    registerCommands(notifier, testRunCommands, () => ({
      testConnector: async (...args) => (await handlers()).testConnector(...args),
    })),
    rows.onDidAskAgain((key) =>
      parseTestRunKey(key)
        ? handlers()
            .then(({ again }) => again(key))
            .catch(failed)
        : undefined,
    ),
    rows.onDidAskFirst((document) =>
      handlers()
        .then(({ againFor }) => againFor(vscode.Uri.parse(document, true)))
        .catch(failed),
    ),
    { dispose: () => vscode.Disposable.from(...loaded).dispose() },
  );
}
