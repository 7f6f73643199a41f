import * as vscode from "vscode";
import { configurationUri, parseConfigurationUri } from "../configurationUri";
import { isSameConnector, type ConnectorRef } from "../../../platform/connectorRef";
import { formatConfiguration } from "../../../platform/json/format";
import { versionId } from "../../../platform/json/tokens";
import type { Versions } from "../versions";
import { versionScheme } from "../../../manifest";

/** In place of the ID of a version: whatever is published. */
const publishedQuery = "published";

/** Versions of configurations as read-only documents, for comparing. */
export class VersionDocuments implements vscode.TextDocumentContentProvider {
  /** Texts by URI, for the documents that are or will be open: a version may not be kept any more. */
  private readonly texts = new Map<string, string>();

  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  /** @param published the text that the service has, for what a window had open before it was reloaded */
  constructor(
    private readonly versions: Pick<Versions, "text">,
    private readonly published: (ref: ConnectorRef) => Promise<string>,
  ) {}

  /**
   * The document of a version.
   * @param name the connector's, for the label where no title is given
   */
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

  /**
   * The document of what is published, which changes when something else is.
   * @param text what the service has now
   */
  publishedUri(ref: ConnectorRef, name: string, text: string): vscode.Uri {
    const uri = this.uri(ref, name, text).with({ query: publishedQuery });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  /** The service has this now. */
  follow(ref: ConnectorRef, text: string): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      const shown =
        uri.scheme === versionScheme && uri.query === publishedQuery && parseConfigurationUri(uri);
      if (shown && isSameConnector(shown, ref)) {
        this.texts.set(uri.toString(), text);
        this.changed.fire(uri);
      }
    }
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const ref = parseConfigurationUri(uri);
    const text = this.texts.get(uri.toString()) ?? (ref && (await this.kept(ref, uri.query)));
    return text === undefined ? undefined : new TextDecoder().decode(formatConfiguration(text));
  }

  private kept(ref: ConnectorRef, query: string): Promise<string | undefined> {
    return query === publishedQuery ? this.published(ref) : this.versions.text(ref, query);
  }

  /** A document of whatever scheme was closed. */
  closed(uri: vscode.Uri): void {
    this.texts.delete(uri.toString());
  }
}

/** Shows two documents side by side, what was before on the left. @param preserveFocus whether the focus stays where it is */
export async function showDiff(
  left: vscode.Uri,
  right: vscode.Uri,
  title: string,
  preserveFocus = false,
): Promise<void> {
  const options = { preview: true, preserveFocus };
  await vscode.commands.executeCommand("vscode.diff", left, right, title, options);
}
