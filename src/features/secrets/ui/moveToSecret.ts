import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Secret } from "../secretsApi";
import { secretReference } from "../../checks/secretReferences";
import type { PlacedFinding } from "../../checks/checkText";
import { plainText } from "../../../platform/words/plainText";
import { applyEdit, rangeOf, requireWritable } from "../../../platform/ui/documentEdits";
import type { CheckDiagnostics } from "../../checks/ui/checkDiagnostics";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { runRegisterSecretFlow, type SecretParts } from "./registerSecretFlow";

/** What moving a value to a secret needs. */
export interface MakeSecretParts extends SecretParts {
  readonly checks: Pick<CheckDiagnostics, "update">;
}

/**
 * Registers what is written out in a configuration as a secret, and puts the reference to it in the value's place.
 * @param uri of the document
 * @param offset where a check has found it
 */
export async function moveValueToSecret(
  parts: MakeSecretParts,
  target: ConnectorTarget,
  uri: unknown,
  offset: unknown,
): Promise<void> {
  if (!(uri instanceof vscode.Uri)) {
    return;
  }
  await requireWritable(uri); // the secret would be registered, and the value stay
  const document = await vscode.workspace.openTextDocument(uri);
  const findings = await parts.checks.update(document);
  const found = findings.find(({ place, secret }) => place.offset === offset && secret);
  if (!found?.secret) {
    showChanged();
    return;
  }
  const secret = await runRegisterSecretFlow(parts, target, found.secret);
  if (!secret) {
    return;
  }
  // The text may have changed by now, and the same may be written out in several places.
  const distance = ({ place }: PlacedFinding) => Math.abs(place.offset - found.place.offset);
  // A document that was closed meanwhile is another one when it is shown again.
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const [finding] = (await parts.checks.update(editor.document))
    .filter((one) => one.code === found.code && one.secret?.value === found.secret?.value)
    .toSorted((a, b) => distance(a) - distance(b));
  if (finding) {
    editor.revealRange(rangeOf(editor.document, finding.place));
  }
  const replaced = finding && (await replaceValue(editor.document, finding, secret));
  showMoved(uri, secret, replaced).catch((error: unknown) => parts.notifier.failed(error));
}

/** What was put in a value's place, to be taken back. */
interface Replaced {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Not waited for: a notification may stay for hours. */
async function showMoved(
  uri: vscode.Uri,
  { name, placeholder }: Secret,
  replaced: Replaced | undefined,
): Promise<void> {
  const undo = l10n.t("Undo");
  const secret = plainText(name, 80);
  const message = replaced
    ? l10n.t(
        'Moved to the secret "{0}". Anyone who read it here still knows it: change it at its source.',
        secret,
      )
    : l10n.t(
        'Registered the secret "{0}". The value is still here: replace it with {1}, and change it at its source.',
        secret,
        plainText(secretReference(placeholder), 120),
      );
  const chosen = await vscode.window.showWarningMessage(message, ...(replaced ? [undo] : []));
  if (chosen === undo && replaced) {
    await takeBack(uri, replaced);
  }
}

/**
 * Puts the reference where the value stands.
 * @returns undefined where nothing was replaced, since the finding is about another place or the text has changed
 */
async function replaceValue(
  document: vscode.TextDocument,
  { code, place, secret }: PlacedFinding,
  { placeholder }: Secret,
): Promise<Replaced | undefined> {
  // That one stands at the secret's source, which may contain the value by chance.
  if (!secret?.value || code === "secretInPlainText") {
    return undefined;
  }
  const range = rangeOf(document, place);
  const before = document.getText(range);
  const written = inJson(secret.value);
  if (!before.includes(written)) {
    return undefined;
  }
  const after = before.replace(written, () => inJson(secretReference(placeholder)));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after);
  return (await vscode.workspace.applyEdit(edit))
    ? { offset: place.offset, before, after }
    : undefined;
}

/** Wherever it stands by now, in view. Tells the person where that can't be done. */
async function takeBack(uri: vscode.Uri, { offset, before, after }: Replaced): Promise<void> {
  const { document } = await vscode.window.showTextDocument(uri, { preview: false });
  const text = document.getText();
  const starts = [text.lastIndexOf(after, offset), text.indexOf(after, offset)];
  const [nearest] = starts
    .filter((start) => start >= 0)
    .toSorted((a, b) => Math.abs(a - offset) - Math.abs(b - offset));
  if (nearest === undefined) {
    showChanged();
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangeOf(document, { offset: nearest, length: after.length }), before);
  await applyEdit(uri, edit);
}

/** As it stands between quotes. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function showChanged(): void {
  void vscode.window.showInformationMessage(
    l10n.t("The configuration has changed, and the value isn't there anymore."),
  );
}
