import * as vscode from "vscode";
import type { Connector } from "../api/connectors";
import {
  configurationUri,
  isSameConfiguration,
  parseConfigurationUri,
  type ConfigurationRef,
} from "../core/configurationPath";
import type { Documents } from "../core/configurations";
import type { ShownEntry } from "../core/logEntry";
import { logUri } from "../core/logPath";
import type { Account } from "../api/account";
import { configurationScheme, logScheme } from "../manifest";

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

/** The configurations that are open, each under whatever label. */
export function openConfigurations() {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const ref = refOf(document.uri);
    return ref && !document.isClosed ? [{ document, ref }] : [];
  });
}

/** Where a configuration is open, under whatever label. */
export function openDocument(wanted: ConfigurationRef): vscode.TextDocument | undefined {
  return openConfigurations().find(({ ref }) => isSameConfiguration(ref, wanted))?.document;
}

export const documents: Documents = {
  isOpen: (ref) => openDocument(ref) !== undefined,
  isDirty: (ref) => openDocument(ref)?.isDirty ?? false,
};
