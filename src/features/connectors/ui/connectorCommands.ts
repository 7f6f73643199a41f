import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import type { CreateDraft } from "../createDraft";
import { duplicateName } from "../fieldLimits";
import type { Account } from "../../../platform/account";
import { commandIds } from "../../../manifest";
import { ConnectorCreation, type CreateParts } from "./createFlow";
import { deleteConnectorAction, type DeleteParts } from "./deleteConnector";
import { editDescription, renameConnector, type DetailsParts } from "./editDetails";
import type { VersionActions } from "../../configurations/ui/versionActions";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { signedIn, withConnector, type TargetParts } from "./connectorTarget";

export interface ConnectorCommandParts extends TargetParts, DetailsParts, DeleteParts {
  readonly create: CreateParts;
  readonly versionActions: VersionActions;
  readonly open: (account: Account, connector: Connector) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly store: TargetParts["store"] & DeleteParts["store"];
}

type ConnectorCommandId =
  | typeof commandIds.createConnector
  | typeof commandIds.duplicateConnector
  | typeof commandIds.openConfiguration
  | typeof commandIds.copyIdentifier
  | typeof commandIds.rename
  | typeof commandIds.editDescription
  | typeof commandIds.deleteConnector
  | typeof commandIds.showVersions
  | typeof commandIds.undoLastPublish
  | typeof commandIds.refresh;

/** The commands on connectors. From the tree they get their node; from the palette they ask for one. */
export function connectorCommands(
  parts: ConnectorCommandParts,
): Pick<CommandHandlers, ConnectorCommandId> {
  const { create, open, versionActions, refresh } = parts;
  const ofActiveEditor = { ofActiveEditor: true };
  return {
    [commandIds.createConnector]: () => new ConnectorCreation(create).run(),
    [commandIds.duplicateConnector]: withConnector(
      parts,
      l10n.t("Duplicate Connector"),
      ({ ref, connector }) =>
        new ConnectorCreation(create, {
          account: ref,
          purpose: connector.identifier,
          draft: duplicateDraft(connector),
        }).run(),
    ),
    [commandIds.openConfiguration]: withConnector(
      parts,
      l10n.t("Open Configuration"),
      ({ ref, connector }) => open(ref, connector),
    ),
    [commandIds.copyIdentifier]: withConnector(
      parts,
      l10n.t("Copy Connector Identifier"),
      async ({ connector: { identifier } }) => {
        await vscode.env.clipboard.writeText(identifier);
        vscode.window.setStatusBarMessage(l10n.t("Copied {0}", identifier), 3000);
      },
    ),
    [commandIds.rename]: withConnector(parts, l10n.t("Rename Connector"), ({ ref, connector }) =>
      renameConnector(parts, ref, connector),
    ),
    [commandIds.editDescription]: withConnector(
      parts,
      l10n.t("Edit Connector Description"),
      ({ ref, connector }) => editDescription(parts, ref, connector),
    ),
    [commandIds.deleteConnector]: withConnector(
      parts,
      l10n.t("Delete Connector"),
      ({ ref, connector }) => deleteConnectorAction(parts, ref, connector),
    ),
    [commandIds.showVersions]: withConnector(
      parts,
      l10n.t("Show Configuration Versions"),
      ({ ref, connector }) => versionActions.show(ref, connector),
      ofActiveEditor,
    ),
    [commandIds.undoLastPublish]: withConnector(
      parts,
      l10n.t("Undo Last Publish"),
      ({ ref, connector }) => versionActions.undoLast(ref, connector),
      ofActiveEditor,
    ),
    [commandIds.refresh]: async () => {
      if (await signedIn(parts)) {
        await refresh();
      }
    },
  };
}

function duplicateDraft({ name, identifier }: Connector): CreateDraft {
  return {
    name: duplicateName(name),
    description: "",
    source: { kind: "connector", identifier },
  };
}
