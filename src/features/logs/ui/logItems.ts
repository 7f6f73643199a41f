import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { ShownEntry } from "../logEntry";
import { logRow } from "../logRows";
import { plainText } from "../../../platform/words/plainText";
import { relativeTime } from "../../../platform/words/time";
import { actionItem } from "../../../platform/ui/problemRows";
import { commandIds, logItemContext } from "../../../manifest";
import { logDocumentUri } from "./logFileSystem";

const icons = {
  ok: new vscode.ThemeIcon("pass", new vscode.ThemeColor("testing.iconPassed")),
  error: new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground")),
  unknown: new vscode.ThemeIcon("question"),
} as const;

/**
 * The row of an entry. Made for every entry that is loaded, on the screen or not: its tooltip comes when it is hovered.
 * @param ref whose entry it is; without it the row opens nothing
 * @param now milliseconds since 1970
 */
export function entryItem(
  entry: ShownEntry,
  ref: ConnectorRef | undefined,
  now: number,
): vscode.TreeItem {
  const { label, description, spoken } = logRow(entry, now);
  const item = new vscode.TreeItem(label);
  item.id = entry.key;
  item.description = description;
  item.iconPath = icons[entry.outcome];
  item.contextValue = logItemContext;
  item.accessibilityInformation = { label: spoken };
  if (ref) {
    // Not when the row is resolved: one that was replaced meanwhile is not, and its click would open nothing. The
    // editor's own command knows whether a click or a key opened the row.
    item.command = {
      command: "vscode.open",
      title: l10n.t("Open Details"),
      arguments: [logDocumentUri(ref, entry)],
    };
  }
  return item;
}

/** The row below the entries that loads older ones. */
export function olderItem(): vscode.TreeItem {
  return actionItem("older", l10n.t("Load Older…"), "history", commandIds.loadOlderLogs);
}

/**
 * The row that stands where there are no entries.
 * @param text says why
 */
export function noEntriesItem(text: string): vscode.TreeItem {
  const item = new vscode.TreeItem(text);
  item.id = "none";
  item.iconPath = new vscode.ThemeIcon("info");
  return item;
}

/** The details of an entry, for a hover. Every text in it comes from the service: `appendText` escapes. */
export function entryTooltip(entry: ShownEntry): vscode.MarkdownString {
  const { at, time, status, event, request, durationMs, requestId, id } = entry;
  const when =
    at === undefined
      ? time
      : `${new Date(at).toLocaleString()} (${relativeTime(at, Date.now())}; ${time})`;
  const lines = [
    [l10n.t("Time"), when],
    [l10n.t("Status"), status?.toString()],
    [l10n.t("Event"), event],
    [l10n.t("Request"), request],
    [l10n.t("Duration"), durationMs === undefined ? undefined : `${durationMs} ms`],
    [l10n.t("Request ID"), requestId],
    [l10n.t("Entry"), id],
  ] as const;
  const tooltip = new vscode.MarkdownString();
  for (const [label, value] of lines) {
    if (value) {
      tooltip.appendText(`${label}: ${plainText(value, 1000)}`).appendMarkdown("\n\n");
    }
  }
  return tooltip;
}
