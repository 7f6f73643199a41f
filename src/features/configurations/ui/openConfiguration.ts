import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import type { Configurations } from "../configurations";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { Account } from "../../../platform/account";
import { commandIds, connectorsViewId } from "../../../manifest";
import { editorDocuments, documentUri, openDocument, openUri } from "./configurationDocuments";

/** A second click within this time is a double-click, in milliseconds: VS Code doesn't tell which one it was. */
const doubleClickTime = 500;

/** Tells which connectors are opened with a double-click, which keeps their tab as it does in VS Code's own lists. */
export class DoubleClicks {
  private last: { readonly identifier: string; readonly at: number } | undefined;

  /** To be called once each time. @returns how to open it */
  howToOpen({ identifier }: Connector): "preview" | "keep" {
    const at = performance.now();
    const { last } = this;
    this.last = { identifier, at };
    const isSecond = last?.identifier === identifier && at - last.at < doubleClickTime;
    return isSecond ? "keep" : "preview";
  }
}

/** What the opening of a configuration needs. */
export interface OpenParts {
  readonly configurations: Configurations;
  readonly store: ConnectorStore;
}

/**
 * Opens a connector's configuration, or shows the tab that has it. Throws why it cannot be loaded.
 * @param how whether the next document that is opened may take the tab
 */
export async function openConfiguration(
  { configurations, store }: OpenParts,
  account: Account,
  connector: Connector,
  how: "preview" | "keep" = "preview",
): Promise<void> {
  const ref = { ...account, identifier: connector.identifier };
  const openUnderAnyName = openUri(ref);
  if (!editorDocuments.isOpen(ref)) {
    if (openDocument(ref)) {
      configurations.expire(ref); // the editor keeps it since something was done without a tab
    }
    // Loaded here first, because the editor would show an error of its own wording.
    await vscode.window.withProgress(
      { location: { viewId: connectorsViewId }, title: l10n.t("Opening {0}", connector.name) },
      () => configurations.load(ref),
    );
  }
  // Unlike `showTextDocument`, this does not keep the document alive after its tab was closed: opened
  // again, it is loaded again.
  await vscode.commands.executeCommand(
    "vscode.open",
    openUnderAnyName ?? documentUri(account, connector),
    {
      preview: how === "preview",
    },
  );
  await store.markUsed(connector.identifier);
}

/** Says that a command needs a configuration in an editor, and offers to open one. */
export async function askToOpenConfiguration(): Promise<void> {
  const open = l10n.t("Open Configuration…");
  const message = l10n.t("Open a connector configuration first.");
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand(commandIds.openConfiguration);
  }
}
