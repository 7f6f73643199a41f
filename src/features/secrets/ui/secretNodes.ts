import type { SecretStore, KnownSecrets } from "../secretStore";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { TreeSection, SectionNode } from "../../connectors/ui/contributions";
import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Connector } from "../../connectors/connectorsApi";
import type { Secret } from "../secretsApi";
import { singleLine } from "../../../platform/words/plainText";
import { userMessageFor } from "../../../platform/words/userMessage";
import { commandIds, secretItemContext, secretsItemContext } from "../../../manifest";

/** A row below a connector in the tree. */
type SecretNode = SectionNode &
  // The group, which costs no request until somebody opens it.
  (
    | { readonly kind: "secrets" }
    | { readonly kind: "secret"; readonly secret: Secret }
    | {
        readonly kind: "secretsRemark";
        readonly text: string;
        readonly detail?: string;
        readonly icon: string;
        readonly command?: vscode.Command;
      }
  );

/** The secrets below each connector of the tree, which are asked for when somebody opens their group. */
export class SecretSection implements TreeSection {
  readonly onDidChange;

  constructor(private readonly secrets: SecretStore) {
    this.onDidChange = secrets.onDidChange;
  }

  /** The row of the group of a connector's secrets. */
  root(ref: ConnectorRef, connector: Connector): SecretNode {
    return { section: this, ref, connector, kind: "secrets" };
  }

  /** The row of a secret. */
  node(ref: ConnectorRef, connector: Connector, secret: Secret): SecretNode {
    return { section: this, ref, connector, kind: "secret", secret };
  }

  /** The rows below one. Asks the service for the secrets of a group that was never opened. */
  async childrenOf(node: SectionNode): Promise<readonly SectionNode[]> {
    const { ref } = node;
    return isGroup(node) ? secretNodes(node, await this.secrets.ensureListed(ref)) : [];
  }

  /** The row above; undefined for a group. */
  parentOf(node: SectionNode): SectionNode | undefined {
    return isGroup(node) ? undefined : this.root(node.ref, node.connector);
  }

  /** The command that the Delete key runs; undefined for a row that is no secret. */
  deleteCommandOf(node: SectionNode): string | undefined {
    return isSecret(node) ? commandIds.deleteSecret : undefined;
  }

  /** A row as the editor shows it. */
  itemOf(node: SectionNode): vscode.TreeItem {
    if (isRemark(node)) {
      return remarkItem(node);
    }
    return isSecret(node)
      ? registeredItem(node.secret, node.connector.identifier)
      : groupItem(node, this.secrets.list(node.ref)?.total);
  }
}

/** A connector's secrets by name; or why there are none to be seen. */
function secretNodes({ section, ref, connector }: SectionNode, known: KnownSecrets): SecretNode[] {
  const below = { section, ref, connector };
  const remark = { ...below, kind: "secretsRemark" } as const;
  if ("problem" in known) {
    const context = { failed: "", right: "cb_secrets_read" };
    const detail = userMessageFor(known.problem, context, Date.now()).text;
    const text = l10n.t("Couldn't load secrets");
    const command = { command: commandIds.refreshSecrets, title: l10n.t("Retry") };
    return [{ ...remark, text, detail, icon: "error", command }];
  }
  const { secrets, total } = known;
  if (secrets.length === 0) {
    const command = { command: commandIds.registerSecret, title: l10n.t("Register Secret…") };
    const text = l10n.t("No secrets");
    return [{ ...remark, text, detail: l10n.t("Register a secret…"), icon: "add", command }];
  }
  const nodes = secrets
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((secret) => ({ ...below, kind: "secret" as const, secret }));
  const cut = l10n.t("Showing {0} of {1} secrets.", secrets.length, total);
  return total > secrets.length ? [...nodes, { ...remark, text: cut, icon: "info" }] : nodes;
}

function isSecret(node: SectionNode): node is Extract<SecretNode, { kind: "secret" }> {
  return "kind" in node && node.kind === "secret";
}

function isRemark(node: SectionNode): node is Extract<SecretNode, { kind: "secretsRemark" }> {
  return "kind" in node && node.kind === "secretsRemark";
}

function isGroup(node: SectionNode): boolean {
  return "kind" in node && node.kind === "secrets";
}

function groupItem({ connector }: SectionNode, total: number | undefined): vscode.TreeItem {
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
    .appendText(l10n.t("The value can't be viewed."));
  item.accessibilityInformation = {
    label: l10n.t("Secret {0}, placeholder {1}", name, placeholder),
  };
  return item;
}
