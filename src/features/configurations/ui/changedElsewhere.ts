import * as l10n from "@vscode/l10n";
import { commandIds } from "../../../manifest";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { plainText } from "../../../platform/words/plainText";
import type { Notifier } from "../../../platform/ui/notifier";
import type { Configurations } from "../configurations";
import { overtakenText, type Author } from "../authors";
import type { PublishStates } from "../publishStates";
import { isBaseVersion } from "../../connectors/storedConnector";
import type { ConflictActions } from "./conflictActions";
import { openDocument } from "./configurationDocuments";

interface ChangeParts {
  readonly configurations: Pick<Configurations, "loaded" | "read" | "base" | "applyStored">;
  readonly states: PublishStates;
  readonly conflicts: Pick<ConflictActions, "conflict">;
  readonly notifier: Pick<Notifier, "ask">;
}

/** Says that what is being edited was changed elsewhere, as soon as that is known, and offers what can be done. */
export function showChangedElsewhere(parts: ChangeParts, ref: ConnectorRef, by: Author): void {
  const { configurations, notifier } = parts;
  const name = plainText(configurations.loaded(ref)?.connector.name ?? ref.identifier, 80);
  const text = overtakenText(name, by);
  const choice = (label: string, command: string) => ({
    label,
    run: () => decide(parts, ref, command),
  });
  notifier.ask("warning", text, [
    choice(l10n.t("Compare"), commandIds.compareConflict),
    choice(l10n.t("Merge"), commandIds.mergeConflict),
    choice(l10n.t("Discard My Changes"), commandIds.useTheirs),
  ]);
}

/** The list tells that there is another version of the connector: to decide about it, it has to be read. */
async function decide(
  { configurations, states, conflicts }: ChangeParts,
  ref: ConnectorRef,
  command: string,
): Promise<void> {
  const document = openDocument(ref);
  if (!document?.isDirty) {
    return; // the changes were published or given up meanwhile
  }
  if (!states.conflict(ref)) {
    const theirs = await configurations.read(ref);
    if (isBaseVersion(theirs.text, configurations.base(ref))) {
      configurations.applyStored(ref, theirs);
      states.clearConflict(ref);
      const name = plainText(theirs.connector.name, 80);
      const text = l10n.t(
        'The published version of "{0}" is still the one you started from.',
        name,
      );
      void vscode.window.showInformationMessage(text);
      return; // e.g. renamed by a colleague
    }
    states.set(ref, await conflicts.conflict(ref, theirs));
  }
  await vscode.commands.executeCommand(command, document.uri);
}
