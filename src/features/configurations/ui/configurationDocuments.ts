import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import { mainDocument, type ConnectorDocument, type EditorDocuments } from "../connectorDocuments";
import { configurationScheme, connectorFileEnding } from "../../../manifest";
import { configurationUri, parseConfigurationUri } from "../configurationUri";
import { isSameConnector, type ConnectorRef } from "../../../platform/connectorRef";
import { type Account } from "../../../platform/account";

/** Documents with configurations: those of the service, and files. */
export const configurationDocuments: vscode.DocumentSelector = [
  { scheme: configurationScheme },
  { pattern: `**/*${connectorFileEnding}` },
];

/** The document of a connector's configuration. */
export function documentUri(account: Account, connector: Connector): vscode.Uri {
  return vscode.Uri.from({ scheme: configurationScheme, ...configurationUri(account, connector) });
}

/** Whose configuration a URI of any scheme holds, if it holds one. */
export function connectorRefOf(uri: vscode.Uri): ConnectorRef | undefined {
  return uri.scheme === configurationScheme ? parseConfigurationUri(uri) : undefined;
}

/** A document of a configuration, under whatever label. */
export interface OpenConfiguration extends ConnectorDocument {
  readonly document: vscode.TextDocument;
  readonly ref: ConnectorRef;
}

/** The configurations that are open, each under whatever label. */
export function listOpenConfigurations(): readonly OpenConfiguration[] {
  const shown = new Set(configurationTabs().map(({ uri }) => uri.toString()));
  return vscode.workspace.textDocuments.flatMap((document) => {
    const { uri, isDirty, isClosed } = document;
    const ref = connectorRefOf(uri);
    return ref && !isClosed ? [{ document, ref, isDirty, isShown: shown.has(uri.toString()) }] : [];
  });
}

/** All documents of one configuration, each under another label. */
export function openDocuments(wanted: ConnectorRef): readonly OpenConfiguration[] {
  return listOpenConfigurations().filter(({ ref }) => isSameConnector(ref, wanted));
}

/** The document of a configuration that is worked with, under whatever label. */
export function openDocument(wanted: ConnectorRef): vscode.TextDocument | undefined {
  return mainDocument(openDocuments(wanted))?.document;
}

/** Another document of the configuration that holds another edit than this text. */
export function otherEdit(
  ref: ConnectorRef,
  uri: vscode.Uri,
  text: string,
): vscode.Uri | undefined {
  return openDocuments(ref)
    .filter(({ isDirty }) => isDirty)
    .map(({ document }) => document)
    .find((one) => one.uri.toString() !== uri.toString() && one.getText() !== text)?.uri;
}

/** Where a configuration is open: also in a tab whose document the editor loads when it is looked at. */
export function openUri(wanted: ConnectorRef): vscode.Uri | undefined {
  const tab = configurationTabs().find(({ ref }) => isSameConnector(ref, wanted));
  return openDocument(wanted)?.uri ?? tab?.uri;
}

/** A tab that shows a configuration, by itself or beside another document. */
export interface ConfigurationTab {
  readonly tab: vscode.Tab;
  readonly uri: vscode.Uri;
  readonly ref: ConnectorRef;
  /** What stands on its left, for a comparison. */
  readonly original: vscode.Uri | undefined;
}

/** The tabs of all groups that show a configuration, alone or beside something else. */
export function configurationTabs(): readonly ConfigurationTab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => configurationTab(tab) ?? []);
}

/** Undefined for a tab that shows something else. */
export function configurationTab(tab: vscode.Tab): ConfigurationTab | undefined {
  const { input } = tab;
  const isDiff = input instanceof vscode.TabInputTextDiff;
  const uri = isDiff
    ? input.modified
    : input instanceof vscode.TabInputText
      ? input.uri
      : undefined;
  const ref = uri && connectorRefOf(uri);
  return uri && ref && { tab, uri, ref, original: isDiff ? input.original : undefined };
}

/** Whether a connector's configuration is open in an editor, or has unpublished changes there. */
export const editorDocuments: EditorDocuments = {
  isOpen: (ref) => openDocuments(ref).some(({ isDirty, isShown }) => isDirty || isShown),
  isDirty: (ref) => openDocument(ref)?.isDirty ?? false,
};
