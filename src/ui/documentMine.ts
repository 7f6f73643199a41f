import * as vscode from "vscode";
import type { ConfigurationRef } from "../core/configurationPath";
import type { Configurations } from "../core/configurations";
import type { ConnectorStates } from "../core/connectorStates";
import type { Mine } from "./actions/conflict";
import { replaceText } from "./documentText";

/** A configuration's document as one side of a conflict. */
export function documentMine(
  { configurations, states }: { configurations: Configurations; states: ConnectorStates },
  ref: ConfigurationRef,
  uri: vscode.Uri,
  text: string,
): Mine {
  return {
    ref,
    uri,
    text,
    base: configurations.base(ref),
    merged: async (merged) => {
      const conflict = states.conflict(ref);
      await replaceText(uri, merged);
      states.set(ref, conflict && { ...conflict, isMerged: true });
      await vscode.window.showTextDocument(uri, { preview: false });
    },
    replace: async ({ theirs }) => {
      configurations.put(ref, theirs);
      await vscode.window.showTextDocument(uri, { preview: false });
      await vscode.commands.executeCommand("workbench.action.files.revert");
      states.set(ref, undefined);
    },
  };
}
