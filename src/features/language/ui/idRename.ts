import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { rangeOf } from "../../../platform/ui/documentEdits";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { IdOccurrence } from "../idIndex";
import { renamableAt, renameEdits } from "../renameId";
import { idsIn } from "./idNavigation";

/** *Rename Symbol* for IDs: everything that refers to one is changed with it, and one undo takes all of it back. */
export class IdRename implements vscode.RenameProvider {
  constructor(private readonly checks: Pick<CheckDiagnostics, "contextOf">) {}

  /** Throws, in words for the person, where nothing can be renamed. */
  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { readonly range: vscode.Range; readonly placeholder: string } {
    const { id, place } = this.renamableAt(document, position);
    return { range: rangeOf(document, place), placeholder: id };
  }

  /** Throws, in words for the person, where the new name can't be used. */
  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): vscode.WorkspaceEdit {
    const edits = renameEdits(idsIn(document), this.renamableAt(document, position), newName);
    if ("refusal" in edits) {
      throw new Error(edits.refusal);
    }
    const whole = new vscode.WorkspaceEdit();
    for (const { place, text, isCertain } of edits) {
      const asked = { needsConfirmation: true, label: l10n.t("May refer to something else") };
      whole.replace(document.uri, rangeOf(document, place), text, isCertain ? undefined : asked);
    }
    return whole;
  }

  private renamableAt(document: vscode.TextDocument, position: vscode.Position): IdOccurrence {
    const { secrets } = this.checks.contextOf(document.uri);
    const found = renamableAt(idsIn(document), document.offsetAt(position), secrets);
    if ("refusal" in found) {
      throw new Error(found.refusal);
    }
    return found;
  }
}
