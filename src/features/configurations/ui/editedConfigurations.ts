import * as vscode from "vscode";
import { connectorKey, type ConnectorRef } from "../../../platform/connectorRef";
import { Emitter } from "../../../platform/event";
import { openDocument, connectorRefOf } from "./configurationDocuments";

/** Which configurations have unpublished changes in an editor. */
export class EditedConfigurations implements vscode.Disposable {
  private readonly changed = new Emitter<ConnectorRef>();
  /** A configuration has such changes now, or has none any more. */
  readonly onDidChange = this.changed.event;
  /** Keys of the connectors that had some when they were last looked at. */
  private readonly known = new Set<string>();
  private readonly listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.update(document)),
    vscode.workspace.onDidCloseTextDocument((document) => this.update(document)),
  );

  /** Whether an editor holds unpublished changes of this connector's configuration. */
  has(ref: ConnectorRef): boolean {
    return openDocument(ref)?.isDirty ?? false;
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** The editor tells of a save and of a revert as of a change without any. */
  private update({ uri }: vscode.TextDocument): void {
    const ref = connectorRefOf(uri);
    if (!ref) {
      return;
    }
    const key = connectorKey(ref);
    const isEdited = this.has(ref);
    if (isEdited !== this.known.has(key)) {
      this.known[isEdited ? "add" : "delete"](key);
      this.changed.fire(ref);
    }
  }
}
