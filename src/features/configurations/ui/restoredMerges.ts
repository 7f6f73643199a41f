import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { textWithConflict } from "../mergeCompletion";
import type { Configurations } from "../configurations";
import { versionId, type VersionId } from "../../../platform/json/tokens";
import type { Versions } from "../versions";
import { commandIds } from "../../../manifest";
import { keepEdit } from "./conflictActions";
import { connectorRefOf } from "./configurationDocuments";
import { replaceText } from "../../../platform/ui/documentEdits";
import { mergeOf, type NewMerge } from "./mergeResults";

/** What the restoring of merges needs. */
export interface RestoreParts {
  readonly versions: Pick<Versions, "add" | "text">;
  readonly configurations: Pick<Configurations, "read" | "rebase">;
  /** Which connector a document belongs to. */
  readonly connectorOf: (uri: vscode.Uri) => Promise<ConnectorRef | undefined>;
  /** Takes over the merge of a file, and publishes it. @param theirs the version that it was put together with */
  readonly completeFile: (file: vscode.Uri, text: string, theirs: VersionId) => Promise<void>;
}

/** Merges that a window had open when it was reloaded: both sides are among the versions that are kept. */
export class RestoredMerges {
  constructor(private readonly parts: RestoreParts) {}

  /**
   * Puts a merge together again from the versions that are kept. Throws, in words for the person, where a side is not
   * kept any more.
   * @param result where the merge editor puts its result
   */
  async restore(result: vscode.Uri): Promise<NewMerge> {
    const { connectorOf, completeFile, versions } = this.parts;
    const { of, theirs, yours } = mergeOf(result);
    const ref = await connectorOf(of).catch(() => undefined);
    const texts = ref && (await Promise.all([theirs, yours].map((id) => versions.text(ref, id))));
    const [theirText, yourText] = texts ?? [];
    const name = of.path.split("/").at(-1) ?? "";
    if (!ref || theirText === undefined || yourText === undefined) {
      throw vscode.FileSystemError.Unavailable(
        l10n.t(
          "This merge ended when the window was reloaded. Your changes are still in {0}. To merge again, publish the configuration.",
          name,
        ),
      );
    }
    return {
      of,
      theirs,
      yours,
      name,
      text: textWithConflict(theirText, yourText),
      completed: (text) =>
        connectorRefOf(of)
          ? this.intoDocument(of, ref, text, theirs)
          : completeFile(of, text, theirs),
    };
  }

  /** What is published is looked at again: it may be another version by now, which is a conflict of its own. */
  private async intoDocument(
    uri: vscode.Uri,
    ref: ConnectorRef,
    text: string,
    theirs: string,
  ): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    await keepEdit(this.parts.versions, ref, document.getText());
    await replaceText(uri, text);
    await vscode.window.showTextDocument(document, { preview: false });
    const stored = await this.parts.configurations.read(ref);
    if (versionId(stored.text) === theirs) {
      this.parts.configurations.rebase(ref, stored);
    }
    await vscode.commands.executeCommand(commandIds.publish, uri);
  }
}
