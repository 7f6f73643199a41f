import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../../configurations/configurations";
import type { ConnectorStore } from "../../connectors/connectorStore";
import type { Link } from "../fileLinks";
import { plainText } from "../../../platform/words/plainText";
import type { StoredConnector } from "../../connectors/storedConnector";
import { versionId } from "../../../platform/json/tokens";
import { pathOf } from "../../../platform/ui/workspaceFiles";
import type { LinkedFiles } from "./linkedFiles";

/** What it takes to find out which connector a file belongs to. */
export interface FileTargetParts {
  readonly configurations: Pick<Configurations, "read">;
  readonly files: Pick<LinkedFiles, "link" | "isUncertain" | "confirmLink">;
  readonly store: Pick<ConnectorStore, "find">;
  /** Asks which connector a file belongs to that none is known of; undefined when the person cancels. */
  readonly choose: (file: vscode.Uri) => Promise<ConnectorRef | undefined>;
}

/** What a file is published to. */
export interface FileTarget {
  readonly link: Link;
  /** What is published now, where it had to be asked for. */
  readonly stored?: StoredConnector;
}

/**
 * The connector that a file belongs to, or the one that the person picks for it. Throws `LinksError` where
 * the links can't be read, and what reading the connector throws.
 * @returns undefined when the person cancels
 */
export async function fileTargetOf(
  parts: FileTargetParts,
  file: vscode.Uri,
): Promise<FileTarget | undefined> {
  const { files, choose, configurations } = parts;
  const link = await files.link(file);
  const belongs = link && files.isUncertain(file) ? await askWhether(parts, file, link) : "linked";
  if (!belongs) {
    return undefined;
  }
  if (link && belongs === "linked") {
    return { link };
  }
  const ref = await choose(file);
  if (!ref) {
    return undefined;
  }
  // It never was a version of this connector: it is held against what is published now.
  const stored = await configurations.read(ref);
  return { link: { ref, version: versionId(stored.text), schemaAdded: false }, stored };
}

/** Asks whether a file that took the name of one that was removed belongs to the same connector. */
async function askWhether(
  { files, store }: FileTargetParts,
  file: vscode.Uri,
  { ref: { identifier } }: Link,
): Promise<"linked" | "other" | undefined> {
  const connector = plainText(store.find(identifier)?.name ?? identifier, 80);
  const use = l10n.t('Use "{0}"', connector);
  const choose = l10n.t("Select Another…");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Does "{0}" belong to the connector "{1}"?', pathOf(file), connector),
    {
      modal: true,
      detail: l10n.t(
        "A file with this name was linked to that connector and has been removed since.",
      ),
    },
    use,
    choose,
  );
  if (chosen === use) {
    files.confirmLink(file);
    return "linked";
  }
  return chosen === choose ? "other" : undefined;
}
