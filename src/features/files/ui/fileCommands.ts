import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { plainText } from "../../../platform/words/plainText";
import { connectorFileEnding, type fileCommands } from "../../../manifest";
import type { CreateStart } from "../../connectors/ui/createConnectorFlow";
import type { FileActions } from "./fileActions";
import { saveToWorkspace, type SaveToWorkspaceParts } from "./saveToWorkspace";
import type { CommandHandlers } from "../../../platform/ui/commands";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";

/** What the commands on files need. */
export interface FileCommandParts {
  readonly targets: ConnectorTargets;
  readonly fileActions: FileActions;
  readonly saving: SaveToWorkspaceParts;
  /** Creates a connector, from the first question on. */
  readonly create: (start: CreateStart) => Promise<void>;
}

/** The commands on files with configurations. */
export function fileHandlers(parts: FileCommandParts): CommandHandlers<typeof fileCommands> {
  const { targets, create, fileActions, saving } = parts;
  const withFile =
    (title: string, act: (file: vscode.Uri) => unknown) => async (given: unknown) => {
      if (!(await targets.ensureSignedIn())) {
        return;
      }
      const file = fileOf(given) ?? (await chooseFile(title));
      if (file) {
        await act(file);
      }
    };
  const publishOne = withFile(l10n.t("Select a file to publish to a connector"), (file) =>
    fileActions.publish(file),
  );
  const createFromFile = withFile(createTitle(), (file) =>
    create({
      action: "fromFile",
      purpose: file.toString(),
      draft: {
        name: nameOf(file),
        description: "",
        source: { kind: "file", uri: file.toString() },
      },
    }),
  );
  return {
    saveToWorkspace: targets.command(
      l10n.t("Save Configuration to Workspace"),
      ({ ref, connector }) => saveToWorkspace(saving, ref, connector),
      { ofActiveEditor: true },
    ),
    publishFile: async (given, selected) => {
      const files = selectedFiles(selected);
      if (files.length < 2) {
        await publishOne(given);
      } else if (await targets.ensureSignedIn()) {
        await fileActions.publishAll(files);
      }
    },
    compareFile: withFile(l10n.t("Select a file to compare with a connector"), (file) =>
      fileActions.compare(file),
    ),
    createFromFile,
    // The explorer shows no category: there it has a title that names the product.
    createFromThisFile: createFromFile,
  };
}

/** The explorer and the tab's toolbar hand over their URI; from the palette it may be the active editor's. */
function fileOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) {
    return given;
  }
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.path.endsWith(connectorFileEnding) ? uri : undefined;
}

/** The explorer hands over all that is selected, of whatever kind. */
function selectedFiles(selected: unknown): readonly vscode.Uri[] {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [];
  return all.flatMap((one) =>
    one instanceof vscode.Uri && one.path.endsWith(connectorFileEnding) ? [one] : [],
  );
}

/** What a file is asked for with that a new connector gets its configuration from. */
export function createTitle(): string {
  return l10n.t("Select a file to create a connector from");
}

/**
 * Has the person choose a file; undefined when they cancel.
 * @param title says what for
 */
export async function chooseFile(title: string): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: l10n.t("Select"),
    filters: { [l10n.t("Configurations")]: ["json"] },
  });
  return chosen?.[0];
}

function nameOf(file: vscode.Uri): string {
  const segment = file.path.split("/").at(-1) ?? "";
  return plainText(segment.replace(/(\.connector)?\.json$/i, ""), 200);
}
