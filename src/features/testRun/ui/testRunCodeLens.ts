import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { isJson } from "../../../platform/json/parsedValue";
import { locate } from "../../../platform/json/places";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { reportTypesOf } from "../../checks/rules/reportTypes";

/** *Test Run* above each report type of a configuration that has an ID, by which alone it can be run. */
export function testRunLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const text = document.getText();
  if (!isJson(text)) {
    return [];
  }
  const types = reportTypesOf(JSON.parse(text)).filter(({ id }) => id);
  const places = locate(
    text,
    types.map(({ path }) => path),
  );
  return types.flatMap(({ id }, index) => {
    const located = places[index];
    if (!located) {
      return [];
    }
    const { offset } = located.key ?? located.value;
    const command = {
      title: l10n.t("Test Run"),
      command: commandIds.testConnector,
      arguments: [document.uri, id],
    };
    return new vscode.CodeLens(rangeOf(document, { offset, length: 1 }), command);
  });
}
