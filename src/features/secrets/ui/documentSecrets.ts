import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { userMessageFor } from "../../../platform/words/userMessage";
import type { CheckContext } from "../../checks/runChecks";
import type { CheckContribution } from "../../checks/ui/checkDiagnostics";
import type { ConnectorTargets } from "../../connectors/ui/connectorTarget";
import { connectorRefOf } from "../../configurations/ui/configurationDocuments";
import type { SecretStore } from "../secretStore";

/** Which secrets the connector of a document has, for the checks. */
export class DocumentSecrets implements CheckContribution {
  readonly onDidChange;
  /** Whose configurations files have, as far as it was looked up. */
  private readonly linked = new Map<string, ConnectorRef>();

  constructor(
    private readonly secrets: SecretStore,
    private readonly targets: Pick<ConnectorTargets, "ofDocument">,
  ) {
    this.onDidChange = secrets.onDidChange;
  }

  /** @returns what the checks need to know about a document's connector, as far as it is loaded */
  contextOf(uri: vscode.Uri): CheckContext {
    const ref = connectorRefOf(uri) ?? this.linked.get(uri.toString());
    return { secrets: ref && this.secrets.list(ref) };
  }

  /** Loads the secrets of a document's connector again. @returns a message for the person where that failed */
  async refresh(uri: vscode.Uri): Promise<string | undefined> {
    try {
      const target = await this.targets.ofDocument(uri);
      if (target) {
        this.linked.set(uri.toString(), target.ref);
        await this.secrets.refresh(target.ref);
      }
      return undefined;
    } catch (error) {
      const context = { failed: l10n.t("Couldn't check the secrets."), right: "cb_secrets_read" };
      return userMessageFor(error, context, Date.now()).text;
    }
  }
}
