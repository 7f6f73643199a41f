import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import {
  configurationCommands,
  configurationScheme,
  contextKeys,
  mergeScheme,
  versionScheme,
} from "../../../manifest";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { Emitter } from "../../../platform/event";
import type { Prompts } from "../../../platform/flow/prompts";
import { lazy } from "../../../platform/lazy";
import type { AccountStorage, Storage } from "../../../platform/storage/accountStorage";
import type { FileStorage } from "../../../platform/storage/fileStorage";
import { registerCommands } from "../../../platform/ui/commands";
import { setContext } from "../../../platform/ui/contextKeys";
import { LazyFileSystem } from "../../../platform/ui/lazyFileSystem";
import type { Notifier } from "../../../platform/ui/notifier";
import type { AccountService } from "../../account/ui";
import type { ConnectorsService } from "../../connectors/ui";
import { configurationTabs, connectorRefOf } from "./configurationDocuments";
import { setDocumentLanguages } from "./documentLanguages";
import type { MadeConfigurations } from "./makeConfigurations";
import type { RestoreParts } from "./restoredMerges";

/** What the feature needs of the platform and of other features. */
export interface ConfigurationFeatureParts {
  readonly account: Pick<AccountService<unknown>, "session" | "teams" | "send" | "addLocalData">;
  readonly connectors: ConnectorsService;
  readonly storage: AccountStorage;
  readonly windowStorage: Storage;
  readonly files: FileStorage;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
}

/** The configurations of connectors, for the other features. */
export interface ConfigurationsService extends vscode.Disposable {
  /** Loads them. Throws `LoadError`. */
  readonly load: () => Promise<MadeConfigurations>;
  /** Has merges of files that a window had open before it was reloaded go to the feature that has the files. */
  completeFileMerges(complete: RestoreParts["completeFile"]): void;
}

/** Configurations as documents that are opened, edited and published, with their versions and conflicts. */
export function registerConfigurations(parts: ConfigurationFeatureParts): ConfigurationsService {
  const { connectors, notifier } = parts;
  const { publisher, contributions } = connectors;
  // Made at once: a sign-out forgets what it knows of.
  const unasked = parts.storage.texts("unasked");
  const statusChanged = new Emitter<ConnectorRef>();
  const versionChanged = new Emitter<vscode.Uri>();
  let completeFile: RestoreParts["completeFile"] | undefined;
  let made: MadeConfigurations | undefined;
  /** With the first document, command or publish. */
  const load = lazy(async () => {
    const { makeConfigurations } = await import("./makeConfigurations");
    made = makeConfigurations({
      ...parts,
      unasked,
      statusChanged: (ref) => statusChanged.fire(ref),
      completeFile: async (...merge) => completeFile?.(...merge),
    });
    made.documents.onDidChange((uri) => versionChanged.fire(uri));
    return made;
  });
  /** At once where they are loaded. */
  const withMade = async (act: (made: MadeConfigurations) => unknown): Promise<void> => {
    try {
      await act(made ?? (await load()));
    } catch (error) {
      notifier.failed(error, { tryAgain: () => withMade(act) });
    }
  };

  parts.account.addLocalData({
    isEmpty: async () => (await load()).versions.isEmpty(),
    remove: async () => (await load()).versions.removeAll(),
    kept: l10n.t("Versions of your configurations are still stored on this computer."),
    removeLabel: l10n.t("Delete Local Versions"),
    removed: l10n.t("Local versions deleted."),
  });
  contributions.addResolver(connectorRefOf);
  contributions.addStatus({
    onDidChange: statusChanged.event,
    statusOf: (ref) => made?.statusOf(ref),
    isEdited: (ref) => made?.isEdited(ref) ?? false,
  });
  publisher.onWillPublish((started) => withMade((all) => all.publishStarted(started)));
  publisher.onDidPublish((published) => withMade((all) => all.published(published)));
  connectors.onDidCreate((created) => withMade((all) => all.created(created)));
  connectors.onDidDelete((ref) => withMade((all) => all.deleted(ref)));

  const { window, workspace } = vscode;
  const isCaseSensitive = true;
  showActive(window.activeTextEditor);
  // What the editor restores from its own backup it need not ask for.
  const look = ({ uri }: vscode.TextDocument) => {
    if (isOurs(uri)) {
      void withMade(() => undefined);
    }
  };
  workspace.textDocuments.forEach(look);
  if (configurationTabs().length > 0) {
    void withMade(() => undefined);
  }
  const registrations = vscode.Disposable.from(
    setDocumentLanguages(),
    window.onDidChangeActiveTextEditor(showActive),
    workspace.onDidOpenTextDocument(look),
    workspace.registerFileSystemProvider(
      configurationScheme,
      new LazyFileSystem(async () => (await load()).fileSystem),
      { isCaseSensitive },
    ),
    workspace.registerFileSystemProvider(
      mergeScheme,
      new LazyFileSystem(async () => (await load()).merges),
      { isCaseSensitive },
    ),
    workspace.registerTextDocumentContentProvider(versionScheme, {
      onDidChange: versionChanged.event,
      provideTextDocumentContent: async (uri) =>
        (await load()).documents.provideTextDocumentContent(uri),
    }),
    registerCommands(notifier, configurationCommands, async () => (await load()).handlers()),
    { dispose: () => made?.dispose() },
  );
  return {
    load,
    completeFileMerges: (complete) => (completeFile = complete),
    dispose: () => registrations.dispose(),
  };
}

/** For the key that saves. */
function showActive(editor: vscode.TextEditor | undefined): void {
  const isConfiguration = editor?.document.uri.scheme === configurationScheme;
  setContext(contextKeys.configurationActive, isConfiguration);
}

function isOurs({ scheme }: vscode.Uri): boolean {
  return [configurationScheme, mergeScheme, versionScheme].includes(scheme);
}
