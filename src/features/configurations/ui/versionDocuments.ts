import * as vscode from "vscode";
import { configurationUri, parseConfigurationUri } from "../configurationUri";
import { type ConnectorRef } from "../../../platform/connectorRef";
import { formatConfiguration } from "../../../platform/json/format";
import { versionId } from "../../../platform/json/tokens";
import type { Versions } from "../versions";
import { versionScheme } from "../../../manifest";

/** Versions of configurations as read-only documents, for comparing. */
export class VersionDocuments implements vscode.TextDocumentContentProvider {
  /** Texts by URI, for the documents that are or will be open: a version may not be kept any more. */
  private readonly texts = new Map<string, string>();

  constructor(private readonly versions: Pick<Versions, "text">) {}

  /** @param name the connector's, for the label where no title is given */
  uri(ref: ConnectorRef, name: string, text: string): vscode.Uri {
    const connector = { identifier: ref.identifier, name };
    const uri = vscode.Uri.from({
      scheme: versionScheme,
      ...configurationUri(ref, connector),
      query: versionId(text),
    });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const ref = parseConfigurationUri(uri);
    const text =
      this.texts.get(uri.toString()) ?? (ref && (await this.versions.text(ref, uri.query)));
    return text === undefined ? undefined : new TextDecoder().decode(formatConfiguration(text));
  }

  /** A document of whatever scheme was closed. */
  closed(uri: vscode.Uri): void {
    this.texts.delete(uri.toString());
  }
}

/** Shows two documents side by side, what was before on the left. */
export async function showDiff(left: vscode.Uri, right: vscode.Uri, title: string): Promise<void> {
  await vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: true });
}
