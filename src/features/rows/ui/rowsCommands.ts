import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { configurationScheme, connectorFileEnding, type rowsCommands } from "../../../manifest";
import { portableFileName } from "../../../platform/words/fileName";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { pathOf } from "../../../platform/ui/workspaceFiles";
import { curlCommand } from "../curlCommand";
import { exportRows, type ExportFormat } from "../exportRows";
import type { RowsViewCommand } from "../rowsMessages";
import type { RunResult } from "../runResult";
import type { ResponseDocuments } from "./responseDocuments";
import type { RowsPanel } from "./rowsPanel";
import type { RowsView } from "./rowsView";

/** What the commands of the view need. */
export interface RowsCommandParts {
  readonly view: Pick<RowsView, "active" | "askAgain" | "askAgainFor">;
  readonly responses: ResponseDocuments;
}

/** The commands of the panel that has the focus. */
export function rowsHandlers(parts: RowsCommandParts): CommandHandlers<typeof rowsCommands> {
  const run = (command: RowsViewCommand) => async () => {
    const { active } = parts.view;
    if (active) {
      await runRowsCommand(parts, command, active);
    } else {
      void vscode.window.showInformationMessage(
        l10n.t("Select the rows of a preview or test run first."),
      );
    }
  };
  return {
    copyRows: run("copyRows"),
    saveRows: run("saveRows"),
    openResponse: run("openResponse"),
    copyAsCurl: run("copyAsCurl"),
    runAgain: async () => {
      const document = parts.view.active ? undefined : activeConfiguration();
      if (document) {
        parts.view.askAgainFor(document.toString());
      } else {
        await run("runAgain")();
      }
    },
  };
}

/** The configuration that the focus is in. */
function activeConfiguration(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const isOne = uri?.scheme === configurationScheme || uri?.path.endsWith(connectorFileEnding);
  return isOne ? uri : undefined;
}

/** Runs a command for a panel. */
export async function runRowsCommand(
  { view, responses }: RowsCommandParts,
  command: RowsViewCommand,
  panel: RowsPanel,
): Promise<void> {
  const { result } = panel;
  if (command === "runAgain") {
    view.askAgain(panel.key); // the rows may be gone
    return;
  }
  if (!result) {
    return;
  }
  switch (command) {
    case "copyRows":
      return copyRows(result, panel);
    case "saveRows":
      return saveRows(result, panel);
    case "openResponse":
      await responses.open(result);
      return;
    case "copyAsCurl":
      return copyAsCurl(result);
  }
}

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ExportFormat;
}

function formats(): readonly FormatItem[] {
  return [
    { label: "CSV", description: l10n.t("Spreadsheets"), format: "csv" },
    { label: "JSON", description: l10n.t("Scripts and tools"), format: "json" },
    { label: "Markdown", description: l10n.t("Issues and documents"), format: "markdown" },
  ];
}

const endings: Readonly<Record<ExportFormat, string>> = {
  csv: "csv",
  json: "json",
  markdown: "md",
};

async function copyRows(result: RunResult, panel: RowsPanel): Promise<void> {
  const indexes = await panel.wantedRows();
  const chosen = await vscode.window.showQuickPick(formats(), {
    title: l10n.t("Copy Rows"),
    placeHolder: l10n.t("Format to copy {0} in", countOf(indexes.length)),
  });
  if (chosen) {
    await vscode.env.clipboard.writeText(exportRows(chosen.format, { ...result, indexes }));
    vscode.window.setStatusBarMessage(l10n.t("Copied {0}", countOf(indexes.length)), 3000);
  }
}

/** A spreadsheet takes a file for UTF-8 only where it begins so. */
const byteOrderMark = "\ufeff";

async function saveRows(result: RunResult, panel: RowsPanel): Promise<void> {
  const indexes = await panel.wantedRows();
  const chosen = await vscode.window.showQuickPick(formats(), {
    title: l10n.t("Save Rows"),
    placeHolder: l10n.t("Format to save {0} in", countOf(indexes.length)),
  });
  if (!chosen) {
    return;
  }
  const ending = endings[chosen.format];
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `${portableFileName(result.title)}.${ending}`;
  const target = await vscode.window.showSaveDialog({
    title: l10n.t("Save Rows"),
    filters: { [chosen.label]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (target) {
    const text = exportRows(chosen.format, { ...result, indexes });
    const marked = chosen.format === "csv" ? byteOrderMark + text : text;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(marked));
    vscode.window.setStatusBarMessage(l10n.t("Saved {0}", pathOf(target)), 5000);
  }
}

function countOf(count: number): string {
  return count === 1 ? l10n.t("1 row") : l10n.t("{0} rows", count);
}

async function copyAsCurl({ request }: RunResult): Promise<void> {
  if (!request) {
    void vscode.window.showInformationMessage(l10n.t("This run has no request to copy."));
    return;
  }
  await vscode.env.clipboard.writeText(curlCommand(request));
  vscode.window.setStatusBarMessage(l10n.t("Copied as cURL"), 3000);
}
