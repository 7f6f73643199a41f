import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { jsonLenses } from "../../../platform/ui/jsonLenses";
import { reportTypesOf } from "../../checks/rules/reportTypes";

/** *Test Run* above each report type of a configuration that has an ID, by which alone it can be run. */
export function testRunLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const command = { title: l10n.t("Test Run"), command: commandIds.testConnector };
  return jsonLenses(document, command, (json) =>
    reportTypesOf(json).flatMap(({ id, path }) => (id ? [{ id, path }] : [])),
  );
}
