import * as vscode from "vscode";
import { rowsViewType } from "../../../manifest";
import { Emitter } from "../../../platform/event";
import type { Notifier } from "../../../platform/ui/notifier";
import type { RunResult } from "../runResult";
import type { ResponseDocuments } from "./responseDocuments";
import { rowsResources } from "./rowsHtml";
import { RowsPanel } from "./rowsPanel";

/** Runs of more keys are forgotten: each may have megabytes. */
const mostKept = 5;

/** What the view of rows needs. */
export interface RowsViewParts {
  /** Folder of the extension. */
  readonly extension: vscode.Uri;
  readonly responses: ResponseDocuments;
  readonly notifier: Pick<Notifier, "failed">;
}

/** The rows of previews and test runs: a panel beside the editor for each key. */
export class RowsView implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, RowsPanel>();
  /** The last results by key, the newest last. */
  private readonly results = new Map<string, RunResult>();
  /** The key of the last run of a document, by the document's URI. */
  private readonly lastKeys = new Map<string, string>();
  private readonly askedAgain = new Emitter<string>();
  private readonly askedFirst = new Emitter<string>();

  /** The key of a run that is to be made again. */
  readonly onDidAskAgain = this.askedAgain.event;
  /** URI of a configuration's document that is to be run again, of which no run was made in this window. */
  readonly onDidAskFirst = this.askedFirst.event;

  constructor(private readonly parts: RowsViewParts) {}

  /** Shows a run in the panel of its key, which opens beside the editor, and compares it with the one before. */
  show(result: RunResult): void {
    const { key, title, document } = result;
    if (document !== undefined) {
      this.started(document, key);
    }
    const previous = this.results.get(key);
    this.results.delete(key);
    this.results.set(key, result);
    this.forgetOldest();
    const open = this.panels.get(key) ?? this.adopt(key, createPanel(this.parts.extension, title));
    open.show(result, previous);
  }

  /** The last run of a key, where it is still kept. */
  latest(key: string): RunResult | undefined {
    return this.results.get(key);
  }

  /** Remembers that a run began, which may end without rows. */
  started(document: string, key: string): void {
    this.lastKeys.set(document, key);
  }

  /** Asks whoever made the run of that key to make it again. */
  askAgain(key: string): void {
    this.askedAgain.fire(key);
  }

  /** Asks whoever made the last run of that document to make it again. */
  askAgainFor(document: string): void {
    const key = this.lastKeys.get(document);
    if (key === undefined) {
      this.askedFirst.fire(document);
    } else {
      this.askAgain(key);
    }
  }

  /** Forgets which runs were made: their choices are forgotten as well. */
  forgetLast(): void {
    this.lastKeys.clear();
  }

  /** The panel of a key, where it is open. */
  panelOf(key: string): RowsPanel | undefined {
    return this.panels.get(key);
  }

  /** The panel that has the focus. */
  get active(): RowsPanel | undefined {
    return [...this.panels.values()].find(({ isActive }) => isActive);
  }

  /** A panel of the window before it was reloaded: its rows are gone, which it says. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = optionsOf(this.parts.extension);
    this.adopt(keyIn(state) ?? panel.title, panel);
  }

  dispose(): void {
    for (const panel of this.panels.values()) {
      panel.close();
    }
    this.askedAgain.dispose();
    this.askedFirst.dispose();
  }

  private adopt(key: string, panel: vscode.WebviewPanel): RowsPanel {
    const { extension, responses, notifier } = this.parts;
    const rows = new RowsPanel({
      key,
      panel,
      extension,
      responses,
      run: async (command, asking) => {
        const { runRowsCommand } = await import("./rowsCommands");
        return runRowsCommand({ view: this, responses }, command, asking);
      },
      failed: (error) => notifier.failed(error),
    });
    panel.onDidDispose(() => {
      if (this.panels.get(key) === rows) {
        this.panels.delete(key);
        this.forgetOldest();
      }
    });
    this.panels.set(key, rows);
    return rows;
  }

  private forgetOldest(): void {
    const closed = [...this.results.keys()].filter((key) => !this.panels.has(key));
    for (const key of closed.slice(0, Math.max(0, closed.length - mostKept))) {
      this.results.delete(key);
    }
  }
}

function createPanel(extension: vscode.Uri, title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    rowsViewType,
    title,
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    optionsOf(extension),
  );
}

function optionsOf(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [rowsResources(extension)] };
}

/** The view writes down whose rows it shows. */
function keyIn(state: unknown): string | undefined {
  const isKeyed = typeof state === "object" && state !== null && "key" in state;
  return isKeyed && typeof state.key === "string" ? state.key : undefined;
}
