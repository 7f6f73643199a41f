import type * as vscode from "vscode";
import type { SecretList } from "../secretsApi";
import type { ConfigurationRef } from "../../../platform/connectorRef";
import type { SecretStore } from "../secretStore";
import { refOf } from "../../configurations/ui/documents";
import type { LinkedFiles } from "../../files/ui/linkedFiles";

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
