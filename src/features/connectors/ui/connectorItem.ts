import type { ConnectorStatus } from "./contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import { logoAddress, logoMarkdown } from "../logoAddress";
import { singleLine } from "../../../platform/words/plainText";
import { parseServerTime } from "../../../platform/http/serverTime";
import { relativeTime } from "../../../platform/words/time";
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
