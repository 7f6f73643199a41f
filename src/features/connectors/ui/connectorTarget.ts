import * as vscode from "vscode";
import type { Connector } from "../connectorsApi";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import type { ConnectorStore } from "../connectorStore";
import type { Prompts } from "../../../platform/flow/prompts";
import type { Session } from "../../account/session";
import { pickConnector } from "./pickConnector";
import type { TreeNode } from "./connectorTree";
import { refOf } from "../../configurations/ui/documents";
import type { LinkedFiles } from "../../files/ui/linkedFiles";

export interface TargetParts {
  readonly session: Session;
  readonly store: ConnectorStore;
  readonly prompts: Prompts;
  readonly files: Pick<LinkedFiles, "connectorOf">;
  readonly signIn: () => Promise<boolean>;
}

export interface ConnectorTarget {
  readonly ref: ConfigurationRef;
  readonly connector: Connector;
}

/** Makes a command of something that is done with a connector, after a sign-in where that is needed. */
export function withConnector(
  parts: TargetParts,
  title: string,
  act: (target: ConnectorTarget) => unknown,
  options: { readonly ofActiveEditor?: boolean } = {},
): (given: unknown) => Promise<void> {
  return async (given) => {
    if (await signedIn(parts)) {
      const active = options.ofActiveEditor
        ? vscode.window.activeTextEditor?.document.uri
        : undefined;
      const target = (await targetOf(parts, given ?? active)) ?? (await pick(parts, title));
      if (target) {
        await act(target);
      }
    }
  };
}

export async function signedIn({ session, signIn }: Pick<TargetParts, "session" | "signIn">) {
  return (await session.ready()).kind === "signedIn" || signIn();
}

export async function pick(
  { store, prompts }: TargetParts,
  title: string,
): Promise<ConnectorTarget | undefined> {
  const connector = await pickConnector(store, prompts, title);
  const ref = connector && store.refOf(connector);
  return ref && { ref, connector };
}

/** The tree hands over its node, a tab's toolbar a URI; a keybinding or another extension anything. */
async function targetOf(
  { store, files }: TargetParts,
  given: unknown,
): Promise<ConnectorTarget | undefined> {
  if (given instanceof vscode.Uri) {
    const ref = refOf(given) ?? (await files.connectorOf(given));
    const { identifier = "" } = ref ?? {};
    return ref && { ref, connector: store.find(identifier) ?? { identifier, name: identifier } };
  }
  const connector = isConnectorNode(given) ? given.connector : undefined;
  const ref = connector && store.refOf(connector);
  return ref && { ref, connector };
}

/** A connector's own node, or one that stands under it. */
function isConnectorNode(value: unknown): value is Extract<TreeNode, { connector: Connector }> {
  return typeof value === "object" && value !== null && "kind" in value && "connector" in value;
}
