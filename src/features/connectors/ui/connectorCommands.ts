import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { commandIds, type connectorCommands } from "../../../manifest";
import type { CommandHandlers } from "../../../platform/ui/commands";
import { userMessageFor } from "../../../platform/words/userMessage";
import { duplicateDraft } from "../createDraft";
import type { WriteAccess } from "../writeAccess";
import type { ConnectorTargets } from "./connectorTarget";
import { CreateConnectorFlow, type CreateParts, type CreateStart } from "./createConnectorFlow";
import { confirmAndDeleteConnector, type DeleteParts } from "./confirmAndDeleteConnector";
import { editDescription, renameConnector, type DetailsParts } from "./editDetails";
import { explainProblem, hasRowsFor } from "../../../platform/ui/problemRows";
import { isSectionNode, type SectionNode } from "./contributions";
import { ofFocusedRow } from "./treeKeys";
import { chooseDeleted, restoreStart } from "./restoreDeleted";

/** What the commands on connectors need. */
export interface ConnectorCommandParts
  extends CreateParts, Omit<DeleteParts, "restore">, DetailsParts {
  /** Whether somebody sees the list. */
  readonly isListShown: () => boolean;
  readonly targets: ConnectorTargets;
  readonly writeAccess: WriteAccess;
  readonly store: CreateParts["store"] & DeleteParts["store"];
  readonly deleted: CreateParts["deleted"] & DeleteParts["deleted"];
}

/** The commands on connectors. From the tree they get their node; from the palette they ask for one. */
export function connectorHandlers(
  parts: ConnectorCommandParts,
): CommandHandlers<typeof connectorCommands> {
  const { targets } = parts;
  const create = (start?: CreateStart) => new CreateConnectorFlow(parts, start).run();
  const restore: DeleteParts["restore"] = (account, deleted) =>
    create({ account, ...restoreStart(deleted) });
  const deleteOne = targets.command(l10n.t("Delete Connector"), ({ ref, connector }) =>
    confirmAndDeleteConnector({ ...parts, restore }, ref, connector),
  );
  const renameOne = targets.command(l10n.t("Rename Connector"), ({ ref, connector }) =>
    renameConnector(parts, ref, connector),
  );
  const isRow = (given: unknown) => targets.ofRow(given) !== undefined;
  return {
    createConnector: () => create(),
    duplicateConnector: targets.command(l10n.t("Duplicate Connector"), ({ ref, connector }) =>
      create({
        account: ref,
        action: "duplicate",
        purpose: connector.identifier,
        draft: duplicateDraft(connector),
      }),
    ),
    copyIdentifier: targets.command(
      l10n.t("Copy Connector Identifier"),
      async ({ connector: { identifier } }) => {
        await vscode.env.clipboard.writeText(identifier);
        vscode.window.setStatusBarMessage(l10n.t("Copied {0}", identifier), 3000);
      },
    ),
    rename: ofFocusedRow(commandIds.rename, isRow, renameOne),
    editDescription: targets.command(l10n.t("Edit Connector Description"), ({ ref, connector }) =>
      editDescription(parts, ref, connector),
    ),
    deleteConnector: ofFocusedRow(commandIds.deleteConnector, isRow, (given) =>
      isSectionNode(given) ? deleteRow(given) : deleteOne(given),
    ),
    restoreDeleted: async () => {
      const start = (await targets.ensureSignedIn()) && (await chooseDeleted(parts));
      if (start) {
        await create(start);
      }
    },
    refresh: async (given) => {
      if (await targets.ensureSignedIn()) {
        await refresh(parts, given === explainProblem);
      }
    },
  };
}

/** The Delete key goes to the row that has the focus, of whatever feature: never to the connector above it. */
async function deleteRow(node: SectionNode): Promise<void> {
  const command = node.section.deleteCommandOf(node);
  if (command) {
    await vscode.commands.executeCommand(command, node);
  }
}

/** @param isExplained whether to say in full why it fails, though the list says it in a row */
async function refresh(parts: ConnectorCommandParts, isExplained: boolean): Promise<void> {
  const { store, notifier, writeAccess } = parts;
  writeAccess.granted(); // whoever refreshes wants to try again
  await store.refresh();
  const { problem } = store.state;
  if (problem === undefined) {
    return;
  }
  const failed = l10n.t("Couldn't load the connectors.");
  const context = { failed, right: "cb_connectors_read" };
  const { steps } = userMessageFor(problem, context, Date.now());
  const isSaid = parts.isListShown() && hasRowsFor(steps);
  if (isExplained || !isSaid) {
    notifier.failed(problem, { context, tryAgain: () => refresh(parts, true) });
  }
}
