import { writeText } from "../../files/ui/fileText";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import { conflictText } from "../conflictText";
import type { Configurations } from "../configurations";
import { versionId } from "../../../platform/json/tokens";
import { withSchema } from "../../schema/schemaProperty";
import type { Versions } from "../versions";
import { commandIds } from "../../../manifest";
import { keepEdit } from "./conflictActions";
import { refOf } from "./documents";
import { replaceText } from "./documentText";
import type { LinkedFiles } from "../../files/ui/linkedFiles";
import { mergeOf, type MergeBegin } from "./mergeResults";

export interface RestoreParts {
  readonly versions: Pick<Versions, "add" | "text">;
  readonly configurations: Pick<Configurations, "read" | "rebase">;
  readonly files: Pick<LinkedFiles, "link" | "setLink">;
}

/** Merges that a window had open when it was reloaded: both sides are among the versions that are kept. */
export class RestoredMerges {
  constructor(private readonly parts: RestoreParts) {}

  /**
   * @param result where the merge editor puts its result
   * @returns what goes on; throws, in words for the person, where a side is not kept any more
   */
  async restore(result: vscode.Uri): Promise<MergeBegin> {
    const { files, versions } = this.parts;
    const { of, theirs, mine } = mergeOf(result);
    const ref = refOf(of) ?? (await files.link(of).catch(() => undefined))?.ref;
    const texts = ref && (await Promise.all([theirs, mine].map((id) => versions.text(ref, id))));
    const [theirText, myText] = texts ?? [];
    const name = of.path.split("/").at(-1) ?? "";
    if (!ref || theirText === undefined || myText === undefined) {
      throw vscode.FileSystemError.Unavailable(
        l10n.t(
          "This merge ended when the window was reloaded. Your changes are still in {0}. To merge again, publish it.",
          name,
        ),
      );
    }
    return {
      of,
      theirs,
      mine,
      name,
      text: conflictText(theirText, myText),
      completed: (text) =>
        refOf(of) ? this.intoDocument(of, ref, text, theirs) : this.intoFile(of, text, theirs),
    };
  }

  /** What is published is looked at again: it may be another version by now, which is a conflict of its own. */
  private async intoDocument(
    uri: vscode.Uri,
    ref: ConfigurationRef,
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

  private async intoFile(file: vscode.Uri, text: string, theirs: string): Promise<void> {
    const { files } = this.parts;
    const link = await files.link(file);
    await writeText(file, link?.schemaAdded ? withSchema(text).text : text);
    if (link) {
      await files.setLink(file, { ...link, version: theirs });
    }
    await vscode.window.showTextDocument(file, { preview: false });
    await vscode.commands.executeCommand(commandIds.publishFile, file);
  }
}
