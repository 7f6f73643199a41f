import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../api/connectors";
import type { ConnectorStore } from "../core/connectorStore";
import type { Account } from "../core/memory";
import type { Prompts } from "../core/prompts";
import type { Session } from "../core/session";
import { commandIds } from "../manifest";
import { ConnectorCreation, type CreateParts } from "./actions/createConnector";
import { pickConnector } from "./actions/pickConnector";
import type { CommandHandlers } from "./commands";
import type { TreeNode } from "./connectorTree";
import type { Notifier } from "./notifier";

export interface ConnectorCommandParts {
  readonly session: Session;
  readonly store: ConnectorStore;
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  readonly create: CreateParts;
  readonly signIn: () => Promise<boolean>;
  readonly open: (account: Account, connector: Connector) => Promise<void>;
}

type ConnectorCommandId =
  | typeof commandIds.createConnector
  | typeof commandIds.duplicateConnector
  | typeof commandIds.openConfiguration
  | typeof commandIds.copyIdentifier
  | typeof commandIds.refresh;

/** The commands on connectors. From the tree they get their node; from the palette they ask for one. */
export function connectorCommands(
  parts: ConnectorCommandParts,
): Pick<CommandHandlers, ConnectorCommandId> {
  const { session, store, prompts, notifier, create, signIn, open } = parts;
  const signedIn = async () => (await session.ready()).kind === "signedIn" || (await signIn());
  const withConnector =
    (title: string, act: (connector: Connector) => unknown) => async (node: unknown) => {
      if (!(await signedIn())) {
        return;
      }
      const connector = connectorOf(node) ?? (await pickConnector(store, prompts, title));
      if (connector) {
        await act(connector);
      }
    };
  const refresh = async () => {
    await store.refresh();
    const { problem } = store.state;
    if (problem !== undefined) {
      const failed = l10n.t("The connectors could not be listed.");
      notifier.failed(problem, {
        context: { failed, right: "cb_connectors_read" },
        tryAgain: refresh,
      });
    }
  };
  return {
    [commandIds.createConnector]: () => new ConnectorCreation(create).run(),
    [commandIds.duplicateConnector]: withConnector(l10n.t("Duplicate Connector"), (source) =>
      new ConnectorCreation(create, source).run(),
    ),
    [commandIds.openConfiguration]: withConnector(l10n.t("Open Configuration"), async (connector) =>
      open(await session.account(), connector),
    ),
    [commandIds.copyIdentifier]: withConnector(
      l10n.t("Copy Identifier"),
      async ({ identifier }) => {
        await vscode.env.clipboard.writeText(identifier);
        vscode.window.setStatusBarMessage(l10n.t("Copied {0}", identifier), 3000);
      },
    ),
    [commandIds.refresh]: async () => {
      if (await signedIn()) {
        await refresh();
      }
    },
  };
}

/** The tree hands over its node, a keybinding or another extension anything. */
function connectorOf(node: unknown): Connector | undefined {
  return isTreeNode(node) && node.kind === "connector" ? node.connector : undefined;
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "kind" in value && "connector" in value;
}
