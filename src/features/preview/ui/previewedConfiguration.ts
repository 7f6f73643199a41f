import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { connectorKey } from "../../../platform/connectorRef";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { isJson } from "../../../platform/json/parsedValue";
import { plainText } from "../../../platform/words/plainText";
import { configurationDocuments } from "../../configurations/ui/configurationDocuments";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { previewTargets, previewTargetOf, type PreviewTarget } from "../previewTargets";

/** A configuration as it stands in the editor. */
export interface PreviewedConfiguration {
  readonly document: vscode.TextDocument;
  readonly configuration: unknown;
  /** What test values are kept for: the connector, or the file where it has none. */
  readonly key: string;
  /** Name of the connector or the file. */
  readonly owner: string;
}

/** The document that a command is about: that of a URI, or the active one; tells the person where it is none. */
export async function commandDocument(given: unknown): Promise<vscode.TextDocument | undefined> {
  const document =
    given instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(given)
      : vscode.window.activeTextEditor?.document;
  if (document && vscode.languages.match(configurationDocuments, document) > 0) {
    return document;
  }
  void vscode.window.showInformationMessage(l10n.t("Open a connector's configuration first."));
  return undefined;
}

/** The configuration of a document, with edits that aren't saved. Throws, in words for the person, where it isn't JSON. */
export async function configurationIn(
  document: vscode.TextDocument,
  targets: Pick<ConnectorTargets, "ofDocument">,
): Promise<PreviewedConfiguration> {
  const text = document.getText();
  if (!isJson(text)) {
    throw new Error(l10n.t("The configuration isn't valid JSON yet, so it can't be previewed."));
  }
  const target = await targets.ofDocument(document.uri);
  const fileName = document.uri.path.split("/").at(-1) ?? "";
  return {
    document,
    configuration: JSON.parse(text),
    key: target ? connectorKey(target.ref) : document.uri.toString(),
    owner: target?.connector.name ?? fileName.replace(/(\.connector)?\.json$/i, ""),
  };
}

/**
 * The request that a command is about: the named one, or one that the person picks.
 * @param kind of the requests to pick from; all where there is none
 * @returns undefined when the person cancels
 */
export async function pickTarget(
  prompts: Prompts,
  { configuration }: PreviewedConfiguration,
  given: unknown,
  kind?: PreviewTarget["kind"],
): Promise<PreviewTarget | undefined> {
  const named = typeof given === "string" ? previewTargetOf(configuration, given) : undefined;
  if (named) {
    return named;
  }
  const all = previewTargets(configuration).filter((one) => !kind || one.kind === kind);
  const [only] = all;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t("The configuration has no request that can be previewed yet."),
    );
    return undefined;
  }
  return all.length === 1
    ? only
    : pickOne(prompts, {
        title: l10n.t("Preview"),
        placeholder: l10n.t("Request to preview"),
        items: [...all]
          .toSorted((a, b) => Number(b.kind === "reportType") - Number(a.kind === "reportType"))
          .map((target) => ({
            label: plainText(target.title, 100) || "–",
            description: plainText(target.reportType?.id ?? "", 100),
            icon: target.kind === "reportType" ? "table" : "plug",
            value: target,
          })),
      });
}
