import { confirmErrors } from "../../connectors/ui/confirmErrors";
import { ConnectorContributions } from "../../connectors/ui/contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { lineChanges } from "../lineChanges";
import type { AccountValue } from "../../../platform/storage/accountStorage";
import type { Base } from "../../connectors/publication";
import type { Versions } from "../versions";
import { readSettings } from "../../../platform/ui/settings";
import { showDiff, type VersionDocuments } from "./versionDocuments";

export interface ConfirmParts {
  /** Identifiers of an account's connectors that are published without asking. */
  readonly unasked: AccountValue<string[]>;
  readonly contributions: ConnectorContributions;
  readonly versions: Pick<Versions, "textOf">;
  readonly documents: VersionDocuments;
}

/** Asks before something goes live, unless the person does not want to be asked. */
export class ConfirmPublish {
  constructor(private readonly parts: ConfirmParts) {}

  /** @returns whether to publish */
  async ask(
    ref: ConnectorRef,
    uri: vscode.Uri,
    name: string,
    base: Base | undefined,
    text: string,
  ): Promise<boolean> {
    const unasked = this.parts.unasked.get(ref) ?? [];
    const errors = this.parts.contributions.errorsIn(text);
    const isAsked = readSettings().confirmPublish && !unasked.includes(ref.identifier);
    if (!isAsked && errors.length === 0) {
      return true;
    }
    const published = base && (await this.parts.versions.textOf(ref, base));
    if (errors.length > 0) {
      return confirmErrors(errors, {
        uri,
        name,
        detail: detailOf(published, text),
        goOn: l10n.t("Publish Anyway"),
      });
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
      await this.parts.unasked.set(ref, [...unasked, ref.identifier]);
    } else if (chosen === showChanges && published !== undefined) {
      const title = l10n.t("{0}: published ↔ edited", name);
      await showDiff(this.parts.documents.uri(ref, name, published), uri, title);
    }
    return chosen === publish || chosen === neverAsk;
  }

  /** Whether the person wants to be asked before this connector is published. */
  isAsked(ref: ConnectorRef): boolean {
    const unasked = this.parts.unasked.get(ref) ?? [];
    return readSettings().confirmPublish && !unasked.includes(ref.identifier);
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
