import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationRef } from "../../core/configurationPath";
import type { CreateSource } from "../../core/createDraft";
import type { DeletedConnectors } from "../../core/deletedConnectors";
import { firstProblem } from "../../core/firstProblem";
import type { Account } from "../../core/memory";
import type { SourceFile } from "../../core/sourceStep";
import type { LinkedFiles } from "../linkedFiles";
import { connectorFileEnding } from "../../manifest";

export interface SourceParts {
  readonly deleted: Pick<DeletedConnectors, "list">;
  readonly files: Pick<LinkedFiles, "textToPublish" | "linkIfNone">;
}

/**
 * The configuration to publish into a new connector; undefined where the service provides it. Throws, in
 * words for the person, why the source cannot be used.
 */
export async function readSource(
  { deleted, files }: SourceParts,
  account: Account,
  source: CreateSource,
): Promise<string | undefined> {
  if (source.kind === "file") {
    const uri = vscode.Uri.parse(source.uri, true);
    return requireConfiguration(await files.textToPublish(uri));
  }
  if (source.kind === "deleted") {
    const all = await deleted.list(account);
    const found = all.find(({ deletedAt }) => deletedAt === source.deletedAt);
    if (!found) {
      throw new Error(l10n.t("The configuration of the deleted connector is not kept any more."));
    }
    return found.configuration;
  }
  return undefined;
}

/** A file that became a connector is remembered as that connector's. */
export async function linkSource(
  { files }: SourceParts,
  source: CreateSource,
  ref: ConfigurationRef,
  published: string,
): Promise<void> {
  if (source.kind === "file") {
    await files.linkIfNone(vscode.Uri.parse(source.uri, true), ref, published);
  }
}

/** The connectors of the list wait for the files. Milliseconds. */
const patience = 2000;

/** The files with a configuration in the folders that are open, as far as the search finds them soon. */
export async function connectorFiles(): Promise<readonly SourceFile[]> {
  const pattern = `**/*${connectorFileEnding}`;
  const found = await Promise.race([
    Promise.resolve(vscode.workspace.findFiles(pattern, undefined, 200)).catch(() => []),
    new Promise<vscode.Uri[]>((resolve) => setTimeout(() => resolve([]), patience)),
  ]);
  return found
    .map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

export async function chooseFile(): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: l10n.t("Configuration of the new connector"),
    openLabel: l10n.t("Use This File"),
    filters: { [l10n.t("Configurations")]: ["json"] },
  });
  return chosen?.[0]?.toString();
}

function requireConfiguration(text: string): string {
  const problem = firstProblem(text);
  if (problem) {
    throw new Error(l10n.t("The file is not a valid configuration. {0}", problem.text));
  }
  return text;
}
