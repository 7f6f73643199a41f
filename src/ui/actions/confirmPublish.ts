import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { findingsIn, type PlacedFinding } from "../../core/checks/findings";
import type { ConfigurationRef } from "../../core/configurationPath";
import { lineChanges } from "../../core/lineChanges";
import type { Memory } from "../../core/memory";
import type { Base } from "../../core/publication";
import type { Versions } from "../../core/versions";
import { readLevels } from "../checkSettings";
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
    const errors = errorsIn(text);
    const isAsked = readSettings().confirmPublish && !unasked.includes(ref.identifier);
    if (!isAsked && errors.length === 0) {
      return true;
    }
    const published = base && (await this.parts.versions.textOf(ref, base));
    if (errors.length > 0) {
      return askDespite(errors, uri, name, detailOf(published, text));
    }
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

/** Each of them is something that is certain to be wrong; publishing is the person's decision all the same. */
async function askDespite(
  errors: readonly PlacedFinding[],
  uri: vscode.Uri,
  name: string,
  changes: string,
): Promise<boolean> {
  const showProblems = l10n.t("Show Problems");
  const publishAnyway = l10n.t("Publish Anyway");
  const shown = errors.slice(0, 3).map(({ text }) => `– ${text}`);
  const more = errors.length - shown.length;
  const listed = more > 0 ? [...shown, l10n.t("– and {0} more", more)] : shown;
  const chosen = await vscode.window.showWarningMessage(
    l10n.t("The checks found errors in “{0}”: {1}", name, errors.length),
    { modal: true, detail: [...listed, "", changes].join("\n") },
    showProblems,
    publishAnyway,
  );
  if (chosen === showProblems) {
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
  return chosen === publishAnyway;
}

function errorsIn(text: string): readonly PlacedFinding[] {
  const levels = readLevels();
  const findings = (levels && findingsIn(text, levels)) ?? [];
  return findings.filter(({ level }) => level === "error");
}

/** What would change, in a sentence. */
export function detailOf(published: string | undefined, text: string): string {
  const changes = published === undefined ? undefined : lineChanges(published, text);
  const counted = changes
    ? l10n.t("Lines added: {0}. Lines removed: {1}.", changes.added, changes.removed)
    : l10n.t("How many lines are changed could not be counted.");
  return [counted, l10n.t("It is live at once: the service has no drafts.")].join("\n");
}
