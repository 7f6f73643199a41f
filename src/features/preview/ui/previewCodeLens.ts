import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import { commandIds } from "../../../manifest";
import { jsonLenses } from "../../../platform/ui/jsonLenses";
import { previewTargets } from "../previewTargets";

/** *Preview* above each request that can be previewed. */
export function previewLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const command = { title: l10n.t("Preview"), command: commandIds.previewReportType };
  return jsonLenses(document, command, (json) =>
    previewTargets(json).map(({ id, kind, path }) => ({
      id,
      path: kind === "reportType" ? path : [...path, "request"],
    })),
  );
}
