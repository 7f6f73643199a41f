import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { configurationScheme, mergeScheme } from "../../../manifest";
import { asWritten, decode } from "./documentText";

/**
 * Tells a person's saves from all others. The file system isn't told why it is to write. The event before a save is,
 * but some writes come without one.
 */
export class ManualSaves implements vscode.Disposable {
  private readonly announced = new Map<string, vscode.TextDocumentSaveReason>();
  private readonly listening = vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
    if ([configurationScheme, mergeScheme].includes(document.uri.scheme)) {
      this.announced.set(document.uri.toString(), reason);
    }
  });

  /**
   * Throws, in words for the person, where it was not a person who saved this document now.
   * @param bytes what is written
   */
  require(uri: vscode.Uri, bytes: Uint8Array): void {
    const reason = this.take(uri);
    const isManual =
      reason === undefined
        ? isSavedUnannounced(uri, bytes)
        : reason === vscode.TextDocumentSaveReason.Manual;
    if (isManual) {
      return;
    }
    throw vscode.FileSystemError.Unavailable(
      reason === undefined
        ? l10n.t("Save the configuration in its own editor to publish it.")
        : l10n.t("Auto Save doesn't publish. Save the configuration to publish it."),
    );
  }

  /** Why the editor saves this document now; undefined where it did not say. */
  take(uri: vscode.Uri): vscode.TextDocumentSaveReason | undefined {
    const key = uri.toString();
    const reason = this.announced.get(key);
    this.announced.delete(key);
    return reason;
  }

  dispose(): void {
    this.listening.dispose();
  }
}

/**
 * Whether a write that no event announced is the save of an edited document: *Save without Formatting* announces
 * none. Nor does the auto-save of a window that closes, which is why auto-save must be off.
 */
function isSavedUnannounced(uri: vscode.Uri, bytes: Uint8Array): boolean {
  const document = vscode.workspace.textDocuments.find(
    (one) => one.uri.toString() === uri.toString(),
  );
  return (
    document !== undefined &&
    document.isDirty &&
    asWritten(document.getText()) === decode(bytes) &&
    vscode.workspace.getConfiguration("files", document).get("autoSave") === "off"
  );
}
