import type * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import type { BaseVersion } from "../../connectors/storedConnector";

/** What the person publishes, and from where. */
export interface PublishAttempt {
  readonly ref: ConnectorRef;
  readonly uri: vscode.Uri;
  readonly text: string;
  /** The person has agreed to publish this, over that version. */
  readonly agreed?: BaseVersion;
}

/** What the service has now, for the editor to take over. */
export interface PublishSuccess {
  readonly kind: "done";
  /** The editor writes these bytes, which say the same. */
  readonly adopt: (bytes: Uint8Array) => void;
  /** The editor holds another text by now. */
  readonly rebase: () => void;
}

/** How an attempt ended. */
export type PublishOutcome =
  | PublishSuccess
  /** `message` says why, for the editor's own message. */
  | { readonly kind: "notPublished"; readonly message: string };

/**
 * The outcome of an attempt that published nothing.
 * @param message why, for the editor's own message
 */
export function notPublished(message: string): PublishOutcome {
  return { kind: "notPublished", message };
}
