import * as vscode from "vscode";
import type { ConfigurationRef } from "../core/configurationPath";
import type { Configurations } from "../core/configurations";
import type { ConnectorStates } from "../core/connectorStates";
import { keepEdit, type Mine } from "./actions/conflict";
import type { Versions } from "../core/versions";
import { replaceText } from "./documentText";

export interface DocumentMineParts {
  readonly configurations: Configurations;
  readonly states: ConnectorStates;
  readonly versions: Pick<Versions, "add">;
  /** Asks the person, and publishes. */
  readonly publish: (ref: ConfigurationRef, document: vscode.TextDocument) => Promise<void>;
}

/** A configuration's document as one side of a conflict. */
export function documentMine(
  { configurations, states, versions, publish }: DocumentMineParts,
  ref: ConfigurationRef,
  uri: vscode.Uri,
  text: string,
): Mine {
  return {
    ref,
    uri,
    text,
    base: configurations.base(ref),
    merged: async (merged, conflict) => {
      const document = await vscode.workspace.openTextDocument(uri);
      await keepEdit(versions, ref, document.getText()); // what was typed in it since is not in the merge
      await replaceText(uri, merged);
      states.set(ref, conflict);
      await vscode.window.showTextDocument(document, { preview: false });
      await publish(ref, document);
    },
    replace: async ({ theirs }) => {
      configurations.put(ref, theirs);
      await vscode.window.showTextDocument(uri, { preview: false });
      await vscode.commands.executeCommand("workbench.action.files.revert");
      states.set(ref, undefined);
    },
  };
}
