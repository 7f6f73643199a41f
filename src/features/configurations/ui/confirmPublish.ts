import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { findingsIn, type PlacedFinding } from "../../checks/findings";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import type { CreateDraft } from "../../connectors/createDraft";
import { listFiles, type FileToPublish } from "../../files/filesToPublish";
import { lineChanges } from "../lineChanges";
import type { Memory } from "../../../platform/storage/accountStorage";
import { plainText } from "../../../platform/words/plainText";
import type { Base } from "../../connectors/publication";
import type { Versions } from "../versions";
import { readLevels } from "../../checks/ui/checkSettings";
import { readSettings } from "../../../platform/ui/settings";
import { showDiff, type VersionDocuments } from "./versionDocuments";

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
      return askDespite(errors, { uri, name, detail: detailOf(published, text) });
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

  /**
   * Asks one question for several files.
   * @returns whether to publish all of them
   */
  async askAll(files: readonly FileToPublish[]): Promise<boolean> {
    const { lines, errors } = listFiles(files, (text) => errorsIn(text).length);
    const isAsked = files.some(
      ({ ref }) => !(this.parts.memory.unasked.get(ref) ?? []).includes(ref.identifier),
    );
    if (errors === 0 && !(readSettings().confirmPublish && isAsked)) {
      return true;
    }
    const publish = errors > 0 ? l10n.t("Publish All Anyway") : l10n.t("Publish All");
    const show =
      errors > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    const detail = [...lines, "", l10n.t("It is live at once: the service has no drafts.")];
    const question = l10n.t("Publish {0} files?", files.length);
    const options = { modal: true, detail: detail.join("\n") };
    return (await show(question, options, publish)) === publish;
  }
}

/**
 * Asks before a connector is made from a text in which the checks find errors.
 * @returns whether to create it
 */
export async function confirmCreate(text: string, draft: CreateDraft): Promise<boolean> {
  const { source } = draft;
  const errors = errorsIn(text);
  return (
    errors.length === 0 ||
    askDespite(errors, {
      uri: source.kind === "file" ? vscode.Uri.parse(source.uri, true) : undefined,
      name: plainText(draft.name, 80),
      detail: l10n.t("It is live at once: the service has no drafts."),
      goOn: l10n.t("Create Anyway"),
    })
  );
}

interface Despite {
  readonly uri: vscode.Uri | undefined;
  readonly name: string;
  readonly detail: string;
  readonly goOn?: string;
}

/** Each of them is something that is certain to be wrong; publishing is the person's decision all the same. */
async function askDespite(
  errors: readonly PlacedFinding[],
  { uri, name, detail, goOn = l10n.t("Publish Anyway") }: Despite,
): Promise<boolean> {
  const showProblems = l10n.t("Show Problems");
  const shown = errors.slice(0, 3).map(({ text }) => `– ${text}`);
  const more = errors.length - shown.length;
  const listed = more > 0 ? [...shown, l10n.t("– and {0} more", more)] : shown;
  const chosen = await vscode.window.showWarningMessage(
    l10n.t("The checks found errors in “{0}”: {1}", name, errors.length),
    { modal: true, detail: [...listed, "", detail].join("\n") },
    ...(uri ? [showProblems] : []),
    goOn,
  );
  if (uri && chosen === showProblems) {
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
  return chosen === goOn;
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
