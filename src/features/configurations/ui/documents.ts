import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import {
  configurationUri,
  isSameConfiguration,
  parseConfigurationUri,
  type ConfigurationRef,
} from "../../../platform/connectorRef";
import type { ShownEntry } from "../../logs/logEntry";
import { logUri } from "../../logs/logUri";
import { mainDocument, type HeldDocument, type Documents } from "../sameConnector";
import type { Account } from "../../../platform/account";
import { configurationScheme, logScheme } from "../../../manifest";

export function documentUri(account: Account, connector: Connector): vscode.Uri {
  return vscode.Uri.from({ scheme: configurationScheme, ...configurationUri(account, connector) });
}

export function logDocumentUri(ref: ConfigurationRef, entry: ShownEntry): vscode.Uri {
  return vscode.Uri.from({ scheme: logScheme, ...logUri(ref, entry) });
}

/** Whose configuration a URI of any scheme holds, if it holds one. */
export function refOf(uri: vscode.Uri): ConfigurationRef | undefined {
  return uri.scheme === configurationScheme ? parseConfigurationUri(uri) : undefined;
}

/** A document of a configuration, under whatever label. */
export interface OpenConfiguration extends HeldDocument {
  readonly document: vscode.TextDocument;
  readonly ref: ConfigurationRef;
}

/** The configurations that are open, each under whatever label. */
export function openConfigurations(): readonly OpenConfiguration[] {
  const shown = new Set(configurationTabs().map(({ uri }) => uri.toString()));
  return vscode.workspace.textDocuments.flatMap((document) => {
    const { uri, isDirty, isClosed } = document;
    const ref = refOf(uri);
    return ref && !isClosed ? [{ document, ref, isDirty, isShown: shown.has(uri.toString()) }] : [];
  });
}

/** All documents of one configuration, each under another label. */
export function openDocuments(wanted: ConfigurationRef): readonly OpenConfiguration[] {
  return openConfigurations().filter(({ ref }) => isSameConfiguration(ref, wanted));
}

/** The document of a configuration that is worked with, under whatever label. */
export function openDocument(wanted: ConfigurationRef): vscode.TextDocument | undefined {
  return mainDocument(openDocuments(wanted))?.document;
}

/** Another document of the configuration that holds another edit than this text. */
export function otherEdit(
  ref: ConfigurationRef,
  uri: vscode.Uri,
  text: string,
): vscode.Uri | undefined {
  return openDocuments(ref)
    .filter(({ isDirty }) => isDirty)
    .map(({ document }) => document)
    .find((one) => one.uri.toString() !== uri.toString() && one.getText() !== text)?.uri;
}

/** Where a configuration is open: also in a tab whose document the editor loads when it is looked at. */
export function openUri(wanted: ConfigurationRef): vscode.Uri | undefined {
  const tab = configurationTabs().find(({ ref }) => isSameConfiguration(ref, wanted));
  return openDocument(wanted)?.uri ?? tab?.uri;
}

/** A tab that shows a configuration, by itself or beside another document. */
export interface ConfigurationTab {
  readonly tab: vscode.Tab;
  readonly uri: vscode.Uri;
  readonly ref: ConfigurationRef;
  /** What stands on its left, for a comparison. */
  readonly original: vscode.Uri | undefined;
}

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
  const ref = uri && refOf(uri);
  return uri && ref && { tab, uri, ref, original: isDiff ? input.original : undefined };
}

export const documents: Documents = {
  isOpen: (ref) => openDocuments(ref).some(({ isDirty, isShown }) => isDirty || isShown),
  isDirty: (ref) => openDocument(ref)?.isDirty ?? false,
};
