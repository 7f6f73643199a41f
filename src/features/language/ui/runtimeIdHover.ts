import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { locate, type Place } from "../../../platform/json/places";
import { oncePerVersion } from "../../../platform/ui/oncePerVersion";
import { fieldPath, reportTypesIn, runtimeIdOf } from "../../checks/rules/reportTypes";

/** Says under which ID a field is queried, which stands nowhere in the configuration. */
export class RuntimeIdHover implements vscode.HoverProvider {
  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const runtimeId = runtimeIdAt(document, position);
    if (runtimeId === undefined) {
      return undefined;
    }
    const text = new vscode.MarkdownString("", true);
    text.isTrusted = { enabledCommands: [commandIds.copyRuntimeFieldId] };
    text.appendText(l10n.t("Runtime ID of this field in queries:")).appendCodeblock(runtimeId, "");
    const args = encodeURIComponent(JSON.stringify([runtimeId]));
    const copy = l10n.t("Copy");
    text.appendMarkdown(`[$(copy) ${copy}](command:${commandIds.copyRuntimeFieldId}?${args})`);
    return new vscode.Hover(text);
  }
}

/** Copies the runtime ID of a field: the one that is handed over, or that of the field with the cursor. */
export async function copyRuntimeFieldId(given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const atCursor = editor && runtimeIdAt(editor.document, editor.selection.active);
  const id = typeof given === "string" ? given : atCursor;
  if (id === undefined) {
    void vscode.window.showInformationMessage(l10n.t("Place the cursor in a field first."));
    return;
  }
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(l10n.t("Copied {0}", id), 3000);
}

/** @returns undefined where the position is on no field that has one */
function runtimeIdAt(document: vscode.TextDocument, position: vscode.Position): string | undefined {
  const at = document.offsetAt(position);
  const isThere = ({ place: { offset, length } }: NamedField) =>
    offset <= at && at <= offset + length;
  return namedFieldsIn(document).find(isThere)?.runtimeId;
}

interface NamedField {
  readonly place: Place;
  readonly runtimeId: string;
}

const namedFieldsIn = oncePerVersion((document): readonly NamedField[] => {
  const text = document.getText();
  const named = reportTypesIn(text).flatMap((type) =>
    type.fields.flatMap((field, index) => {
      const runtimeId = runtimeIdOf(type, field);
      return runtimeId === undefined ? [] : [{ runtimeId, path: fieldPath(type, index) }];
    }),
  );
  const located = locate(
    text,
    named.map(({ path }) => path),
  );
  return named.flatMap(({ runtimeId }, index) => {
    const place = located[index]?.value;
    return place ? [{ place, runtimeId }] : [];
  });
});
