import { asWritten } from "./documentText";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import { connectorKey, isSameConnector, type ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../configurations";
import { KeyedQueue } from "../../../platform/keyedQueue";
import { joinDocuments, UneditedDocuments } from "../connectorDocuments";
import {
  configurationTabs,
  documentUri,
  openDocument,
  openDocuments,
  connectorRefOf,
  type ConfigurationTab,
  type OpenConfiguration,
} from "./configurationDocuments";

/**
 * Keeps one document for each connector. The name in a document's URI is the one that the connector had when
 * its tab was first opened: a tab that comes back under another one gives way to the document that is open.
 */
export function joinTabs(configurations: Pick<Configurations, "loaded">): vscode.Disposable {
  const joining = new KeyedQueue();
  const unedited = new UneditedDocuments<vscode.TextDocument>();
  const join = (ref: ConnectorRef) =>
    openDocuments(ref).length < 2
      ? undefined
      : joining.run(connectorKey(ref), () => closeRedundant(configurations, unedited, ref));
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
  unedited: UneditedDocuments<vscode.TextDocument>,
  ref: ConnectorRef,
): Promise<void> {
  const bytes = configurations.loaded(ref)?.bytes;
  const loaded = bytes && new TextDecoder().decode(bytes);
  const current = configurations.loaded(ref)?.connector;
  const label = current && documentUri(ref, current).toString();
  const isCurrent = ({ document }: OpenConfiguration) => document.uri.toString() === label;
  const { main, redundant } = joinDocuments(
    openDocuments(ref).toSorted((a, b) => Number(isCurrent(b)) - Number(isCurrent(a))),
    ({ document }) => unedited.has(document, asWritten(document.getText()) === loaded),
  );
  const uris = new Set(redundant.map(({ document }) => document.uri.toString()));
  for (const found of configurationTabs().filter(({ uri }) => uris.has(uri.toString()))) {
    if (main) {
      await replaceTab(found, main.document.uri);
    }
  }
}

/** Has the tabs that show a connector without changes be labelled by the name that it has now. */
export async function relabelTabs(ref: ConnectorRef, connector: Connector): Promise<void> {
  const uri = documentUri(ref, connector);
  for (const found of configurationTabs()) {
    const isOld = isSameConnector(found.ref, ref) && found.uri.toString() !== uri.toString();
    // Another tab could only be closed, and its document opened in front.
    if (isOld && found.tab.isActive && !openDocument(ref)?.isDirty) {
      await replaceTab(found, uri);
    }
  }
}

async function replaceTab(
  { tab, original, uri: before }: ConfigurationTab,
  uri: vscode.Uri,
): Promise<void> {
  const { isActive, isPreview, label, group } = tab;
  if (tab.isDirty) {
    return;
  }
  if (isActive) {
    const { viewColumn } = group;
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === before.toString(),
    );
    const options: vscode.TextDocumentShowOptions = {
      viewColumn,
      preserveFocus: !group.isActive,
      preview: isPreview,
      ...(shown && { selection: shown.selection }),
    };
    await (original
      ? vscode.commands.executeCommand("vscode.diff", original, uri, label, options)
      : vscode.commands.executeCommand("vscode.open", uri, options));
  }
  await Promise.resolve(vscode.window.tabGroups.close(tab, true)).catch(() => undefined); // gone by now
}
