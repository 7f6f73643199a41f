import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { Secret } from "../secretsApi";
import { pickOne } from "../../../platform/flow/prompts";
import { plainText } from "../../../platform/words/plainText";
import { runSteps } from "../../../platform/flow/steps";
import { removeSecret, replaceSecret } from "../secretChanges";
import { valueStep, type SecretDraft } from "../secretSteps";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import { openDocument } from "../../configurations/ui/configurationDocuments";
import { knownSecrets, showChangeFailure, type SecretParts } from "./registerSecretFlow";

/** Asks for another value of a secret, and sends it. */
export async function replaceSecretValue(
  parts: SecretParts,
  { ref, connector }: ConnectorTarget,
  secret: Secret,
): Promise<void> {
  const name = plainText(secret.name, 80);
  const draft: SecretDraft = { name: secret.name, value: "" };
  const failures = {
    refused: l10n.t('Couldn\'t replace the value of secret "{0}".', name),
    unknown: l10n.t('Couldn\'t confirm that the value of secret "{0}" was replaced.', name),
  };
  const step = valueStep(parts.prompts, draft, {
    title: l10n.t("Replace Secret Value of {0}", plainText(connector.name, 80)),
    taken: [],
    send: ({ value }, signal) => replaceSecret(parts, ref, secret, value, signal),
    failed: (change) => showChangeFailure(parts.notifier, ref, change, failures),
  });
  await runSteps([step]);
  if ((await draft.change)?.kind === "done") {
    vscode.window.setStatusBarMessage(l10n.t("Replaced the value of secret {0}", name), 5000);
  }
}

/** Deletes a secret, after a question: its value is nowhere else. */
export async function confirmAndDeleteSecret(
  parts: SecretParts,
  target: ConnectorTarget,
  secret: Secret,
): Promise<void> {
  const { ref } = target;
  const name = plainText(secret.name, 80);
  const goOn = l10n.t("Delete");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Delete secret "{0}" ({1})?', name, plainText(secret.placeholder, 100)),
    { modal: true, detail: detailOf(target, secret) },
    goOn,
  );
  if (chosen !== goOn) {
    return;
  }
  const title = l10n.t("Deleting secret {0}", name);
  const change = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () => removeSecret(parts, ref, secret),
  );
  if (change.kind === "done") {
    vscode.window.setStatusBarMessage(l10n.t("Deleted secret {0}", name), 5000);
    await parts.reloadConfiguration(ref);
    return;
  }
  const failures = {
    refused: l10n.t('Couldn\'t delete secret "{0}".', name),
    unknown: l10n.t('Couldn\'t confirm that secret "{0}" was deleted.', name),
  };
  const again = () => confirmAndDeleteSecret(parts, target, secret);
  showChangeFailure(parts.notifier, ref, change, failures, again);
}

/** Asks for one of a connector's secrets; says where there is none. */
export async function pickSecret(
  parts: SecretParts,
  target: ConnectorTarget,
  title: string,
): Promise<Secret | undefined> {
  const known = await knownSecrets(parts, target);
  if (!known) {
    return undefined;
  }
  const { secrets } = known;
  return pickOne(parts.prompts, {
    title,
    placeholder:
      secrets.length > 0 ? l10n.t("Select a secret") : l10n.t("This connector has no secrets"),
    items: secrets.map((secret) => ({
      label: secret.name,
      description: secret.placeholder,
      icon: "key",
      value: secret,
    })),
  });
}

function detailOf({ ref }: ConnectorTarget, { name, placeholder }: Secret): string {
  const text = openDocument(ref)?.getText() ?? "";
  return [
    l10n.t(
      "The value isn't stored anywhere else. Queries that need this secret fail with an authentication error.",
    ),
    text.includes(placeholder) || text.includes(JSON.stringify(name))
      ? l10n.t("The open configuration uses this secret.")
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
