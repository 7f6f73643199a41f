import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { onlyStep } from "../../../platform/flow/steps";
import { applyEdit, rangeOf, requireWritable } from "../../../platform/ui/documentEdits";
import { plainText } from "../../../platform/words/plainText";
import { fieldId } from "../../checks/rules/reportTypes";
import { addFieldsEdit } from "../fieldsEdit";
import { suggestFields, type FieldSuggestion } from "../fieldSuggestions";
import type { PreviewMemory } from "../previewMemory";
import type { PreviewTarget } from "../previewTargets";
import { sampleRows } from "../sampleRows";
import type { PreviewedConfiguration } from "./previewedConfiguration";
import { chooseSavedResponse } from "./savedResponses";

/** Adds fields to a report type by the leaves of a response's rows, in one edit. */
export async function addFields(
  open: PreviewedConfiguration,
  target: PreviewTarget,
  memory: PreviewMemory,
  prompts: Prompts,
): Promise<void> {
  const { document, configuration } = open;
  await requireWritable(document.uri);
  const body = await chooseResponse(memory, prompts, document.uri.toString(), target);
  if (body === undefined) {
    return;
  }
  const suggestions = suggestFields(responseRows(configuration, target, body), takenIds(target));
  if (suggestions.length === 0) {
    void vscode.window.showInformationMessage(l10n.t("The response has no values for fields."));
    return;
  }
  const chosen = await pickFields(prompts, target, suggestions);
  if (chosen.length > 0) {
    await insert(document, target, chosen);
  }
}

function responseRows(
  configuration: unknown,
  target: PreviewTarget,
  body: string,
): readonly unknown[] {
  try {
    return sampleRows(configuration, target, body);
  } catch {
    throw new Error(l10n.t("No fields were added: the response isn't JSON."));
  }
}

function takenIds({ reportType }: PreviewTarget): ReadonlySet<string> {
  return new Set(reportType?.fields.flatMap((field) => fieldId(field) ?? []));
}

async function chooseResponse(
  memory: PreviewMemory,
  prompts: Prompts,
  document: string,
  target: PreviewTarget,
): Promise<string | undefined> {
  const last = memory.ofTarget(document, target.id);
  const from = await pickOne<"last" | "saved" | "clipboard">(prompts, {
    title: l10n.t("Add Fields from Response"),
    placeholder: l10n.t("Response to take the fields from"),
    items: [
      ...(last
        ? [{ label: l10n.t("Last Response"), icon: "history", value: "last" as const }]
        : []),
      { label: l10n.t("Saved Response…"), icon: "json", value: "saved" },
      { label: l10n.t("Clipboard"), icon: "clippy", value: "clipboard" },
    ],
  });
  switch (from) {
    case "last":
      return last?.body;
    case "saved":
      return chooseSavedResponse(prompts);
    case "clipboard":
      return vscode.env.clipboard.readText();
    case undefined:
      return undefined;
  }
}

async function pickFields(
  prompts: Prompts,
  { reportType }: PreviewTarget,
  suggestions: readonly FieldSuggestion[],
): Promise<readonly FieldSuggestion[]> {
  const used = new Set(
    reportType?.fields.map((field) => String(Object(Object(field).value).value)),
  );
  let chosen: readonly FieldSuggestion[] = [];
  await prompts.pickMany({
    title: l10n.t("Add Fields from Response"),
    position: onlyStep,
    placeholder: l10n.t("Fields to add; their data types are guessed from the values"),
    items: suggestions.map((one) => ({
      label: plainText(one.label, 100),
      description: `${one.path}  ${one.dataType}`,
      detail: l10n.t("{0} (guessed from {1} values)", plainText(one.sample, 80), one.values),
      value: one,
    })),
    isPicked: ({ path }) => !used.has(path),
    accept: (values) => {
      chosen = values;
      return "next";
    },
  });
  return chosen;
}

async function insert(
  shown: vscode.TextDocument,
  target: PreviewTarget,
  fields: readonly FieldSuggestion[],
): Promise<void> {
  // One that was closed meanwhile is another one by now, and nobody would see what is added.
  const { document } = shown.isClosed
    ? await vscode.window.showTextDocument(shown.uri, { preview: false })
    : { document: shown };
  const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
  const edit = addFieldsEdit(document.getText(), target, fields, eol);
  if (!edit) {
    throw new Error(l10n.t("The configuration has changed: there is no place for the fields."));
  }
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, rangeOf(document, edit.place), edit.text);
  await applyEdit(document.uri, change);
  vscode.window.setStatusBarMessage(
    l10n.t("Added {0} fields. Their data types are guesses: check them.", fields.length),
    8000,
  );
}
