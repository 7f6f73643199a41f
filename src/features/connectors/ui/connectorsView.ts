import { ConnectorContributions, type SectionNode } from "./contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import { byName } from "../connectorOrder";
import { isKnownEmpty, type ConnectorStore, type ListState } from "../connectorStore";
import type { Session } from "../../account/session";
import { relativeTime } from "../../../platform/words/time";
import { loadUserMessage } from "../../../platform/words/loadUserMessage";
import { commandIds, connectorsViewId } from "../../../manifest";
import { problemItem, problemNodes, type ProblemNode } from "../../../platform/ui/problemRows";
import { RowChanges } from "../../../platform/ui/rowChanges";
import { connectorItem } from "./connectorItem";

/** A row of the tree. */
export type TreeNode =
  | { readonly kind: "connector"; readonly connector: Connector }
  | ProblemNode
  | SectionNode;

/** The team's connectors, by name, each with what other features put below it. Above them why the last listing failed, if it did. */
class ConnectorTree implements vscode.TreeDataProvider<TreeNode> {
  private readonly changed: RowChanges;
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(
    private readonly store: ConnectorStore,
    private readonly contributions: ConnectorContributions,
    isShown: () => boolean,
  ) {
    this.changed = new RowChanges(isShown);
    this.onDidChangeTreeData = this.changed.event;
    store.onDidChange(() => this.changed.fire());
    contributions.onDidChange(() => this.changed.fire());
  }

  getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    const rows = this.childrenOf(parent);
    void this.changed.rowsRequested(rows.catch(() => undefined));
    return rows;
  }

  private async childrenOf(parent?: TreeNode): Promise<TreeNode[]> {
    if (!parent) {
      return nodesOf(this.store.state);
    }
    if ("section" in parent) {
      return [...(await parent.section.childrenOf(parent))];
    }
    const ref = parent.kind === "connector" ? this.store.refOf(parent.connector) : undefined;
    return ref && parent.kind === "connector"
      ? Promise.all(this.contributions.sections.map(({ root }) => root(ref, parent.connector)))
      : [];
  }

  /** Needed by `reveal`. */
  getParent(node: TreeNode): TreeNode | undefined {
    if (!("section" in node)) {
      return undefined;
    }
    return node.section.parentOf(node) ?? { kind: "connector", connector: node.connector };
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if ("section" in node) {
      return node.section.itemOf(node);
    }
    switch (node.kind) {
      case "connector": {
        const ref = this.store.refOf(node.connector);
        return connectorItem(
          node.connector,
          ref && this.contributions.statusOf(ref),
          ref !== undefined && this.contributions.isEdited(ref),
        );
      }
      case "problem":
      case "step":
      case "retry":
        return problemItem(node, l10n.t("Couldn't load connectors"), commandIds.refresh);
    }
  }
}

/** The view: its tree, its message, its progress, and the one fetch when it is first looked at. */
export class ConnectorsView implements vscode.Disposable {
  private readonly view: vscode.TreeView<TreeNode>;
  private isProgressShown = false;
  private team: string | undefined;

  constructor(
    private readonly store: ConnectorStore,
    contributions: ConnectorContributions,
    private readonly session: Pick<Session, "ready">,
  ) {
    const treeDataProvider = new ConnectorTree(store, contributions, () => this.view.visible);
    this.view = vscode.window.createTreeView(connectorsViewId, {
      treeDataProvider,
      showCollapseAll: true,
    });
    this.view.onDidChangeVisibility(() => this.refreshIfVisible());
    store.onDidChange((state) => this.update(state));
  }

  /** Fetches the list if somebody can see the view and it was not fetched before. */
  refreshIfVisible(): void {
    if (this.view.visible) {
      void this.session.ready();
      void this.store.ensureListed();
    }
  }

  /** Whether somebody sees it. */
  get isVisible(): boolean {
    return this.view.visible;
  }

  /** Says whose connectors these are. */
  setTeam(team: string | undefined): void {
    this.team = team;
    this.describe(this.store.state);
  }

  /** Selects a connector's row, and leaves the focus where it is. */
  async reveal(connector: Connector): Promise<void> {
    await this.view.reveal({ kind: "connector", connector }, { select: true, focus: false });
  }

  /** Selects a row below a connector. Only where people see the view: nobody asked for it. */
  async revealNode(node: SectionNode): Promise<void> {
    if (this.view.visible) {
      await this.view.reveal(node, { select: true, focus: false });
    }
  }

  dispose(): void {
    this.view.dispose();
  }

  private describe(state: ListState): void {
    const { team, view } = this;
    const isEmpty = isKnownEmpty(state);
    // Above the rows, since the title is cut after a few letters, and a description shows only where a container has
    // more views. Not in an empty view: a message takes the place of its welcome.
    const message = isEmpty ? "" : [team, messageFor(state)].filter(Boolean).join(" · ");
    if (message !== (view.message ?? "")) {
      view.message = message;
    }
    view.title = isEmpty && team ? team : l10n.t("Connectors");
  }

  private update(state: ListState): void {
    this.describe(state);
    if (state.isLoading && !this.isProgressShown) {
      this.isProgressShown = true;
      void vscode.window.withProgress({ location: { viewId: connectorsViewId } }, async () => {
        await this.store.refresh();
        this.isProgressShown = false;
      });
    }
  }
}

async function nodesOf({ connectors, problem }: ListState): Promise<TreeNode[]> {
  const nodes = byName(connectors).map((connector) => ({ kind: "connector" as const, connector }));
  if (problem === undefined) {
    return nodes;
  }
  const context = { failed: "", right: "cb_connectors_read" };
  const message = await loadUserMessage(problem, context, Date.now());
  return [...problemNodes(message), ...nodes];
}

function messageFor({ connectors, isRemembered, listedAt, total }: ListState): string {
  if (connectors.length === 0) {
    return "";
  }
  if (total !== undefined) {
    return l10n.t("Showing {0} of {1} connectors.", connectors.length, total);
  }
  if (!isRemembered) {
    return "";
  }
  return listedAt === undefined
    ? l10n.t("Connectors created in this window.")
    : l10n.t("Updated {0}.", relativeTime(listedAt, Date.now()));
}
