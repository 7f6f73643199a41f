import { confirmFiles } from "./confirmFiles";
import { ConnectorContributions } from "../../connectors/ui/contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { Conflict } from "../../configurations/publishStates";
import type { ConnectorStore } from "../../connectors/connectorStore";
import { sharedConnector, type FileToPublish } from "../filesToPublish";
import { findTextProblem } from "../../configurations/textProblem";
import type { Link } from "../fileLinks";
import { plainText } from "../../../platform/words/plainText";
import type { BaseVersion, StoredConnector } from "../../connectors/storedConnector";
import type { Publisher } from "../../connectors/publisher";
import { versionId } from "../../../platform/json/tokens";
import { pathOf } from "../../../platform/ui/workspaceFiles";
import { goToProblem } from "../../configurations/ui/documentText";
import type { LinkedFiles } from "./linkedFiles";
import type { Notifier } from "../../../platform/ui/notifier";
import { showDiff, type VersionDocuments } from "../../configurations/ui/versionDocuments";
import type { ConfirmPublish } from "../../configurations/ui/confirmPublish";
import type { ConflictActions } from "../../configurations/ui/conflictActions";
import { fileTargetOf, type FileTargetParts } from "./fileTarget";
import { fileConflictSide, fileText } from "./fileConflictSide";
import { reportLinkFailure } from "./linkFailure";

/** What publishing and comparing files need. */
export interface FileParts extends FileTargetParts {
  readonly files: LinkedFiles;
  readonly publisher: Publisher;
  readonly confirm: ConfirmPublish;
  readonly contributions: ConnectorContributions;
  readonly conflicts: ConflictActions;
  readonly documents: VersionDocuments;
  readonly notifier: Notifier;
  readonly store: Pick<ConnectorStore, "find">;
  /** The service has this now: what is open may have to follow. */
  readonly follow: (ref: ConnectorRef, stored: StoredConnector, file: vscode.Uri) => void;
}

/** Publishing and comparing the files with configurations that people keep in their repositories. */
export class FileActions {
  /** Files that were put together with theirs in the merge editor, and what they are to replace. */
  private readonly merged = new Map<string, Conflict>();

  constructor(private readonly parts: FileParts) {}

  /** Shows a file beside what is published. Throws why either can't be read. */
  async compare(file: vscode.Uri): Promise<void> {
    const target = await fileTargetOf(this.parts, file);
    if (target) {
      const { link } = target;
      const stored = target.stored ?? (await this.parts.configurations.read(link.ref));
      const { name } = stored.connector;
      const published = this.parts.documents.uri(link.ref, name, fileText(link, stored));
      await showDiff(published, file, l10n.t("{0}: published ↔ file", name));
    }
  }

  /** Publishes one file, after the questions that its state needs. Throws why it can't be read. */
  async publish(file: vscode.Uri): Promise<void> {
    const ready = await this.prepare(file);
    if (!ready) {
      return;
    }
    const { link, text, name, base, merged } = ready;
    if (merged) {
      await this.decide(file, link, text, merged);
    } else if (await this.parts.confirm.ask(link.ref, file, name, base, text)) {
      await this.send(file, link, text, base);
    }
  }

  /** Publishes several files after one question that lists them; nothing where one of them can't be. */
  async publishAll(files: readonly vscode.Uri[]): Promise<void> {
    const all: Ready[] = [];
    for (const file of files) {
      const ready = await this.prepare(file);
      if (!ready) {
        return;
      }
      all.push(ready);
    }
    const problem = sharedConnector(all);
    if (problem !== undefined) {
      throw new Error(problem);
    }
    if (await confirmFiles(this.parts, all)) {
      for (const { file, link, text, base, merged } of all) {
        await this.send(file, link, text, merged ? { text: merged.theirs.text } : base);
      }
    }
  }

  /** What is to be published, and where to; undefined when the person cancels, or was told why it can't be. */
  private async prepare(file: vscode.Uri): Promise<Ready | undefined> {
    const target = await fileTargetOf(this.parts, file);
    if (!target) {
      return undefined;
    }
    const { link, stored } = target;
    const text = await this.parts.files.textToPublish(file);
    const problem = findTextProblem(text);
    if (problem) {
      await vscode.window.showTextDocument(file, { preview: false });
      this.parts.notifier.ask(
        "error",
        l10n.t("Nothing was published because the file isn't valid. {0}", problem.text),
        [goToProblem(file, problem)],
      );
      return undefined;
    }
    const { ref } = link;
    const known = stored?.connector ?? this.parts.store.find(ref.identifier);
    return {
      file,
      path: pathOf(file),
      ref,
      link,
      text,
      name: plainText(known?.name ?? ref.identifier, 80),
      base: stored ? { text: stored.text } : { id: link.version },
      merged: this.merged.get(file.toString()),
    };
  }

  private async send(file: vscode.Uri, link: Link, text: string, base: BaseVersion): Promise<void> {
    const { publisher, notifier } = this.parts;
    const { ref } = link;
    const fileName = pathOf(file);
    const publication = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: l10n.t("Publishing {0}", fileName),
      },
      () => publisher.publish(ref, { configuration: { text, base } }),
    );
    const again = () => this.publish(file);
    switch (publication.kind) {
      case "published":
      case "unchanged": {
        const { stored } = publication;
        this.merged.delete(file.toString());
        const done =
          publication.kind === "published"
            ? l10n.t("Published {0} to {1}", fileName, plainText(stored.connector.name, 80))
            : l10n.t("This version of {0} is already published", fileName);
        this.parts.follow(ref, stored, file);
        const linking = this.parts.files.setLink(file, {
          ...link,
          version: versionId(stored.text),
        });
        if (await reportLinkFailure(notifier, done, linking)) {
          vscode.window.setStatusBarMessage(done, 5000);
        }
        return;
      }
      case "conflict": {
        const { theirs, wasSent } = publication;
        const conflict = await this.parts.conflicts.conflict(ref, theirs, wasSent);
        await this.decide(file, link, text, conflict);
        return;
      }
      case "refused":
      case "unknown": {
        const isUnknown = publication.kind === "unknown";
        notifier.failed(publication.error, {
          context: {
            failed: isUnknown
              ? l10n.t("Couldn't confirm that {0} was published.", fileName)
              : l10n.t("Couldn't publish {0}.", fileName),
            notFound: notFoundText(),
            right: "cb_connectors_write",
          },
          tryAgain: again,
          afterSignIn: again,
          logsOf: ref,
        });
      }
    }
  }

  private async decide(
    file: vscode.Uri,
    link: Link,
    text: string,
    conflict: Conflict,
  ): Promise<void> {
    const again = () => this.publish(file);
    const edit = fileConflictSide(this.parts, this.merged, { file, link, text, again });
    if ((await this.parts.conflicts.ask(edit, conflict)) === "publish") {
      await this.send(file, link, text, { text: conflict.theirs.text });
    }
  }
}

interface Ready extends FileToPublish {
  readonly file: vscode.Uri;
  readonly link: Link;
  readonly base: BaseVersion;
  /** Where it was put together with theirs. */
  readonly merged: Conflict | undefined;
}
