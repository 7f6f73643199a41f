import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { CheckCode } from "../checkDefinitions";
import type { Fix } from "../finding";
import type { PlacedFinding } from "../checkText";
import { isJson } from "../../../platform/json/parsedValue";
import { locate, type Place } from "../../../platform/json/places";
import { plainText } from "../../../platform/words/plainText";
import { secretReference } from "../secretReferences";
import { commandIds } from "../../../manifest";
import { rangeOf } from "../../../platform/ui/documentEdits";
import type { CheckDiagnostics } from "./checkDiagnostics";

/** What can be done about a finding. */
export class CheckFixes implements vscode.CodeActionProvider {
  constructor(private readonly diagnostics: Pick<CheckDiagnostics, "findingsOf">) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const findings = this.diagnostics
      .findingsOf(document)
      .filter(({ place }) => rangeOf(document, place).intersection(range));
    const places = placesOf(document, findings);
    const fixes = findings.flatMap((finding) => {
      const about = context.diagnostics.filter(({ code }) => Object(code).value === finding.code);
      return actionsFor(document, finding, places).map((action) =>
        Object.assign(action, { diagnostics: about }),
      );
    });
    // The editor lists actions that are about a diagnostic before those that are about none: these come last.
    const codes = new Set(findings.map(({ code }) => code));
    return [...fixes, ...[...codes].map(disableAction)];
  }
}

/** Where the fixes apply, in one pass: texts are long, and each move of the cursor asks for this. */
function placesOf(
  document: vscode.TextDocument,
  findings: readonly PlacedFinding[],
): ReadonlyMap<Fix, Place> {
  const fixes = findings.flatMap((finding) => finding.fixes ?? []);
  const text = document.getText();
  if (fixes.length === 0 || !isJson(text)) {
    return new Map();
  }
  const located = locate(
    text,
    fixes.map(({ path }) => path),
  );
  return new Map(
    fixes.flatMap((fix, index) => {
      const place = located[index]?.value;
      return place ? [[fix, place]] : [];
    }),
  );
}

function actionsFor(
  document: vscode.TextDocument,
  finding: PlacedFinding,
  places: ReadonlyMap<Fix, Place>,
): vscode.CodeAction[] {
  const { fixes = [], related } = finding;
  const edits = fixes.flatMap((fix) => editAction(document, fix, places.get(fix)) ?? []);
  const [only] = edits;
  if (only && edits.length === 1) {
    only.isPreferred = true;
  }
  const goTo =
    related &&
    commandAction(l10n.t("Go to Declaration"), "vscode.open", [
      document.uri,
      { selection: rangeOf(document, related.place) },
    ]);
  return [...edits, ...secretActions(document, finding), ...(goTo ? [goTo] : [])];
}

function disableAction(code: CheckCode): vscode.CodeAction {
  return commandAction(l10n.t('Disable Check "{0}"', code), commandIds.switchOffCheck, [code]);
}

/** The value stays in the document: whoever runs the command takes it from there. */
function secretActions({ uri }: vscode.TextDocument, { code, secret, place }: PlacedFinding) {
  if (!secret) {
    return [];
  }
  const name = plainText(secret.name, 80);
  if (code === "secretNotRegistered" || code === "unknownSecretReference") {
    const title = name ? l10n.t('Register Secret "{0}"…', name) : l10n.t("Register Secret…");
    return [commandAction(title, commandIds.registerSecret, [uri, secret.name])];
  }
  if (code === "secretNotUsed") {
    return [
      commandAction(
        l10n.t("Copy {0}", plainText(secretReference(secret.placeholder ?? ""), 120)),
        commandIds.copySecretPlaceholder,
        [uri, secret],
      ),
      commandAction(l10n.t('Delete Secret "{0}"…', name), commandIds.deleteSecret, [uri, secret]),
    ];
  }
  return [commandAction(l10n.t("Move to Secret…"), commandIds.makeSecret, [uri, place.offset])];
}

function editAction(
  document: vscode.TextDocument,
  fix: Fix,
  place: Place | undefined,
): vscode.CodeAction | undefined {
  if (!place) {
    return undefined;
  }
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  if (fix.add === undefined) {
    action.edit.replace(document.uri, rangeOf(document, place), fix.json);
  } else {
    const text = document.getText();
    const inside = place.offset + 1;
    // As the first member, laid out as the one that is first now.
    const [space = ""] = /^\s*/.exec(text.slice(inside)) ?? [];
    const isEmpty = text[inside + space.length] === "}";
    const member = `${JSON.stringify(fix.add)}: ${fix.json}`;
    const added = isEmpty ? member : `${space}${member},`;
    action.edit.insert(document.uri, document.positionAt(inside), added);
  }
  return action;
}

function commandAction(title: string, command: string, args: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: args };
  return action;
}
