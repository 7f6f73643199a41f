import { asWritten } from "./documentText";
import * as vscode from "vscode";
import { connectorKey, type ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import { KeyedQueue } from "../../../platform/keyedQueue";
import { joinDocuments } from "../connectorDocuments";
import {
  configurationTabs,
  openDocuments,
  connectorRefOf,
  type ConfigurationTab,
} from "./configurationDocuments";

/**
 * Keeps one document for each connector. The name in a document's URI is the one that the connector had when
 * its tab was first opened: a tab that comes back under another one gives way to the document that is open.
 */
export function joinTabs(configurations: Pick<Configurations, "loaded">): vscode.Disposable {
  const joining = new KeyedQueue();
  const join = (ref: ConnectorRef) =>
    openDocuments(ref).length < 2
      ? undefined
      : joining.run(connectorKey(ref), () => closeRedundant(configurations, ref));
  const joinOf = ({ uri }: vscode.TextDocument) => {
    const ref = connectorRefOf(uri);
    if (ref) {
      void join(ref);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(joinOf),
    // An edit that kept two apart was given up, or what was published came to the other one.
    vscode.workspace.onDidChangeTextDocument(
      ({ document }) => document.isDirty || joinOf(document),
    ),
    // A document is told of before the tab that shows it.
    vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      const tabs = new Set([...opened, ...changed]);
      for (const { tab, ref } of configurationTabs()) {
        if (tabs.has(tab)) {
          void join(ref);
        }
      }
    }),
  );
}

async function closeRedundant(
  configurations: Pick<Configurations, "loaded">,
  ref: ConnectorRef,
): Promise<void> {
  const bytes = configurations.loaded(ref)?.bytes;
  const loaded = bytes && new TextDecoder().decode(bytes);
  const { main, redundant } = joinDocuments(
    openDocuments(ref),
    ({ document }) => asWritten(document.getText()) === loaded,
  );
  const uris = new Set(redundant.map(({ document }) => document.uri.toString()));
  for (const found of configurationTabs().filter(({ uri }) => uris.has(uri.toString()))) {
    if (main) {
      await replaceTab(found, main.document.uri);
    }
  }
}

async function replaceTab({ tab, original }: ConfigurationTab, uri: vscode.Uri): Promise<void> {
  const { isActive, isPreview, label, group } = tab;
  if (tab.isDirty) {
    return;
  }
  if (isActive) {
    const { viewColumn } = group;
    const options = { viewColumn, preserveFocus: !group.isActive, preview: isPreview };
    await (original
      ? vscode.commands.executeCommand("vscode.diff", original, uri, label, options)
      : vscode.commands.executeCommand("vscode.open", uri, options));
  }
  await Promise.resolve(vscode.window.tabGroups.close(tab, true)).catch(() => undefined); // gone by now
}
