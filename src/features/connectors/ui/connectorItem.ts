import type { ConnectorStatus } from "./contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import { logoAddress, logoMarkdown } from "../logoAddress";
import { singleLine } from "../../../platform/words/plainText";
import { parseServerTime } from "../../../platform/http/serverTime";
import { relativeTime } from "../../../platform/words/time";
import type { UserMessage } from "../../../platform/words/userMessage";
import { commandIds, connectorItemContext, editedConnectorItemContext } from "../../../manifest";

/** A connector's row. @param isEdited whether its configuration has unpublished changes */
export function connectorItem(
  connector: Connector,
  status: ConnectorStatus | undefined,
  isEdited: boolean,
): vscode.TreeItem {
  const { identifier } = connector;
  const name = singleLine(connector.name);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `connector ${identifier}`;
  const { icon, color, text }: ConnectorStatus = status ?? { icon: "plug", text: "" };
  item.description = [identifier, text].filter(Boolean).join(" · ");
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  item.contextValue = isEdited ? editedConnectorItemContext : connectorItemContext;
  item.tooltip = connectorTooltip(connector);
  item.accessibilityInformation = {
    label: [l10n.t("Connector {0}, identifier {1}", name, identifier), text]
      .filter(Boolean)
      .join(", "),
  };
  item.command = {
    command: commandIds.openConfiguration,
    title: l10n.t("Open Configuration"),
    arguments: [{ kind: "connector", connector }],
  };
  return item;
}

/** Has Refresh say in full why it fails, in a notification. */
export const explainProblem = "explain";

/** Why the connectors could not be listed. Opening it tries again, which says in full what can be done. */
export function problemItem(message: UserMessage): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t("Couldn't load connectors"));
  item.id = "problem";
  item.description = message.text;
  item.tooltip = message.text;
  item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
  item.accessibilityInformation = { label: `${labelOf(item)}: ${message.text}` };
  const title = l10n.t("Retry");
  item.command = { command: commandIds.refresh, title, arguments: [explainProblem] };
  return item;
}

/** The row below the one that says why the connectors couldn't be listed: it tries again. */
export function retryItem(): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t("Retry"));
  item.id = "retry";
  item.iconPath = new vscode.ThemeIcon("refresh");
  item.command = { command: commandIds.refresh, title: l10n.t("Retry") };
  return item;
}

function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === "string" ? label : (label?.label ?? "");
}

/** Every text in it comes from the server: `appendText` escapes, and so does `logoAddress`. */
function connectorTooltip(connector: Connector): vscode.MarkdownString {
  const { name, identifier, description, createdAt, updatedAt } = connector;
  const tooltip = new vscode.MarkdownString();
  const logo = logoAddress(connector.logoUrl);
  if (logo) {
    tooltip.appendMarkdown(`${logoMarkdown(logo)}\n\n`);
  }
  tooltip.appendMarkdown("**").appendText(singleLine(name)).appendMarkdown("**\n\n");
  if (description) {
    tooltip.appendText(description).appendMarkdown("\n\n");
  }
  const lines = [
    [l10n.t("Identifier"), identifier],
    [l10n.t("Created"), timeText(createdAt)],
    [l10n.t("Updated"), timeText(updatedAt)],
  ] as const;
  for (const [label, value] of lines.filter(([, text]) => text)) {
    tooltip.appendText(`${label}: ${value}`).appendMarkdown("\n\n");
  }
  return tooltip;
}

/** Local and relative; the server's own text where it is in no known form. */
function timeText(serverTime: string | undefined): string {
  const at = parseServerTime(serverTime);
  return at === undefined
    ? singleLine(serverTime ?? "")
    : `${new Date(at).toLocaleString()} (${relativeTime(at, Date.now())})`;
}
