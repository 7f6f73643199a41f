import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import type { Secret } from "../../secrets/secretsApi";
import { byName } from "../connectorOrder";
import type { ConnectorState, ConnectorStates } from "../../configurations/publishStates";
import type { ConnectorStore } from "../connectorStore";
import type { ListState } from "../listState";
import type { SecretStore } from "../../secrets/secretStore";
import { relativeTime } from "../../../platform/words/time";
import { userMessageFor, type UserMessage } from "../../../platform/words/userMessage";
import { connectorsViewId } from "../../../manifest";
import { RowChanges } from "../../../platform/ui/rowChanges";
import { parentOf, secretItem, secretNodes, type SecretNode } from "../../secrets/ui/secretNodes";
import { connectorItem, problemItem, retryItem } from "./connectorItem";

export type TreeNode =
  | { readonly kind: "connector"; readonly connector: Connector }
  | { readonly kind: "problem"; readonly message: UserMessage }
  | { readonly kind: "retry" }
  | SecretNode;

/**
 * The team's connectors, by name, each with its secrets, which are asked for when somebody opens their group.
 * Above them why the last listing failed, if it did.
 */
class ConnectorTree implements vscode.TreeDataProvider<TreeNode> {
  private readonly changed: RowChanges;
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(
    private readonly store: ConnectorStore,
    private readonly states: ConnectorStates,
    private readonly secrets: SecretStore,
    isShown: () => boolean,
  ) {
    this.changed = new RowChanges(isShown);
    this.onDidChangeTreeData = this.changed.event;
    store.onDidChange(() => this.changed.fire());
    secrets.onDidChange(() => this.changed.fire());
    states.onDidChange(() => this.changed.fire());
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (!parent) {
      this.changed.answered();
      return nodesOf(this.store.state);
    }
    if (parent.kind !== "connector" && parent.kind !== "secrets") {
      return [];
    }
    const { kind, connector } = parent;
    const ref = this.store.refOf(connector);
    if (!ref) {
      return [];
    }
    return kind === "connector"
      ? [{ kind: "secrets", connector, total: this.secrets.list(ref)?.total }]
      : secretNodes(connector, await this.secrets.look(ref));
  }

  /** Needed by `reveal`. */
  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === "secret" || node.kind === "secretsRemark" || node.kind === "secrets"
      ? parentOf(node)
      : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.kind) {
      case "connector":
        return connectorItem(node.connector, this.stateOf(node.connector));
      case "problem":
        return problemItem(node.message);
      case "retry":
        return retryItem();
      case "secrets":
      case "secret":
      case "secretsRemark":
        return secretItem(node);
    }
  }

  private stateOf(connector: Connector): ConnectorState | undefined {
    const ref = this.store.refOf(connector);
    return ref && this.states.get(ref);
  }
}

/** The view: its tree, its message, its progress, and the one fetch when it is first looked at. */
export class ConnectorsView implements vscode.Disposable {
  private readonly view: vscode.TreeView<TreeNode>;
  private isProgressShown = false;

  constructor(
    private readonly store: ConnectorStore,
    states: ConnectorStates,
    secrets: SecretStore,
  ) {
    const treeDataProvider = new ConnectorTree(store, states, secrets, () => this.view.visible);
    this.view = vscode.window.createTreeView(connectorsViewId, { treeDataProvider });
    this.view.onDidChangeVisibility(() => this.look());
    store.onDidChange((state) => this.update(state));
  }

  /** Fetches the list if somebody can see the view and it was not fetched before. */
  look(): void {
    if (this.view.visible) {
      void this.store.look();
    }
  }

  /** Says whose connectors these are. In the title: a description shows only where a container has more views. */
  setTeam(team: string | undefined): void {
    this.view.title = team ? l10n.t("Connectors of {0}", team) : l10n.t("Connectors");
  }

  async reveal(connector: Connector): Promise<void> {
    await this.view.reveal({ kind: "connector", connector }, { select: true, focus: false });
  }

  /** Only where people see the view: nobody asked for it. */
  async revealSecret(connector: Connector, secret: Secret): Promise<void> {
    if (this.view.visible) {
      await this.view.reveal({ kind: "secret", connector, secret }, { select: true, focus: false });
    }
  }

  get selected(): Connector | undefined {
    const [node] = this.view.selection;
    return node?.kind === "connector" ? node.connector : undefined;
  }

  dispose(): void {
    this.view.dispose();
  }

  private update(state: ListState): void {
    this.view.message = messageFor(state);
    if (state.isLoading && !this.isProgressShown) {
      this.isProgressShown = true;
      void vscode.window.withProgress({ location: { viewId: connectorsViewId } }, async () => {
        await this.store.refresh();
        this.isProgressShown = false;
      });
    }
  }
}

function nodesOf({ connectors, problem }: ListState): TreeNode[] {
  const nodes = byName(connectors).map((connector) => ({ kind: "connector" as const, connector }));
  if (problem === undefined) {
    return nodes;
  }
  const context = { failed: "", right: "cb_connectors_read" };
  const message = userMessageFor(problem, context, Date.now());
  return [{ kind: "problem", message }, { kind: "retry" }, ...nodes];
}

function messageFor({ connectors, isRemembered, listedAt, total }: ListState): string {
  if (connectors.length === 0) {
    return "";
  }
  if (total !== undefined) {
    return l10n.t("The API lists {0} of {1} connectors.", connectors.length, total);
  }
  if (!isRemembered) {
    return "";
  }
  return listedAt === undefined
    ? l10n.t("The connectors created from this editor.")
    : l10n.t("The list as it was {0}.", relativeTime(listedAt, Date.now()));
}
