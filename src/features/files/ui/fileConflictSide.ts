import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { formatConfiguration } from "../../../platform/json/format";
import type { Conflict } from "../../configurations/publishStates";
import type { Link } from "../fileLinks";
import type { StoredConnector } from "../../connectors/storedConnector";
import { versionId } from "../../../platform/json/tokens";
import { withSchema } from "../../schema/schemaProperty";
import { pathOf, writeText } from "../../../platform/ui/workspaceFiles";
import type { LinkedFiles } from "./linkedFiles";
import type { Notifier } from "../../../platform/ui/notifier";
import type { ConflictSide } from "../../configurations/ui/conflictActions";
import { reportLinkFailure } from "./linkFailure";

interface FileInConflict {
  readonly file: vscode.Uri;
  readonly link: Link;
  /** What the file would publish. */
  readonly text: string;
  /** Publishes the file, when it was put together with theirs. */
  readonly again: () => Promise<void>;
}

/**
 * A file as one side of a conflict.
 * @param merges takes note of what the file was put together with, by its URI
 */
export function fileConflictSide(
  {
    files,
    notifier,
  }: { readonly files: Pick<LinkedFiles, "setLink">; readonly notifier: Notifier },
  merges: Map<string, Conflict>,
  { file, link, text, again }: FileInConflict,
): ConflictSide {
  return {
    ref: link.ref,
    uri: file,
    text,
    base: { id: link.version },
    applyMerge: async (merged, decided) => {
      await writeText(file, link.schemaAdded ? withSchema(merged).text : merged);
      merges.set(file.toString(), decided);
      await vscode.window.showTextDocument(file, { preview: false });
      await again();
    },
    applyTheirs: async ({ theirs }) => {
      merges.delete(file.toString());
      await writeText(file, fileText(link, theirs));
      const done = l10n.t("{0} now has the published version", pathOf(file));
      const linking = files.setLink(file, { ...link, version: versionId(theirs.text) });
      await reportLinkFailure(notifier, done, linking);
    },
  };
}

/** What is published, in the form that the file has. */
export function fileText({ schemaAdded }: Link, { text }: StoredConnector): string {
  const laidOut = new TextDecoder().decode(formatConfiguration(text));
  return schemaAdded ? withSchema(laidOut).text : laidOut;
}
