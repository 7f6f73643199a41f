import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { isJson } from "../../../platform/json/parsedValue";
import { locate } from "../../../platform/json/places";
import { rangeOf } from "../../../platform/ui/documentEdits";
import { previewTargets } from "../previewTargets";

/** *Preview* above each request that can be previewed. */
export class PreviewCodeLens implements vscode.CodeLensProvider {
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const text = document.getText();
    if (!isJson(text)) {
      return [];
    }
    const targets = previewTargets(JSON.parse(text));
    const places = locate(
      text,
      targets.map(({ kind, path }) => (kind === "reportType" ? path : [...path, "request"])),
    );
    return targets.flatMap(({ id }, index) => {
      const located = places[index];
      if (!located) {
        return [];
      }
      const { offset } = located.key ?? located.value;
      const command = {
        title: l10n.t("Preview"),
        command: commandIds.previewReportType,
        arguments: [document.uri, id],
      };
      return new vscode.CodeLens(rangeOf(document, { offset, length: 1 }), command);
    });
  }
}
