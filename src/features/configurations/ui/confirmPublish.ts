import { confirmErrors } from "../../connectors/ui/confirmErrors";
import { ConnectorContributions } from "../../connectors/ui/contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Account } from "../../../platform/account";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { changeSummary } from "../lineChanges";
import type { AccountValue } from "../../../platform/storage/accountStorage";
import type { BaseVersion } from "../../connectors/storedConnector";
import type { Versions } from "../versions";
import { plainText } from "../../../platform/words/plainText";
import { readSettings } from "../../../platform/ui/settings";
import { showDiff, type VersionDocuments } from "./versionDocuments";

/** What the question before a publish needs. */
export interface ConfirmParts {
  /** Identifiers of an account's connectors that are published without asking. */
  readonly unasked: AccountValue<string[]>;
  readonly contributions: ConnectorContributions;
  readonly versions: Pick<Versions, "textOf">;
  readonly documents: VersionDocuments;
  /** What people call the team of an account. */
  readonly teamName: (account: Account) => string;
}

/** Asks before something goes live, unless the person does not want to be asked. */
export class ConfirmPublish {
  constructor(private readonly parts: ConfirmParts) {}

  /**
   * Asks before a text goes live.
   * @param uri the document that has the text, where one has it
   * @returns whether to publish
   */
  async ask(
    ref: ConnectorRef,
    uri: vscode.Uri | undefined,
    name: string,
    base: BaseVersion | undefined,
    text: string,
    action: PublishAction = "publish",
  ): Promise<boolean> {
    const { contributions, documents, versions } = this.parts;
    const unasked = this.parts.unasked.get(ref) ?? [];
    const errors = await contributions.errorsIn(text);
    if (!this.isAsked(ref) && errors.length === 0) {
      return true;
    }
    const published = base && (await versions.textOf(ref, base));
    const showChanges =
      published === undefined
        ? undefined
        : () =>
            showDiff(
              documents.publishedUri(ref, name, published),
              uri ?? documents.uri(ref, name, text),
              l10n.t("{0}: published ↔ your changes", name),
            );
    const team = l10n.t("Team: {0}", plainText(this.parts.teamName(ref), 80));
    const detail = [changeSummary(published, text), team].join("\n");
    const labels = labelsOf(action, name);
    if (errors.length > 0) {
      return confirmErrors(errors, { uri, name, detail, goOn: labels.goOn, showChanges });
    }
    const show = l10n.t("Show Changes");
    const neverAsk = l10n.t("Publish and Don't Ask Again");
    const chosen = await vscode.window.showInformationMessage(
      labels.question,
      { modal: true, detail },
      labels.button,
      ...(showChanges ? [show] : []),
      ...(action === "publish" ? [neverAsk] : []),
    );
    if (chosen === neverAsk) {
      await this.parts.unasked.set(ref, [...unasked, ref.identifier]);
    } else if (chosen === show) {
      await showChanges?.();
    }
    return chosen === labels.button || chosen === neverAsk;
  }

  /** Whether the person wants to be asked before this connector is published. */
  isAsked(ref: ConnectorRef): boolean {
    const unasked = this.parts.unasked.get(ref) ?? [];
    return readSettings().confirmPublish && !unasked.includes(ref.identifier);
  }
}

/** Why something goes live: an edit is published, or an earlier version restored. */
export type PublishAction = "publish" | "undo" | "restore";

function labelsOf(action: PublishAction, name: string) {
  switch (action) {
    case "publish":
      return {
        question: l10n.t('Publish "{0}"?', name),
        button: l10n.t("Publish"),
        goOn: l10n.t("Publish Anyway"),
      };
    case "undo":
      return {
        question: l10n.t('Undo the last publish of "{0}"?', name),
        button: l10n.t("Undo"),
        goOn: l10n.t("Undo Anyway"),
      };
    case "restore":
      return {
        question: l10n.t('Restore this version of "{0}"?', name),
        button: l10n.t("Restore"),
        goOn: l10n.t("Restore Anyway"),
      };
  }
}
