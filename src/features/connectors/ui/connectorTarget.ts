import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { pickOne, type Prompts } from "../../../platform/flow/prompts";
import { SecretStoreError } from "../../../platform/http/errors";
import { isUnanswered, type Session } from "../../account/session";
import { recentFirst } from "../connectorOrder";
import type { Connector } from "../connectorsApi";
import type { ConnectorStore } from "../connectorStore";
import type { ConnectorContributions } from "./contributions";

/** The connector that a command is about. */
export interface ConnectorTarget {
  readonly ref: ConnectorRef;
  readonly connector: Connector;
}

interface TargetParts {
  readonly session: Session;
  readonly store: ConnectorStore;
  readonly prompts: Prompts;
  readonly contributions: Pick<ConnectorContributions, "connectorOf">;
  /** Asks for key and team; gives whether somebody is signed in afterwards. */
  readonly signIn: () => Promise<boolean>;
}

/** Finds out which connector a command is about. */
export class ConnectorTargets {
  constructor(private readonly parts: TargetParts) {}

  /**
   * Makes a command of something that is done with a connector: the one of the row or document that it is called
   * from, or else one that the person picks; after a sign-in where that is needed.
   * @param title of the pick
   */
  command(
    title: string,
    act: (target: ConnectorTarget) => unknown,
    options: { readonly ofActiveEditor?: boolean } = {},
  ): (given: unknown) => Promise<void> {
    return async (given) => {
      if (await this.ensureSignedIn()) {
        const active = options.ofActiveEditor
          ? vscode.window.activeTextEditor?.document.uri
          : undefined;
        const target = (await this.targetOf(given ?? active)) ?? (await this.pick(title));
        if (target) {
          await act(target);
        }
      }
    };
  }

  /** Whether somebody is signed in, after a sign-in where that is needed. Throws where the key cannot be read yet. */
  async ensureSignedIn(): Promise<boolean> {
    const { session, signIn } = this.parts;
    const state = await session.ready();
    if (isUnanswered(state)) {
      throw new SecretStoreError();
    }
    return state.kind === "signedIn" || signIn();
  }

  /** Asks for one of the team's connectors; undefined when the person cancels. Throws why they cannot be listed. */
  async pick(title: string): Promise<ConnectorTarget | undefined> {
    const { store, prompts } = this.parts;
    const connectors = recentFirst(await store.freshConnectors(), store.recent());
    const connector = await pickOne(prompts, {
      title,
      placeholder:
        connectors.length > 0
          ? l10n.t("Select a connector")
          : l10n.t("This team has no connectors"),
      items: connectors.map((one) => ({
        label: one.name,
        description: one.identifier,
        detail: one.description,
        icon: "plug",
        value: one,
      })),
    });
    const ref = connector && store.refOf(connector);
    return ref && { ref, connector };
  }

  /** The connector that a document belongs to; undefined where that is not known. */
  async ofDocument(uri: vscode.Uri): Promise<ConnectorTarget | undefined> {
    const ref = await this.parts.contributions.connectorOf(uri);
    const { identifier = "" } = ref ?? {};
    const known = this.parts.store.find(identifier);
    return ref && { ref, connector: known ?? { identifier, name: identifier } };
  }

  /** The connector whose row, or one below it, a command is called on; undefined where it is called on no row. */
  ofRow(given: unknown): ConnectorTarget | undefined {
    const connector = isConnectorNode(given) ? given.connector : undefined;
    const ref = connector && this.parts.store.refOf(connector);
    return ref && { ref, connector };
  }

  /** The tree hands over its node, a tab's toolbar a URI; a keybinding or another extension anything. */
  private async targetOf(given: unknown): Promise<ConnectorTarget | undefined> {
    return given instanceof vscode.Uri ? this.ofDocument(given) : this.ofRow(given);
  }
}

/** A connector's own row, or one that stands below it. */
function isConnectorNode(value: unknown): value is { readonly connector: Connector } {
  return typeof value === "object" && value !== null && "connector" in value;
}
