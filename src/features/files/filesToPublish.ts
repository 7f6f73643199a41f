import * as l10n from "@vscode/l10n";
import { connectorKey, type ConnectorRef } from "../../platform/connectorRef";

/** One of several files that a person publishes at once. */
export interface FileToPublish {
  /** As the workspace names it, fit for a dialog. */
  readonly path: string;
  readonly ref: ConnectorRef;
  /** The connector's name, fit for a dialog. */
  readonly name: string;
  /** The configuration. */
  readonly text: string;
}

/** What a dialog has room for. */
const maximum = 15;

/** Says that several files can't be published at once because two of them belong to one connector; else undefined. */
export function sharedConnector(files: readonly FileToPublish[]): string | undefined {
  const known = new Map<string, string>();
  for (const { path, ref, name } of files) {
    const other = known.get(connectorKey(ref));
    if (other !== undefined) {
      return l10n.t(
        '{0} and {1} both belong to "{2}", so nothing was published. Publish only one of them.',
        other,
        path,
        name,
      );
    }
    known.set(connectorKey(ref), path);
  }
  return undefined;
}

/** The lines of a question that lists files and where they go, and how many errors the checks find in each. */
export function listFiles(
  counted: readonly (Pick<FileToPublish, "path" | "name"> & { readonly errors: number })[],
): { readonly lines: readonly string[]; readonly errors: number } {
  // Those with errors first: they must not be among those that are left out.
  const sorted = counted.toSorted((a, b) => Number(b.errors > 0) - Number(a.errors > 0));
  const lines = sorted.slice(0, maximum).map(({ path, name, errors }) => {
    const line = `${path} → ${name}`;
    return errors > 0 ? l10n.t("{0} (errors: {1})", line, errors) : line;
  });
  const more = counted.length - lines.length;
  return {
    lines: more > 0 ? [...lines, l10n.t("and {0} more", more)] : lines,
    errors: counted.reduce((sum, { errors }) => sum + errors, 0),
  };
}
