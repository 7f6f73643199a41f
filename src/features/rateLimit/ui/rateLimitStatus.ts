import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { rateLimitLevel, type RateLimitLevel, type RateLimitMeter } from "../rateLimitMeter";
import { rateLimitLabel, rateLimitLines, rateLimitText } from "../rateLimitText";
import { commandIds, rateLimitStatusId } from "../../../manifest";

/** The rate limit in the status bar, while somebody is signed in. Counts down after a refusal. */
export class RateLimitStatus implements vscode.Disposable {
  /** Undefined until somebody is signed in. */
  private item: vscode.StatusBarItem | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param team as a person knows it; undefined where none is selected */
  constructor(
    private readonly meter: RateLimitMeter,
    private readonly team: () => string | undefined,
  ) {
    meter.onDidChange(() => this.update());
  }

  /** Shows or hides the item. */
  setVisible(isVisible: boolean): void {
    if (isVisible) {
      this.item ??= createItem();
      this.update(); // the team may be another
      this.item.show();
    } else {
      this.item?.hide();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.item?.dispose();
  }

  private update(): void {
    clearTimeout(this.timer);
    const { item } = this;
    if (!item) {
      return;
    }
    const now = Date.now();
    const { value } = this.meter;
    const level = rateLimitLevel(value, now);
    item.text = `$(${icons[level]}) ${rateLimitText(value, now)}`;
    item.tooltip = this.tooltip(now);
    item.accessibilityInformation = { label: rateLimitLabel(value, now), role: "button" };
    item.backgroundColor = backgrounds[level];
    if (level !== "unknown") {
      this.timer = setTimeout(() => this.update(), level === "exhausted" ? 1000 : 60_000);
    }
  }

  private tooltip(now: number): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString();
    tooltip.isTrusted = { enabledCommands: links().map(({ command }) => command) };
    const lines = [
      { label: l10n.t("Team"), value: this.team() ?? l10n.t("not selected") },
      ...rateLimitLines(this.meter.value, now),
    ];
    for (const { label, value } of lines) {
      tooltip.appendMarkdown("**").appendText(label).appendMarkdown("**&nbsp; ");
      tooltip.appendText(value).appendMarkdown("\n\n");
    }
    const written = links().map(({ command, label }) => `[${label}](command:${command})`);
    return tooltip.appendMarkdown(`---\n\n${written.join(" &nbsp;|&nbsp; ")}`);
  }
}

function createItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(rateLimitStatusId, vscode.StatusBarAlignment.Left);
  item.name = l10n.t("Supermetrics Rate Limit");
  item.command = commandIds.showRateLimit;
  return item;
}

/** The only commands that the tooltip can run: its other texts come from the service. */
function links() {
  return [
    { command: commandIds.selectTeam, label: l10n.t("Switch Team…") },
    { command: commandIds.refresh, label: l10n.t("Refresh") },
    { command: commandIds.showLog, label: l10n.t("Show Log") },
  ];
}

const icons: Record<RateLimitLevel, string> = {
  unknown: "dashboard",
  ok: "dashboard",
  low: "warning",
  exhausted: "error",
};

const backgrounds: Record<RateLimitLevel, vscode.ThemeColor | undefined> = {
  unknown: undefined,
  ok: undefined,
  low: new vscode.ThemeColor("statusBarItem.warningBackground"),
  exhausted: new vscode.ThemeColor("statusBarItem.errorBackground"),
};
