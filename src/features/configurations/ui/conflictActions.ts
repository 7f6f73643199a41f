import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { otherVersionTexts, overtakenText } from "../authors";
import type { Conflict } from "../publishStates";
import { changeSummary } from "../lineChanges";
import { textWithConflict } from "../mergeCompletion";
import { hasUnresolvedConflicts } from "../unresolvedConflicts";
import { plainText } from "../../../platform/words/plainText";
import type { BaseVersion, StoredConnector } from "../../connectors/storedConnector";
import { parseServerTime } from "../../../platform/http/serverTime";
import { relativeTime } from "../../../platform/words/time";
import { versionId } from "../../../platform/json/tokens";
import type { Versions } from "../versions";
import type { MergeResults } from "./mergeResults";
import type { Notifier } from "../../../platform/ui/notifier";
import { showDiff, type VersionDocuments } from "./versionDocuments";

/** What the actions on conflicts need. */
export interface ConflictParts {
  readonly versions: Pick<Versions, "add" | "textOf" | "authorOf">;
  readonly documents: VersionDocuments;
  readonly results: MergeResults;
  readonly notifier: Notifier;
}

/** What a person edits while another version of it was published: a configuration's document, or a file. */
export interface ConflictSide {
  readonly ref: ConnectorRef;
  readonly uri: vscode.Uri;
  readonly text: string;
  /** The version that it began from. */
  readonly base: BaseVersion | undefined;
  /** Takes over what it has been put together to with theirs, in the merge editor, and asks to publish it. */
  readonly applyMerge: (text: string, conflict: Conflict) => Promise<void>;
  /** Puts theirs in its place. */
  readonly applyTheirs: (conflict: Conflict) => Promise<void>;
}

/** What a person can do about an edit that another version of the configuration has overtaken. */
export class ConflictActions {
  constructor(private readonly parts: ConflictParts) {}

  /** What is published instead of what an edit began from, and by whom. @param wasSent as in `Conflict` */
  async conflict(ref: ConnectorRef, theirs: StoredConnector, wasSent = false): Promise<Conflict> {
    const by = await this.parts.versions.authorOf(ref, theirs.text);
    return { kind: "conflict", theirs, by, wasSent, isMerged: false };
  }

  /** Asks what to do, and does it, but for “publish”: that is up to the caller. */
  async ask(edit: ConflictSide, conflict: Conflict): Promise<"publish" | undefined> {
    const name = plainText(conflict.theirs.connector.name, 80);
    const { question, detail, publish } = conflict.isMerged
      ? mergedDialog(name, conflict, edit.text)
      : conflictDialog(name, conflict);
    const actions = new Map([
      [l10n.t("Compare"), () => this.compare(edit, conflict)],
      [l10n.t("Merge"), () => this.merge(edit, conflict)],
      [l10n.t("Discard My Changes"), () => this.useTheirs(edit, conflict)],
    ]);
    const choices = conflict.isMerged ? [publish, ...actions.keys()] : [...actions.keys(), publish];
    const chosen = await vscode.window.showWarningMessage(
      question,
      { modal: true, detail },
      ...choices,
    );
    const action = chosen === undefined ? undefined : actions.get(chosen);
    if (action) {
      // It opens editors, and the save that led here has to end first.
      setTimeout(() => void action().catch((error: unknown) => this.parts.notifier.failed(error)));
    }
    return chosen === publish ? "publish" : undefined;
  }

  /** Shows theirs beside the edit. */
  async compare({ ref, uri }: ConflictSide, { theirs, by }: Conflict): Promise<void> {
    const { name } = theirs.connector;
    const title = otherVersionTexts(by).compared(name);
    await showDiff(this.parts.documents.uri(ref, name, theirs.text), uri, title);
  }

  /** Opens the three-way merge editor; where the host has none, or what the edit began from is not known, a comparison. */
  async merge(edit: ConflictSide, conflict: Conflict): Promise<void> {
    const { documents, results } = this.parts;
    const { ref } = edit;
    const { name } = conflict.theirs.connector;
    const base = edit.base && (await this.parts.versions.textOf(ref, edit.base));
    if (base === undefined) {
      await this.compare(edit, conflict);
      return;
    }
    await keepEdit(this.parts.versions, ref, edit.text); // the merge is to survive a reload of the window
    try {
      await vscode.commands.executeCommand("_open.mergeEditor", {
        base: documents.uri(ref, name, base),
        input1: {
          uri: documents.uri(ref, name, conflict.theirs.text),
          title: otherVersionTexts(conflict.by).title,
        },
        input2: { uri: documents.uri(ref, name, edit.text), title: l10n.t("Your Changes") },
        output: await results.start({
          of: edit.uri,
          theirs: versionId(conflict.theirs.text),
          yours: versionId(edit.text),
          name: plainText(name, 80),
          text: textWithConflict(conflict.theirs.text, edit.text),
          isUnresolved: (result) =>
            hasUnresolvedConflicts(
              { base, theirs: conflict.theirs.text, yours: edit.text },
              result,
            ),
          completed: (text) => edit.applyMerge(text, { ...conflict, isMerged: true }),
        }),
      });
    } catch {
      await this.compare(edit, conflict);
    }
  }

  /** Keeps a text among the versions when no tab has it any more. */
  async keep(ref: ConnectorRef, text: string): Promise<void> {
    await keepEdit(this.parts.versions, ref, text);
  }

  /** Replaces the edit by what the service has; the edit stays among the versions. */
  async useTheirs(edit: ConflictSide, conflict: Conflict): Promise<void> {
    await keepEdit(this.parts.versions, edit.ref, edit.text);
    await edit.applyTheirs(conflict);
  }
}

/** Keeps a text that is about to be replaced, where possible: the person has decided already. Does not reject. */
export async function keepEdit(
  versions: Pick<Versions, "add">,
  ref: ConnectorRef,
  text: string,
): Promise<void> {
  try {
    JSON.parse(text); // what is no JSON cannot be a version
    await versions.add(ref, text, "edit", Date.now());
  } catch {
    // The editor's own undo still has it.
  }
}

function conflictDialog(name: string, { theirs, by, wasSent }: Conflict) {
  const texts = otherVersionTexts(by);
  const at = parseServerTime(theirs.connector.updatedAt);
  const when = at === undefined ? "" : texts.published(relativeTime(at, Date.now()));
  return {
    question: wasSent
      ? l10n.t('The published version of "{0}" differs from your changes.', name)
      : overtakenText(name, by),
    detail: [wasSent ? texts.sameTime : l10n.t("Nothing was sent."), when].join(" "),
    publish: l10n.t("Overwrite Published Version"),
  };
}

function mergedDialog(name: string, { theirs, by }: Conflict, text: string) {
  const texts = otherVersionTexts(by);
  return {
    question: texts.replace(name),
    detail: [texts.comparedWith, changeSummary(theirs.text, text)].join("\n"),
    publish: l10n.t("Publish"),
  };
}
