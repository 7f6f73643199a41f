import * as vscode from "vscode";
import { testRunCommands } from "../../../manifest";
import type { Event } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Send } from "../../../platform/http/send";
import type { AccountStorage } from "../../../platform/storage/accountStorage";
import { registerCommands } from "../../../platform/ui/commands";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Session } from "../../account/session";
import type { Configurations } from "../../configurations/configurations";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorsService } from "../../connectors/ui";
import type { RunResult } from "../../rows/runResult";
import { TestRunMemory } from "../testRunChoices";
import { parseTestRunKey } from "../testRunKey";

export interface TestRunFeatureParts {
  readonly session: Session;
  readonly send: Send;
  readonly connectors: ConnectorsService;
  readonly configurations: Pick<Configurations, "load">;
  readonly storage: AccountStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  readonly view: {
    show(result: RunResult): void;
    started(document: string, key: string): void;
    forgetLast(): void;
    /** Gives the key of the rows that are asked for again. */
    readonly onDidAskAgain: Event<string>;
    /** Gives the URI of a document that is to be run, of which no rows were asked for yet. */
    readonly onDidAskFirst: Event<string>;
  };
}

/** Test runs: the published connector, run by the service. */
export function registerTestRun(parts: TestRunFeatureParts): vscode.Disposable {
  const { connectors, storage, notifier, view } = parts;
  const memory = new TestRunMemory(storage);
  const loaded: vscode.Disposable[] = [];
  let loading: ReturnType<typeof load> | undefined;
  /** With the first command: nothing of it is needed before. */
  const load = async () => {
    const { makeTestRuns } = await import("./makeTestRuns");
    const { handlers, isPublishing, disposable } = makeTestRuns({ ...parts, memory });
    loaded.push(disposable);
    return { handlers, isPublishing };
  };
  const handlers = async () => (await (loading ??= load())).handlers;
  const failed = (error: unknown) => notifier.failed(error);
  storage.forgetAlso(async () => {
    view.forgetLast();
    if (loading) {
      (await handlers()).forgetChoices();
    }
  });
  connectors.publisher.onDidPublish(async ({ ref, change, publication }) => {
    if (change.configuration && publication.kind === "published" && memory.choices(ref)) {
      const isFollowedByTest = loading && (await loading).isPublishing(ref);
      if (!isFollowedByTest) {
        (await handlers()).published(ref);
      }
    }
  });
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(configurationDocuments, {
      provideCodeLenses: async (document) => {
        const isConnectors = await connectors.contributions.connectorOf(document.uri);
        return isConnectors ? (await import("./testRunCodeLens")).testRunLenses(document) : [];
      },
    }),
    registerCommands(notifier, testRunCommands, () => ({
      testConnector: async (...args) => (await handlers()).testConnector(...args),
    })),
    view.onDidAskAgain(async (key) => {
      if (parseTestRunKey(key)) {
        await (await handlers()).again(key).catch(failed);
      }
    }),
    view.onDidAskFirst(async (document) => {
      await (await handlers()).againFor(vscode.Uri.parse(document, true)).catch(failed);
    }),
    { dispose: () => vscode.Disposable.from(...loaded).dispose() },
  );
}
