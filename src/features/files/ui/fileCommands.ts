import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { DeletedConnectors } from "../../connectors/deletedConnectors";
import { pickOne } from "../../../platform/flow/pickOne";
import { plainText } from "../../../platform/words/plainText";
import { relativeTime } from "../../../platform/words/time";
import { commandIds, connectorFileEnding } from "../../../manifest";
import { ConnectorCreation, type CreateParts } from "../../connectors/ui/createFlow";
import { chooseFile } from "../../connectors/ui/createSource";
import type { FileActions } from "./fileActions";
import { saveToWorkspace, type SaveToWorkspaceParts } from "./saveToWorkspace";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { signedIn, withConnector, type TargetParts } from "../../connectors/ui/connectorTarget";

export interface FileCommandParts extends TargetParts {
  readonly create: CreateParts;
  readonly fileActions: FileActions;
  readonly saving: SaveToWorkspaceParts;
  readonly deleted: Pick<DeletedConnectors, "list">;
}

type FileCommandId =
  | typeof commandIds.saveToWorkspace
  | typeof commandIds.publishFile
  | typeof commandIds.compareFile
  | typeof commandIds.createFromFile
  | typeof commandIds.createFromThisFile
  | typeof commandIds.restoreDeleted;

/** The commands on files with configurations, and on what was kept of deleted connectors. */
export function fileCommands(parts: FileCommandParts): Pick<CommandHandlers, FileCommandId> {
  const { create, fileActions, saving } = parts;
  const withFile = (act: (file: vscode.Uri) => unknown) => async (given: unknown) => {
    if (!(await signedIn(parts))) {
      return;
    }
    const file = fileOf(given) ?? (await chosenFile());
    if (file) {
      await act(file);
    }
  };
  const publishOne = withFile((file) => fileActions.publish(file));
  const createFromFile = withFile((file) =>
    new ConnectorCreation(create, {
      purpose: file.toString(),
      draft: {
        name: nameOf(file),
        description: "",
        source: { kind: "file", uri: file.toString() },
      },
    }).run(),
  );
  return {
    [commandIds.saveToWorkspace]: withConnector(
      parts,
      l10n.t("Save Configuration to Workspace"),
      ({ ref, connector }) => saveToWorkspace(saving, ref, connector),
      { ofActiveEditor: true },
    ),
    [commandIds.publishFile]: async (given, selected) => {
      const files = selectedFiles(selected);
      if (files.length < 2) {
        await publishOne(given);
      } else if (await signedIn(parts)) {
        await fileActions.publishAll(files);
      }
    },
    [commandIds.compareFile]: withFile((file) => fileActions.compare(file)),
    [commandIds.createFromFile]: createFromFile,
    // The explorer shows no category: there it has a title that names the product.
    [commandIds.createFromThisFile]: createFromFile,
    [commandIds.restoreDeleted]: async () => {
      if (await signedIn(parts)) {
        await restoreDeleted(parts);
      }
    },
  };
}

async function restoreDeleted({ session, prompts, deleted, create }: FileCommandParts) {
  const account = await session.account();
  const all = await deleted.list(account);
  const chosen = await pickOne(prompts, {
    title: l10n.t("Restore Deleted Connector"),
    placeholder:
      all.length > 0
        ? l10n.t("Connector to make anew")
        : l10n.t("No connector of this team was deleted from here"),
    items: all.map((one) => ({
      label: one.name,
      description: l10n.t(
        "{0}, deleted {1}",
        one.identifier,
        relativeTime(one.deletedAt, Date.now()),
      ),
      icon: "history",
      value: one,
    })),
  });
  if (chosen) {
    const { name, description, deletedAt } = chosen;
    const draft = { name, description, source: { kind: "deleted", deletedAt } as const };
    await new ConnectorCreation(create, { account, purpose: `deleted ${deletedAt}`, draft }).run();
  }
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

async function chosenFile(): Promise<vscode.Uri | undefined> {
  const chosen = await chooseFile();
  return chosen === undefined ? undefined : vscode.Uri.parse(chosen, true);
}

function nameOf(file: vscode.Uri): string {
  const segment = file.path.split("/").at(-1) ?? "";
  return plainText(segment.replace(/(\.connector)?\.json$/i, ""), 200);
}
