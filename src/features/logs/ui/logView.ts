import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { notFoundText } from "../../../platform/words/errorMeaning";
import type { ShownEntry } from "../logEntry";
import type { LogFollowing } from "../logFollowing";
import { isFiltered, type LogState } from "../logState";
import type { LogStore } from "../logStore";
import { logMessage, logsRight, noEntriesText } from "../logRows";
import { userMessageFor } from "../../../platform/words/userMessage";
import { problemItem, problemNodes, type ProblemNode } from "../../../platform/ui/problemRows";
import { commandIds, contextKeys, logsViewId } from "../../../manifest";
import { setContext } from "../../../platform/ui/contextKeys";
import { entryItem, entryTooltip, noEntriesItem, olderItem } from "./logItems";
import { RowChanges } from "../../../platform/ui/rowChanges";

/** A row of the view. */
export type LogNode =
  | { readonly kind: "entry"; readonly entry: ShownEntry }
  | { readonly kind: "older" }
  | { readonly kind: "none"; readonly words: string }
  | ProblemNode;

/** What of a state the rows are made of. */
type Rows = Pick<LogState, "connector" | "visible" | "mayHaveOlder" | "problem" | "filter">;

/** The rows of the view. */
export class LogTree implements vscode.TreeDataProvider<LogNode> {
  private readonly changed: RowChanges;
  readonly onDidChangeTreeData: vscode.Event<void>;
  private shown: Rows | undefined;
  private isWaiting = false;

  constructor(
    private readonly store: LogStore,
    isShown: () => boolean,
  ) {
    this.changed = new RowChanges(isShown);
    this.onDidChangeTreeData = this.changed.event;
    store.onDidChange((state) => this.update(state));
  }

  getChildren(parent?: LogNode): LogNode[] {
    if (parent) {
      return [];
    }
    void this.changed.rowsRequested(undefined);
    return nodesOf(this.store.state);
  }

  /** Needed by `reveal`: every node stands at the top. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(node: LogNode): vscode.TreeItem {
    switch (node.kind) {
      case "entry":
        return entryItem(node.entry, this.store.state.connector?.ref, Date.now());
      case "older":
        return olderItem();
      case "none":
        return noEntriesItem(node.words);
      case "problem":
      case "step":
      case "retry":
        return problemItem(node, l10n.t("Couldn't load log entries"), commandIds.retryLogs);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, node: LogNode): vscode.TreeItem {
    if (node.kind === "entry") {
      item.tooltip = entryTooltip(node.entry);
    }
    return item;
  }

  /** Thousands of rows are not made again where none of them has changed. */
  private update(state: LogState): void {
    const { connector, visible, mayHaveOlder, problem, filter, entries } = state;
    const isWaiting = state.isLoading && entries.length === 0;
    const before = this.shown;
    if (
      connector !== before?.connector ||
      visible !== before?.visible ||
      mayHaveOlder !== before.mayHaveOlder ||
      problem !== before.problem ||
      (visible.length === 0 && filter !== before.filter) ||
      isWaiting !== this.isWaiting
    ) {
      this.shown = { connector, visible, mayHaveOlder, problem, filter };
      this.isWaiting = isWaiting;
      this.changed.fire();
    }
  }
}

/** The view in the panel: its message and its progress. */
export class LogView implements vscode.Disposable {
  private readonly listening: vscode.Disposable;
  private isProgressShown = false;

  constructor(
    private readonly store: LogStore,
    private readonly following: LogFollowing,
    private readonly tree: vscode.TreeView<LogNode>,
  ) {
    following.setVisible(tree.visible);
    this.listening = tree.onDidChangeVisibility(({ visible }) => following.setVisible(visible));
    store.onDidChange(() => this.update());
    following.onDidChange(() => this.update());
    this.update();
  }

  /** Brings the view to the front. */
  async open(): Promise<void> {
    await vscode.commands.executeCommand(`${logsViewId}.focus`);
    this.following.setVisible(this.tree.visible);
  }

  /** Whether somebody sees it. */
  get isVisible(): boolean {
    return this.tree.visible;
  }

  /** Selects an entry's row, and gives it the focus. */
  async reveal(entry: ShownEntry): Promise<void> {
    await this.tree.reveal({ kind: "entry", entry }, { select: true, focus: true });
  }

  /** The entry whose row is selected; undefined where none is. */
  get selected(): ShownEntry | undefined {
    const [node] = this.tree.selection;
    return node?.kind === "entry" ? node.entry : undefined;
  }

  dispose(): void {
    this.following.stop();
    this.listening.dispose();
  }

  private update(): void {
    const { state } = this.store;
    this.tree.message = logMessage(state, this.following.state, Date.now());
    setLogContext(state, this.following.isOn);
    if (state.isLoading && !this.isProgressShown) {
      this.isProgressShown = true;
      void vscode.window.withProgress({ location: { viewId: logsViewId } }, async () => {
        await this.store.idle();
        this.isProgressShown = false;
      });
    }
  }
}

/** Never empty but where no connector was chosen, or its first entries are on their way. */
function nodesOf(state: LogState): LogNode[] {
  const { connector, visible, mayHaveOlder, problem, isLoading, entries } = state;
  if (!connector) {
    return [];
  }
  const nodes: LogNode[] = [];
  if (problem !== undefined) {
    const context = { failed: "", notFound: notFoundText(), right: logsRight };
    nodes.push(...problemNodes(userMessageFor(problem, context, Date.now())));
  }
  for (const entry of visible) {
    nodes.push({ kind: "entry", entry });
  }
  const isExplained = entries.length === 0 && (problem !== undefined || isLoading);
  if (visible.length === 0 && !isExplained) {
    nodes.push({ kind: "none", words: noEntriesText(state) });
  }
  if (mayHaveOlder) {
    nodes.push({ kind: "older" });
  }
  return nodes;
}

function setLogContext(state: LogState, isFollowed: boolean): void {
  setContext(contextKeys.logsShown, state.connector !== undefined);
  setContext(contextKeys.logsErrorsOnly, state.filter.errorsOnly);
  setContext(contextKeys.logsFiltered, isFiltered(state));
  setContext(contextKeys.logsFollowed, isFollowed);
}
