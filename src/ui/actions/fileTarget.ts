import type * as vscode from "vscode";
import type { ConfigurationRef } from "../../core/configurationPath";
import type { Configurations } from "../../core/configurations";
import type { Link } from "../../core/links";
import type { Stored } from "../../core/publication";
import { versionId } from "../../platform/json/tokens";
import type { LinkedFiles } from "../linkedFiles";

export interface FileTargetParts {
  readonly configurations: Pick<Configurations, "read">;
  readonly files: Pick<LinkedFiles, "link">;
  /** Asks which connector a file belongs to that none is known of; undefined when the person cancels. */
  readonly choose: () => Promise<ConfigurationRef | undefined>;
}

/** What a file is published to. */
export interface FileTarget {
  readonly link: Link;
  /** What is published now, where it had to be asked for. */
  readonly stored?: Stored;
}

/**
 * The connector that a file belongs to, or the one that the person picks for it. Throws `LinksError` where
 * the links can't be read, and what reading the connector throws.
 * @returns undefined when the person cancels
 */
export async function targetOf(
  { files, choose, configurations }: FileTargetParts,
  file: vscode.Uri,
): Promise<FileTarget | undefined> {
  const link = await files.link(file);
  if (link) {
    return { link };
  }
  const ref = await choose();
  if (!ref) {
    return undefined;
  }
  // It never was a version of this connector: it is held against what is published now.
  const stored = await configurations.read(ref);
  return { link: { ref, version: versionId(stored.text), schemaAdded: false }, stored };
}
