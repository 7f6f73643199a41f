import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import type { CreateSource } from "../createDraft";
import type { DeletedConnectors } from "../deletedConnectors";
import { firstProblem } from "../../configurations/syntaxProblem";
import type { Account } from "../../../platform/account";
import type { SourceFile } from "../sourceStep";
import { filesNamed } from "../../../platform/ui/findFiles";
import type { LinkedFiles } from "../../files/ui/linkedFiles";
import type { Notifier } from "../../../platform/ui/notifier";
import { connectorFileEnding } from "../../../manifest";
import { isLinked } from "../../files/ui/isLinked";

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

/**
 * A file that became a connector is remembered as that connector's; where that fails, the person is told.
 * @param done a sentence without its full stop: what was done before
 */
export async function linkSource(
  { files, notifier }: SourceParts & { readonly notifier: Notifier },
  source: CreateSource,
  ref: ConfigurationRef,
  { published, done }: { readonly published: string; readonly done: string },
): Promise<void> {
  if (source.kind === "file") {
    const linking = files.linkIfNone(vscode.Uri.parse(source.uri, true), ref, published);
    await isLinked(notifier, done, linking);
  }
}

/** The files with a configuration in the folders that are open. */
export function connectorFiles(): Promise<readonly SourceFile[]> {
  return filesNamed(`*${connectorFileEnding}`);
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
