import * as l10n from "@vscode/l10n";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { CreateSource } from "../createDraft";
import type { DeletedConnectors } from "../deletedConnectors";
import type { Account } from "../../../platform/account";
import type { ConnectorContributions } from "./contributions";

/** What it takes to read the source of a new connector. */
export interface SourceParts {
  readonly deleted: DeletedConnectors;
  readonly contributions: ConnectorContributions;
}

/**
 * The configuration to publish into a new connector; undefined where the service provides it. Throws, in
 * words for the person, why the source cannot be used.
 */
export async function readSource(
  { deleted, contributions }: SourceParts,
  account: Account,
  source: CreateSource,
): Promise<string | undefined> {
  if (source.kind === "file") {
    return contributions.files?.read(source.uri);
  }
  if (source.kind === "deleted") {
    const all = await deleted.list(account);
    const found = all.find(({ deletedAt }) => deletedAt === source.deletedAt);
    if (!found) {
      throw new Error(
        l10n.t("The configuration of the deleted connector is no longer stored on this computer."),
      );
    }
    return found.configuration;
  }
  return undefined;
}

/**
 * Remembers a file that became a connector as that connector's. Where that fails, the person is told.
 * @param done a sentence without its full stop: what was done before
 */
export async function linkSource(
  { contributions }: SourceParts,
  source: CreateSource,
  ref: ConnectorRef,
  { published, done }: { readonly published: string; readonly done: string },
): Promise<void> {
  if (source.kind === "file") {
    await contributions.files?.created(source.uri, ref, { published, done });
  }
}
