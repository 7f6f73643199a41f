import * as vscode from "vscode";
import { clockTime } from "../../../platform/words/time";
import type { FromRowsView, RowsViewCommand, ToRowsView } from "../rowsMessages";
import type { RunResult } from "../runResult";
import { sendRun } from "../sendRun";
import { openConfigurationPlace } from "./configurationPlace";
import type { ResponseDocuments } from "./responseDocuments";
import { rowsHtml } from "./rowsHtml";
import { isRowsMessage } from "../isRowsMessage";

/** How long the view may take to tell which rows it shows. Milliseconds. */
const maxWait = 3000;

/** What a panel needs. */
export interface RowsPanelParts {
  /** Whose rows it shows. */
  readonly key: string;
  readonly panel: vscode.WebviewPanel;
  readonly extension: vscode.Uri;
  readonly responses: ResponseDocuments;
  /** Runs a command for this panel. */
  readonly run: (command: RowsViewCommand, panel: RowsPanel) => Promise<void>;
  /** Shows why something failed. */
  readonly failed: (error: unknown) => void;
}

/** One panel with the rows of a key. */
export class RowsPanel {
  private shown:
    | { readonly result: RunResult; readonly previous: RunResult | undefined }
    | undefined;
  /** Whether the page has said that it listens; it is reloaded whenever it was hidden. */
  private isReady = false;
  private runs = 0;
  private requests = 0;
  private readonly waiting = new Map<number, (rows: readonly number[]) => void>();

  constructor(private readonly parts: RowsPanelParts) {
    const { webview } = parts.panel;
    webview.onDidReceiveMessage((message: unknown) => {
      if (isRowsMessage(message)) {
        this.receive(message).catch(parts.failed);
      }
    });
    webview.html = rowsHtml(webview, parts.extension);
  }

  /** Whether the panel has the focus. */
  get isActive(): boolean {
    return this.parts.panel.active;
  }

  /** The key of the rows that it shows. */
  get key(): string {
    return this.parts.key;
  }

  /** What is shown; undefined in a panel that has outlived its rows. */
  get result(): RunResult | undefined {
    return this.shown?.result;
  }

  /** Shows a run, and what has changed since the one before. */
  show(result: RunResult, previous: RunResult | undefined): void {
    const { panel, responses } = this.parts;
    this.shown = { result, previous };
    panel.title = result.title;
    panel.reveal(undefined, true);
    responses.follow(result);
    this.send();
  }

  /** Closes the panel. */
  close(): void {
    this.parts.panel.dispose();
  }

  /**
   * The rows that the view shows, in its order, or those that are selected. All of them, in the order of the
   * response, where the view does not tell.
   */
  async wantedRows(): Promise<readonly number[]> {
    const all = Array.from(this.result?.rows ?? [], (_, row) => row);
    if (!this.isReady || !this.parts.panel.visible) {
      return all;
    }
    const request = ++this.requests;
    const answer = new Promise<readonly number[]>((resolve) => {
      this.waiting.set(request, resolve);
      setTimeout(() => resolve(all), maxWait);
    });
    void this.post({ type: "askRows", request });
    const rows = await answer;
    this.waiting.delete(request);
    return rows.filter((row) => row < all.length);
  }

  private send(): void {
    if (!this.isReady) {
      return;
    }
    const run = ++this.runs;
    if (!this.shown) {
      void this.post({ type: "lost" });
      return;
    }
    const startedAt = clockTime(this.shown.result.startedAt, Date.now());
    const isWanted = () => run === this.runs && this.isReady;
    const post = (message: ToRowsView) => this.post(message);
    sendRun({ ...this.shown, run, startedAt, post, isWanted }).catch(this.parts.failed);
  }

  private async post(message: ToRowsView): Promise<void> {
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the editor's, not the browser's
      await this.parts.panel.webview.postMessage(message);
    } catch {
      this.isReady = false; // the panel has been closed
    }
  }

  private async receive(message: FromRowsView): Promise<void> {
    const { responses, run } = this.parts;
    if (message.type === "ready") {
      this.isReady = true;
      const translations = vscode.l10n.bundle ?? {};
      void this.post({ type: "language", language: vscode.env.language, translations });
      this.send();
      return;
    }
    const { result } = this;
    if (!result) {
      return message.type === "command" ? run(message.command, this) : undefined;
    }
    switch (message.type) {
      case "command":
        return run(message.command, this);
      case "openField":
        return openPlace(result, result.columns[message.column]?.place);
      case "openRemark":
        return openPlace(result, result.remarks[message.remark]?.place);
      case "openCell":
        return responses.openCell(result, message.row, message.column);
      case "copyCell": {
        const cell = result.rows[message.row]?.[message.column];
        await vscode.env.clipboard.writeText(String(cell ?? ""));
        return;
      }
      case "select":
        responses.mark(result, message.rows);
        return;
      case "rows":
        this.waiting.get(message.request)?.(message.rows);
        return;
    }
  }
}

async function openPlace({ document }: RunResult, place: string | undefined): Promise<void> {
  if (document !== undefined) {
    await openConfigurationPlace(document, place);
  }
}
