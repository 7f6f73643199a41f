import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import { portableFileName } from "../../../platform/words/fileName";
import { type ConnectorRef } from "../../../platform/connectorRef";
import type { Configurations } from "../../configurations/configurations";
import { formatConfiguration } from "../../../platform/json/format";
import { versionId } from "../../../platform/json/tokens";
import { withSchema } from "../../schema/schemaProperty";
import { connectorFileEnding } from "../../../manifest";
import { editedDocument, pathOf, writeText } from "../../../platform/ui/workspaceFiles";
import type { LinkedFiles } from "./linkedFiles";
import type { Notifier } from "../../../platform/ui/notifier";
import { reportLinkFailure } from "./linkFailure";

/** What saving a configuration as a file needs. */
export interface SaveToWorkspaceParts {
  readonly configurations: Pick<Configurations, "load">;
  readonly files: LinkedFiles;
  readonly notifier: Notifier;
}

/** Writes the published configuration into a file that the person chooses, and remembers what it belongs to. */
export async function saveToWorkspace(
  { configurations, files, notifier }: SaveToWorkspaceParts,
  ref: ConnectorRef,
  connector: Connector,
): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) {
    const openFolder = {
      label: l10n.t("Open Folder…"),
      run: () => vscode.commands.executeCommand("vscode.openFolder"),
    };
    notifier.ask("information", l10n.t("Open a folder to save the configuration in."), [
      openFolder,
    ]);
    return;
  }
  const name = portableFileName(connector.name) + connectorFileEnding;
  const target = await vscode.window.showSaveDialog({
    title: l10n.t("Save Configuration of {0}", connector.name),
    defaultUri: vscode.Uri.joinPath(folder.uri, name),
    filters: { [l10n.t("Configurations")]: ["json"] },
  });
  if (!target) {
    return;
  }
  await files.link(target); // where its link can't be written, neither is the file
  const { published } = await configurations.load(ref);
  const laidOut = new TextDecoder().decode(formatConfiguration(published));
  const { text, isAdded } = withSchema(laidOut);
  if (editedDocument(target) && !(await mayReplaceEdits(target))) {
    return;
  }
  await writeText(target, text);
  await vscode.window.showTextDocument(target, { preview: false });
  const link = { ref, version: versionId(published), schemaAdded: isAdded };
  await reportLinkFailure(
    notifier,
    l10n.t("Saved {0}", pathOf(target)),
    files.setLink(target, link),
  );
}

async function mayReplaceEdits(target: vscode.Uri): Promise<boolean> {
  const replace = l10n.t("Replace");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t(
      '"{0}" has unsaved changes. Replace them with the published configuration?',
      pathOf(target),
    ),
    { modal: true, detail: l10n.t("You can undo this in the editor.") },
    replace,
  );
  return chosen === replace;
}
