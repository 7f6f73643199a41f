import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Secret } from "../secretsApi";
import { pageOf } from "../../checks/checkDefinitions";
import type { PlacedFinding } from "../../checks/checkText";
import { plainText } from "../../../platform/words/plainText";
import { rangeOf } from "../../../platform/ui/documentEdits";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { runRegisterSecretFlow, type SecretParts } from "./registerSecretFlow";

export interface MakeSecretParts extends SecretParts {
  readonly checks: Pick<CheckDiagnostics, "update">;
}

/**
 * Registers what is written out in a configuration as a secret. In which form a configuration then refers
 * to it is documented nowhere, so the text stays: it is selected, and the person is told what can be done.
 * @param uri of the document
 * @param offset where a check has found it
 */
export async function makeSecret(
  parts: MakeSecretParts,
  target: ConnectorTarget,
  uri: unknown,
  offset: unknown,
): Promise<void> {
  if (!(uri instanceof vscode.Uri)) {
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const found = parts.checks
    .update(document)
    .find(({ place, secret }) => place.offset === offset && secret);
  if (!found?.secret) {
    tellChanged();
    return;
  }
  const secret = await runRegisterSecretFlow(parts, target, found.secret);
  if (!secret) {
    return;
  }
  // The text may have changed by now, and the same may be written out in several places.
  const distance = ({ place }: PlacedFinding) => Math.abs(place.offset - found.place.offset);
  const findAgain = () =>
    parts.checks
      .update(document)
      .filter((one) => one.code === found.code && one.secret?.value === found.secret?.value)
      .toSorted((a, b) => distance(a) - distance(b))[0];
  const place = findAgain()?.place;
  if (place) {
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const range = rangeOf(document, place);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range);
  }
  void offer(document, findAgain, secret);
}

/** Not waited for: a notification may stay for hours. */
async function offer(
  document: vscode.TextDocument,
  findAgain: () => PlacedFinding | undefined,
  { name, placeholder }: Secret,
): Promise<void> {
  const words = l10n.t(
    "“{0}” is registered as {1}. In which form a configuration refers to a secret is for the documentation to say. The value has been readable here: change it at its source as well.",
    plainText(name, 80),
    plainText(placeholder, 100),
  );
  const open = l10n.t("Open Documentation");
  const put = l10n.t("Put the Placeholder Here");
  const choices = editFor(document, findAgain(), placeholder) ? [put, open] : [open];
  const chosen = await vscode.window.showWarningMessage(words, ...choices);
  if (chosen === open) {
    await vscode.env.openExternal(vscode.Uri.parse(pageOf("secretNotRegistered")));
  } else if (chosen === put) {
    const edit = editFor(document, findAgain(), placeholder);
    if (!edit || !(await vscode.workspace.applyEdit(edit))) {
      tellChanged();
    }
  }
}

/** Puts the placeholder where the value stands; undefined where the finding is about another place. */
function editFor(
  document: vscode.TextDocument,
  finding: PlacedFinding | undefined,
  placeholder: string,
): vscode.WorkspaceEdit | undefined {
  const value = finding?.secret?.value;
  // That one stands at the secret's source, which may contain the value by chance.
  if (!finding || !value || finding.code === "secretInPlainText") {
    return undefined;
  }
  const range = rangeOf(document, finding.place);
  const written = document.getText(range);
  if (!written.includes(inJson(value))) {
    return undefined;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    range,
    written.replace(inJson(value), () => inJson(placeholder)),
  );
  return edit;
}

/** As it stands between quotes. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function tellChanged(): void {
  void vscode.window.showInformationMessage(l10n.t("The text has changed: nothing is there now."));
}
