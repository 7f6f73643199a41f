import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { formatConfiguration } from "../../../platform/json/format";
import type { Configurations } from "../configurations";
import type { Prompts } from "../../../platform/flow/prompts";
import { onlyStep } from "../../../platform/flow/steps";
import { versionId } from "../../../platform/json/tokens";
import { findUndo, type Undo } from "../undoPublish";
import type { Version } from "../versionFileName";
import type { Versions } from "../versions";
import { versionDifferences, versionItems, versionTime } from "../versionItems";
import { documentUri, openDocument, openUri } from "./configurationDocuments";
import { replaceText } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import type { ConfirmPublish, PublishAction } from "./confirmPublish";
import type { Publishing } from "./publishing";
import { keepEdit } from "./conflictActions";
import { ListPreview } from "./listPreview";
import { showDiff, type VersionDocuments } from "./versionDocuments";

/** What the actions on versions need. */
export interface VersionParts {
  readonly configurations: Configurations;
  readonly versions: Versions;
  readonly documents: VersionDocuments;
  readonly prompts: Prompts;
  readonly publishing: Publishing;
  readonly confirm: ConfirmPublish;
}

/** The versions of a connector that are kept on this computer: to look at, to compare, to go back to. */
export class VersionActions {
  constructor(private readonly parts: VersionParts) {}

  /**
   * Lists the versions, and compares the one that is active with the current text beside the list. Enter restores it,
   * after a question; Esc leaves the comparison.
   */
  async show(ref: ConnectorRef, connector: Connector): Promise<void> {
    const versions = await this.parts.versions.list(ref);
    const chosen = await this.choose(ref, connector, versions);
    if (chosen) {
      await this.restore(ref, connector, await this.textOf(ref, chosen), "restore");
    }
  }

  /** Publishes the version that the last publish from here replaced. */
  async undoLast(ref: ConnectorRef, connector: Connector): Promise<void> {
    // What is published now is among the versions then.
    const { published } = await this.parts.configurations.load(ref);
    const undo = findUndo(await this.parts.versions.list(ref), versionId(published));
    if (undo.kind !== "restore") {
      void vscode.window.showInformationMessage(notUndone(undo.kind, connector.name));
      return;
    }
    await this.restore(ref, connector, await this.textOf(ref, undo.version), "undo");
  }

  private async choose(
    ref: ConnectorRef,
    connector: Connector,
    versions: readonly Version[],
  ): Promise<Version | undefined> {
    const { configurations, prompts } = this.parts;
    const loaded = configurations.loaded(ref)?.published;
    const published = loaded === undefined ? versions.find(isPublished)?.id : versionId(loaded);
    const current =
      openDocument(ref)?.getText() ?? loaded ?? (await this.parts.versions.lastPublished(ref));
    const shown = current === undefined ? undefined : versionId(current);
    const items = (details?: ReadonlyMap<Version, string>) =>
      versionItems(versions, published, Date.now(), details);
    const preview = new ListPreview<Version>((version) => this.compare(ref, connector, version));
    let chosen: Version | undefined;
    let isOpen = true;
    try {
      await prompts.pick<Version>({
        title: l10n.t("Versions of {0}", connector.name),
        position: onlyStep,
        placeholder:
          versions.length > 0
            ? l10n.t("Select a version to restore, or close the list to keep the comparison")
            : l10n.t("No versions on this computer yet"),
        items: items(),
        later:
          current === undefined
            ? undefined
            : versionDifferences(versions, current, async ({ id }) =>
                isOpen ? this.parts.versions.text(ref, id) : undefined,
              ).then(items),
        onActive: (version) => version.id !== shown && preview.show(version),
        accept: (version) => {
          chosen = version;
          return "next";
        },
      });
    } finally {
      isOpen = false; // nobody reads what else is counted
      await preview.end();
    }
    return chosen;
  }

  /** Throws, in words for the person, where it isn't kept any more. */
  private async textOf(ref: ConnectorRef, { id }: Version): Promise<string> {
    const text = await this.parts.versions.text(ref, id);
    if (text === undefined) {
      throw new Error(l10n.t("This version is no longer stored on this computer."));
    }
    return text;
  }

  /** The focus stays in the list. */
  private async compare(ref: ConnectorRef, connector: Connector, version: Version): Promise<void> {
    const text = await this.textOf(ref, version);
    const now = openUri(ref) ?? documentUri(ref, connector);
    const title = l10n.t("{0}: {1} ↔ current", connector.name, versionTime(version));
    await showDiff(this.parts.documents.uri(ref, connector.name, text), now, title, true);
  }

  /** Asks first, so that nothing changes for whoever cancels; then publishes it from the editor, where undo takes it back. */
  private async restore(
    ref: ConnectorRef,
    connector: Connector,
    text: string,
    action: PublishAction,
  ): Promise<void> {
    const { configurations, confirm, versions, publishing } = this.parts;
    const base = { text: (await configurations.load(ref)).published };
    const name = plainText(connector.name, 80);
    if (!(await confirm.ask(ref, undefined, name, base, text, action))) {
      return;
    }
    const uri = openUri(ref) ?? documentUri(ref, connector);
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    if (document.isDirty) {
      await keepEdit(versions, ref, document.getText());
    }
    await replaceText(uri, new TextDecoder().decode(formatConfiguration(text)));
    await publishing.publish(ref, document, base);
  }
}

/** Why there is nothing to undo. */
function notUndone(kind: Exclude<Undo["kind"], "restore">, name: string): string {
  switch (kind) {
    case "nothingBefore":
      return l10n.t('Nothing to undo: "{0}" has no earlier version on this computer.', name);
    case "overtaken":
      return l10n.t(
        '"{0}" was changed elsewhere after you published. Find earlier versions in Show Configuration Versions….',
        name,
      );
    case "neverPublished":
      return l10n.t('Nothing to undo: "{0}" wasn\'t published from this computer.', name);
  }
}

function isPublished({ origin }: Version): boolean {
  return origin !== "edit";
}
