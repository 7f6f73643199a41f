import type * as vscode from "vscode";
import type { SecretList } from "../api/secrets";
import type { ConfigurationRef } from "../core/configurationPath";
import type { SecretStore } from "../core/secretStore";
import { refOf } from "./documents";
import type { LinkedFiles } from "./linkedFiles";

/** Which secrets the connector of a document has, for the checks. */
export class DocumentSecrets {
  /** Whose configurations files have, as far as it was looked up. */
  private readonly linked = new Map<string, ConfigurationRef>();

  constructor(
    private readonly secrets: SecretStore,
    private readonly files: Pick<LinkedFiles, "connectorOf">,
  ) {}

  /** As far as they are known. No request. */
  of(uri: vscode.Uri): SecretList | undefined {
    const ref = refOf(uri) ?? this.linked.get(uri.toString());
    return ref && this.secrets.list(ref);
  }

  /** Asks for them; throws why they cannot be listed. */
  async refresh(uri: vscode.Uri): Promise<void> {
    const ref = refOf(uri) ?? (await this.files.connectorOf(uri));
    if (ref) {
      this.linked.set(uri.toString(), ref);
      await this.secrets.refresh(ref);
    }
  }
}
