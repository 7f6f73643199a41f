import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../core/errorMeaning";
import type { ConfigurationRef } from "../../core/configurationPath";
import type { Conflict } from "../../core/connectorStates";
import type { ConnectorStore } from "../../core/connectorStore";
import { firstProblem } from "../../core/firstProblem";
import type { Link } from "../../core/links";
import { plainText } from "../../core/plainText";
import type { Base, Stored } from "../../core/publication";
import type { Publisher } from "../../core/publisher";
import { versionId } from "../../platform/json/tokens";
import { withSchema } from "../../core/schemaMember";
import { pathOf, writeText } from "../fileText";
import { saved, type LinkedFiles, fileText } from "../linkedFiles";
import type { LinkedFiles } from "../linkedFiles";
import type { Notifier } from "../notifier";
import { showDiff, type VersionDocuments } from "../versionDocuments";
import type { ConfirmPublish } from "./confirmPublish";
import type { ConflictActions, Mine } from "./conflict";
import { targetOf, type FileTargetParts } from "./fileTarget";
import { isLinked } from "./isLinked";

export interface FileParts extends FileTargetParts {
  readonly files: LinkedFiles;
  readonly publisher: Publisher;
  readonly confirm: ConfirmPublish;
  readonly conflicts: ConflictActions;
  readonly documents: VersionDocuments;
  readonly notifier: Notifier;
  readonly store: Pick<ConnectorStore, "find">;
  /** The service has this now: what is open may have to follow. */
  readonly follow: (ref: ConfigurationRef, stored: Stored) => void;
}

/** Publishing and comparing the files with configurations that people keep in their repositories. */
export class FileActions {
  /** Files that were put together with theirs in the merge editor, and what they are to replace. */
  private readonly merged = new Map<string, Conflict>();

  constructor(private readonly parts: FileParts) {}

  async compare(file: vscode.Uri): Promise<void> {
    const target = await targetOf(this.parts, file);
    if (target) {
      const { link } = target;
      const stored = target.stored ?? (await this.parts.configurations.read(link.ref));
      const { name } = stored.connector;
      const published = this.parts.documents.uri(link.ref, name, fileText(link, stored));
      await showDiff(published, file, l10n.t("{0}: published ↔ file", name));
    }
  }

  async publish(file: vscode.Uri): Promise<void> {
    const target = await targetOf(this.parts, file);
    if (!target) {
      return;
    }
    const { link, stored } = target;
    const text = await this.parts.files.textToPublish(file);
    const problem = firstProblem(text);
    if (problem) {
      await vscode.window.showTextDocument(file, { preview: false });
      throw new Error(l10n.t("Nothing was sent: the file is not valid. {0}", problem.text));
    }
    const merged = this.merged.get(file.toString());
    if (merged) {
      await this.decide(file, link, text, merged);
      return;
    }
    const base = stored ? { text: stored.text } : { id: link.version };
    const { identifier } = link.ref;
    const known = stored?.connector ?? this.parts.store.find(identifier);
    const name = plainText(known?.name ?? identifier, 80);
    if (await this.parts.confirm.ask(link.ref, file, name, base, text)) {
      await this.send(file, link, text, base);
    }
  }

  private async send(file: vscode.Uri, link: Link, text: string, base: Base): Promise<void> {
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
        const words =
          publication.kind === "published"
            ? l10n.t("Published {0} to {1}", fileName, plainText(stored.connector.name, 80))
            : l10n.t("The service has this version of {0} already", fileName);
        this.parts.follow(ref, stored);
        const linking = this.parts.files.setLink(file, {
          ...link,
          version: versionId(stored.text),
        });
        if (await isLinked(notifier, words, linking)) {
          vscode.window.setStatusBarMessage(words, 5000);
        }
        return;
      }
      case "conflict": {
        const { theirs, wasSent } = publication;
        await this.decide(file, link, text, {
          kind: "conflict",
          theirs,
          wasSent,
          isMerged: false,
        });
        return;
      }
      case "refused":
      case "unknown": {
        const isUnknown = publication.kind === "unknown";
        notifier.failed(publication.error, {
          context: {
            failed: isUnknown
              ? l10n.t("Whether {0} was published is not known.", fileName)
              : l10n.t("{0} was not published.", fileName),
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
    const mine = this.mine(file, link, text);
    if ((await this.parts.conflicts.ask(mine, conflict)) === "publish") {
      await this.send(file, link, text, { text: conflict.theirs.text });
    }
  }

  /** A file as one side of a conflict. */
  private mine(file: vscode.Uri, link: Link, text: string): Mine {
    const { files, notifier } = this.parts;
    return {
      ref: link.ref,
      uri: file,
      text,
      base: { id: link.version },
      merged: async (merged, decided) => {
        const whole = link.schemaAdded ? withSchema(merged).text : merged;
        await writeText(file, whole);
        this.merged.set(file.toString(), decided);
        await vscode.window.showTextDocument(file, { preview: false });
        await this.publish(file);
      },
      replace: async ({ theirs }) => {
        this.merged.delete(file.toString());
        await writeText(file, fileText(link, theirs));
        const words = l10n.t("{0} has their version", pathOf(file));
        const linking = files.setLink(file, { ...link, version: versionId(theirs.text) });
        await isLinked(notifier, words, linking);
      },
    };
  }
}
