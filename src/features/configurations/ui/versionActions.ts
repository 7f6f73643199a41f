import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { formatConfiguration } from "../../../platform/json/format";
import type { Configurations } from "../configurations";
import type { PickItem, Prompts } from "../../../platform/flow/prompts";
import { runSteps, type Step } from "../../../platform/flow/steps";
import { relativeTime } from "../../../platform/words/time";
import { findUndo, type Undo } from "../undoPublish";
import type { Version } from "../versionFileName";
import type { Versions } from "../versions";
import { documentUri, openUri } from "./configurationDocuments";
import { replaceText } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import type { ConfirmPublish, PublishAction } from "./confirmPublish";
import type { Publishing } from "./publishing";
import { keepEdit } from "./conflictActions";
import { showDiff, type VersionDocuments } from "./versionDocuments";

export interface VersionParts {
  readonly configurations: Configurations;
  readonly versions: Versions;
  readonly documents: VersionDocuments;
  readonly prompts: Prompts;
  readonly publishing: Publishing;
  readonly confirm: ConfirmPublish;
}

type Deed = "compare" | "restore";

/** The versions of a connector that are kept on this computer: to look at, to compare, to go back to. */
export class VersionActions {
  constructor(private readonly parts: VersionParts) {}

  async show(ref: ConnectorRef, connector: Connector): Promise<void> {
    const versions = await this.parts.versions.list(ref);
    const chosen = await this.choose(connector, versions);
    if (!chosen) {
      return;
    }
    const text = await this.parts.versions.text(ref, chosen.version.id);
    if (text === undefined) {
      throw new Error(l10n.t("This version is no longer stored on this computer."));
    }
    if (chosen.deed === "restore") {
      await this.restore(ref, connector, text, "restore");
    } else {
      await this.compare(ref, connector, chosen.version, text);
    }
  }

  /** Publishes the version that the last publish from here replaced. */
  async undoLast(ref: ConnectorRef, connector: Connector): Promise<void> {
    await this.parts.configurations.load(ref); // what is published now is among the versions then
    const undo = findUndo(await this.parts.versions.list(ref));
    if (undo.kind !== "restore") {
      void vscode.window.showInformationMessage(notUndone(undo.kind, connector.name));
      return;
    }
    const text = await this.parts.versions.text(ref, undo.version.id);
    if (text === undefined) {
      throw new Error(l10n.t("This version is no longer stored on this computer."));
    }
    await this.restore(ref, connector, text, "undo");
  }

  private async choose(connector: Connector, versions: readonly Version[]) {
    const { prompts } = this.parts;
    let version: Version | undefined;
    const choice: { deed: Deed } = { deed: "compare" };
    const title = l10n.t("Versions of {0}", connector.name);
    const which: Step = {
      ask: (position) =>
        prompts.pick<Version>({
          title,
          position,
          placeholder:
            versions.length > 0
              ? l10n.t("Select a version")
              : l10n.t("No versions on this computer yet"),
          items: versions.map((one, index) => versionItem(one, index)),
          isActive: (one) => one === version,
          accept: (one) => {
            version = one;
            return "next";
          },
        }),
    };
    const what: Step = {
      ask: (position) =>
        prompts.pick<Deed>({
          title,
          position,
          placeholder: l10n.t("Select an action"),
          items: [
            { label: l10n.t("Compare with Current"), icon: "diff", value: "compare" },
            {
              label: l10n.t("Restore"),
              description: l10n.t("publishes this version"),
              icon: "discard",
              value: "restore",
            },
          ],
          accept: (one) => {
            choice.deed = one;
            return "next";
          },
        }),
    };
    return (await runSteps([which, what])) && version ? { version, ...choice } : undefined;
  }

  private async compare(
    ref: ConnectorRef,
    connector: Connector,
    version: Version,
    text: string,
  ): Promise<void> {
    const now = openUri(ref) ?? documentUri(ref, connector);
    const title = l10n.t("{0}: {1} ↔ current", connector.name, timeOf(version));
    await showDiff(this.parts.documents.uri(ref, connector.name, text), now, title);
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
        '"{0}" was changed by someone else after you published. Find earlier versions in Show Configuration Versions….',
        name,
      );
    case "neverPublished":
      return l10n.t('Nothing to undo: "{0}" wasn\'t published from this computer.', name);
  }
}

function versionItem(version: Version, index: number): PickItem<Version> {
  return {
    label: timeOf(version),
    description: [originOf(version), relativeTime(version.at, Date.now())].join(", "),
    icon: index === 0 ? "circle-filled" : "history",
    value: version,
  };
}

function timeOf({ at }: Version): string {
  return new Date(at).toLocaleString();
}

function originOf({ origin }: Version): string {
  switch (origin) {
    case "here":
      return l10n.t("published by you");
    case "elsewhere":
      return l10n.t("published elsewhere");
    case "edit":
      return l10n.t("discarded edit");
  }
}
