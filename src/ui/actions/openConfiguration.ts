import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../api/connectors";
import type { Configurations } from "../../core/configurations";
import type { ConnectorStore } from "../../core/connectorStore";
import type { Account } from "../../core/memory";
import { connectorsViewId } from "../../manifest";
import { documentUri, openDocument } from "../configurationFileSystem";

export interface OpenParts {
  readonly configurations: Configurations;
  readonly store: ConnectorStore;
}

/** Opens a connector's configuration, or shows the tab that has it. Throws why it cannot be loaded. */
export async function openConfiguration(
  { configurations, store }: OpenParts,
  account: Account,
  connector: Connector,
): Promise<void> {
  const ref = { ...account, identifier: connector.identifier };
  const open = openDocument(ref);
  if (!open) {
    // Loaded here first, because the editor would show an error of its own wording.
    await vscode.window.withProgress(
      { location: { viewId: connectorsViewId }, title: l10n.t("Opening {0}", connector.name) },
      () => configurations.load(ref),
    );
  }
  await vscode.window.showTextDocument(open?.uri ?? documentUri(account, connector));
  await store.touch(connector.identifier);
}
