import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConfigurationRef } from "../../core/configurationPath";
import { lineChanges } from "../../core/lineChanges";
import type { Memory } from "../../core/memory";
import type { Base } from "../../core/publication";
import type { Versions } from "../../core/versions";
import { readSettings } from "../settings";
import { showDiff, type VersionDocuments } from "../versionDocuments";

export interface ConfirmParts {
  readonly memory: Pick<Memory, "unasked">;
  readonly versions: Pick<Versions, "textOf">;
  readonly documents: VersionDocuments;
}

/** Asks before something goes live, unless the person does not want to be asked. */
export class ConfirmPublish {
  constructor(private readonly parts: ConfirmParts) {}

  /** @returns whether to publish */
  async ask(
    ref: ConfigurationRef,
    uri: vscode.Uri,
    name: string,
    base: Base | undefined,
    text: string,
  ): Promise<boolean> {
    const { memory } = this.parts;
    const unasked = memory.unasked.get(ref) ?? [];
    if (!readSettings().confirmPublish || unasked.includes(ref.identifier)) {
      return true;
    }
    const published = base && (await this.parts.versions.textOf(ref, base));
    const publish = l10n.t("Publish");
    const showChanges = l10n.t("Show Changes");
    const neverAsk = l10n.t("Publish Without Asking for This Connector");
    const chosen = await vscode.window.showInformationMessage(
      l10n.t("Publish “{0}”?", name),
      { modal: true, detail: detailOf(published, text) },
      ...(published === undefined ? [publish] : [publish, showChanges]),
      neverAsk,
    );
    if (chosen === neverAsk) {
      await memory.unasked.set(ref, [...unasked, ref.identifier]);
    } else if (chosen === showChanges && published !== undefined) {
      const title = l10n.t("{0}: published ↔ edited", name);
      await showDiff(this.parts.documents.uri(ref, name, published), uri, title);
    }
    return chosen === publish || chosen === neverAsk;
  }
}

/** What would change, in a sentence. */
export function detailOf(published: string | undefined, text: string): string {
  const changes = published === undefined ? undefined : lineChanges(published, text);
  const counted = changes
    ? l10n.t("Lines added: {0}. Lines removed: {1}.", changes.added, changes.removed)
    : l10n.t("How many lines are changed could not be counted.");
  return [counted, l10n.t("It is live at once: the service has no drafts.")].join("\n");
}
