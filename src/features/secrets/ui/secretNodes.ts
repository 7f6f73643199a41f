import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import type { Secret } from "../secretsApi";
import { singleLine } from "../../../platform/words/plainText";
import type { KnownSecrets } from "../secretStore";
import { userMessageFor } from "../../../platform/words/userMessage";
import { commandIds, secretItemContext, secretsItemContext } from "../../../manifest";

/** What stands under a connector in the tree. */
export type SecretNode =
  /** The group, which costs no request until somebody opens it. */
  | { readonly kind: "secrets"; readonly connector: Connector; readonly total?: number | undefined }
  | { readonly kind: "secret"; readonly connector: Connector; readonly secret: Secret }
  | {
      readonly kind: "secretsRemark";
      readonly connector: Connector;
      readonly text: string;
      readonly detail?: string;
      readonly icon: string;
      readonly command?: vscode.Command;
    };

/** A connector's secrets by name; or why there are none to be seen. */
export function secretNodes(connector: Connector, known: KnownSecrets): SecretNode[] {
  const remark = { kind: "secretsRemark", connector } as const;
  if ("problem" in known) {
    const context = { failed: "", right: "cb_secrets_read" };
    const detail = userMessageFor(known.problem, context, Date.now()).text;
    const text = l10n.t("Secrets could not be listed");
    const command = { command: commandIds.refreshSecrets, title: l10n.t("Retry") };
    return [{ ...remark, text, detail, icon: "error", command }];
  }
  const { secrets, total } = known;
  if (secrets.length === 0) {
    const command = { command: commandIds.registerSecret, title: l10n.t("Register Secret…") };
    const text = l10n.t("No secrets");
    return [{ ...remark, text, detail: l10n.t("Register one…"), icon: "add", command }];
  }
  const nodes = secrets
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((secret) => ({ kind: "secret" as const, connector, secret }));
  const cut = l10n.t("The API lists {0} of {1} secrets.", secrets.length, total);
  return total > secrets.length ? [...nodes, { ...remark, text: cut, icon: "info" }] : nodes;
}

/** Needed by `reveal`. */
export function parentOf({ kind, connector }: SecretNode) {
  return { kind: kind === "secrets" ? ("connector" as const) : ("secrets" as const), connector };
}

export function secretItem(node: SecretNode): vscode.TreeItem {
  switch (node.kind) {
    case "secrets":
      return groupItem(node);
    case "secret":
      return registeredItem(node.secret, node.connector.identifier);
    case "secretsRemark":
      return remarkItem(node);
  }
}

function groupItem({ connector, total }: Extract<SecretNode, { kind: "secrets" }>) {
  const item = new vscode.TreeItem(l10n.t("Secrets"), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `secrets ${connector.identifier}`;
  item.iconPath = new vscode.ThemeIcon("key");
  item.contextValue = secretsItemContext;
  if (total !== undefined) {
    item.description = String(total);
  }
  return item;
}

function remarkItem(node: Extract<SecretNode, { kind: "secretsRemark" }>): vscode.TreeItem {
  const { connector, text, detail, icon, command } = node;
  const { identifier } = connector;
  const item = new vscode.TreeItem(text);
  item.id = `secrets remark ${icon} ${identifier}`;
  const color = icon === "error" ? new vscode.ThemeColor("list.errorForeground") : undefined;
  item.iconPath = new vscode.ThemeIcon(icon, color);
  if (detail) {
    item.description = detail;
    item.tooltip = detail;
    item.accessibilityInformation = { label: `${text}: ${detail}` };
  }
  if (command) {
    item.command = { ...command, arguments: [node] };
  }
  return item;
}

function registeredItem(secret: Secret, identifier: string): vscode.TreeItem {
  const name = singleLine(secret.name);
  const placeholder = singleLine(secret.placeholder);
  const item = new vscode.TreeItem(name);
  item.id = `secret ${identifier} ${secret.placeholder}`;
  item.description = placeholder;
  item.iconPath = new vscode.ThemeIcon("lock");
  item.contextValue = secretItemContext;
  item.tooltip = new vscode.MarkdownString()
    .appendMarkdown("**")
    .appendText(name)
    .appendMarkdown("**\n\n")
    .appendText(l10n.t("Placeholder: {0}", placeholder))
    .appendMarkdown("\n\n")
    .appendText(l10n.t("Its value cannot be read back."));
  item.accessibilityInformation = {
    label: l10n.t("Secret {0}, placeholder {1}", name, placeholder),
  };
  return item;
}
