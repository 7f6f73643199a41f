import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { Connector } from "../connectorsApi";
import { type ConnectorRef } from "../../../platform/connectorRef";
import type { DeletedConnector } from "../deletedConnectors";
import { archiveAndDelete, type DeletionParts } from "../archiveAndDelete";
import { plainText } from "../../../platform/words/plainText";
import type { Prompts } from "../../../platform/flow/prompts";
import { onlyStep } from "../../../platform/flow/steps";
import type { ConnectorContributions } from "./contributions";
import type { Notifier } from "../../../platform/ui/notifier";

/** What the deletion of a connector needs, with its questions. */
export interface DeleteParts extends DeletionParts {
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  readonly contributions: ConnectorContributions;
  /** Has everybody know. */
  readonly wasDeleted: (ref: ConnectorRef) => void;
  /** Creates a connector from what is kept of a deleted one, after the questions about it. */
  readonly restore: (ref: ConnectorRef, deleted: DeletedConnector) => unknown;
}

/** Deletes a connector after two questions, of which one has to be answered with its identifier. */
export async function confirmAndDeleteConnector(
  parts: DeleteParts,
  ref: ConnectorRef,
  connector: Connector,
): Promise<void> {
  const name = plainText(connector.name, 80);
  const goOn = l10n.t("Delete…");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Delete "{0}" ({1})?', name, ref.identifier),
    { modal: true, detail: detailOf(parts.contributions.isEdited(ref)) },
    goOn,
  );
  if (chosen !== goOn || !(await isTyped(parts.prompts, name, ref.identifier))) {
    return;
  }
  let deleted: DeletedConnector;
  try {
    deleted = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: l10n.t("Deleting {0}", name) },
      () => archiveAndDelete(parts, ref, connector),
    );
  } catch (error) {
    const again = () => confirmAndDeleteConnector(parts, ref, connector);
    parts.notifier.failed(error, {
      context: {
        failed: l10n.t('Couldn\'t confirm that "{0}" was deleted.', name),
        notFound: notFoundText(),
        right: "cb_connectors_write",
      },
      tryAgain: again,
      afterSignIn: again,
    });
    return;
  }
  parts.wasDeleted(ref);
  const restore = { label: l10n.t("Restore…"), run: () => parts.restore(ref, deleted) };
  parts.notifier.ask("information", l10n.t('Deleted "{0}".', name), [restore]);
}

function detailOf(isEdited: boolean): string {
  const sentences = [
    l10n.t("This removes the connector for the whole team, with its secrets, logo, and logs."),
    l10n.t("The configuration stays on this computer."),
    isEdited ? l10n.t("You have unpublished changes.") : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

async function isTyped(prompts: Prompts, name: string, identifier: string): Promise<boolean> {
  const answer = await prompts.text({
    title: l10n.t("Delete {0}", name),
    position: onlyStep,
    prompt: l10n.t("Type {0} to delete the connector permanently", identifier),
    placeholder: identifier,
    value: "",
    remark: (typed) =>
      typed.trim() === identifier
        ? undefined
        : { severity: "error", text: l10n.t("Type {0}.", identifier) },
    onInput: () => undefined,
  });
  return answer === "next";
}
