import * as vscode from "vscode";
import { formatConfiguration } from "../../../platform/json/format";
import type { Configurations } from "../configurations";
import type { StoredConnector } from "../../connectors/storedConnector";
import { keepEdit, type ConflictSide } from "./conflictActions";
import type { Versions } from "../versions";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { PublishStates } from "../publishStates";
import { replaceText } from "../../../platform/ui/documentEdits";

/** What the conflict of a document needs. */
export interface DocumentConflictParts {
  readonly configurations: Configurations;
  readonly states: PublishStates;
  readonly versions: Pick<Versions, "add">;
  /** Has the editor save what the service has, which publishes nothing. */
  readonly saveStored: (
    ref: ConnectorRef,
    document: vscode.TextDocument,
    stored: StoredConnector,
  ) => Promise<void>;
  /** Asks the person, and publishes. */
  readonly publish: (ref: ConnectorRef, document: vscode.TextDocument) => Promise<void>;
}

/** A configuration's document as one side of a conflict. */
export function documentConflictSide(
  { configurations, states, versions, publish, saveStored }: DocumentConflictParts,
  ref: ConnectorRef,
  uri: vscode.Uri,
  text: string,
): ConflictSide {
  return {
    ref,
    uri,
    text,
    base: configurations.base(ref),
    applyMerge: async (merged, conflict) => {
      const document = await vscode.workspace.openTextDocument(uri);
      await keepEdit(versions, ref, document.getText()); // what was typed in it since is not in the merge
      await replaceText(uri, merged);
      states.set(ref, conflict);
      await vscode.window.showTextDocument(document, { preview: false });
      await publish(ref, document);
    },
    applyTheirs: async ({ theirs }) => {
      const document = await replaceText(
        uri,
        new TextDecoder().decode(formatConfiguration(theirs.text)),
      );
      // Only now: the edit would be published over theirs where the editor has not taken theirs.
      configurations.rebase(ref, theirs);
      states.set(ref, undefined);
      await saveStored(ref, document, theirs);
      await vscode.window.showTextDocument(document, { preview: false });
    },
  };
}
