import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { isRefusal } from "../../../platform/http/errors";
import type { Secret, SecretList } from "../secretsApi";
import type { ConnectorRef } from "../../../platform/connectorRef";
import { notFoundText } from "../../../platform/words/errorMeaning";
import { plainText } from "../../../platform/words/plainText";
import type { Prompts } from "../../../platform/flow/prompts";
import {
  registerSecret as register,
  type FailedChange,
  type SecretChangeParts,
} from "../secretChanges";
import { registerSteps, type SecretDraft } from "../secretSteps";
import { runSteps } from "../../../platform/flow/steps";
import { userMessageFor } from "../../../platform/words/userMessage";
import type { ConnectorTarget } from "../../connectors/ui/connectorTarget";
import type { Notifier } from "../../../platform/ui/notifier";

/** What registering and changing secrets need. */
export interface SecretParts extends SecretChangeParts {
  readonly prompts: Prompts;
  readonly notifier: Notifier;
  /** The service may have written into the configuration: what is open may have to follow. */
  readonly reloadConfiguration: (ref: ConnectorRef) => Promise<void>;
  /** Shows a new secret in the tree, where that can be seen. */
  readonly reveal: (target: ConnectorTarget, secret: Secret) => Promise<void>;
}

/**
 * Asks for name and value, and registers a secret.
 * @param given what is known of it already
 * @returns the secret, where there is a new one
 */
export async function runRegisterSecretFlow(
  parts: SecretParts,
  target: ConnectorTarget,
  given: { readonly name?: string; readonly value?: string } = {},
): Promise<Secret | undefined> {
  const { prompts } = parts;
  const { ref, connector } = target;
  const known = await knownSecrets(parts, target, "ifPossible");
  if (!known) {
    return undefined;
  }
  const draft: SecretDraft = { name: given.name ?? "", value: given.value ?? "" };
  const failed = (change: FailedChange) =>
    showChangeFailure(parts.notifier, ref, change, {
      refused: l10n.t('Couldn\'t register secret "{0}".', nameOf(draft)),
      unknown: l10n.t('Couldn\'t confirm that secret "{0}" was registered.', nameOf(draft)),
    });
  const steps = registerSteps(prompts, draft, {
    title: l10n.t("Register Secret for {0}", plainText(connector.name, 80)),
    taken: known.secrets,
    send: (secret, signal) => register(parts, ref, secret, signal),
    failed,
  });
  await runSteps(steps);
  // Whoever left the box while the request was on its way is told how it ended anyway.
  const change = await draft.change;
  if (change?.kind !== "done") {
    return undefined;
  }
  const { secret } = change;
  // The list of an answer is cut at 100, and the service may write the name otherwise.
  const done = secret
    ? l10n.t("Registered secret {0} ({1})", nameOf(draft), plainText(secret.placeholder, 100))
    : l10n.t("Registered secret {0}", nameOf(draft));
  vscode.window.setStatusBarMessage(done, 5000);
  if (secret) {
    await parts.reveal(target, secret);
  }
  await parts.reloadConfiguration(ref);
  return secret;
}

/** Says why a change of a secret was not made, or that this is not known; also to whoever has cancelled it. */
export function showChangeFailure(
  notifier: Notifier,
  ref: ConnectorRef,
  { kind, error }: FailedChange,
  texts: { readonly refused: string; readonly unknown: string },
  again?: () => unknown,
): void {
  const context = changeContext(texts[kind]);
  if (kind === "refused") {
    const offer = { context, tryAgain: again, afterSignIn: again, logsOf: ref };
    notifier.failed(error, offer);
    return;
  }
  const choices = again ? [{ label: l10n.t("Retry"), run: again }] : [];
  const message = userMessageFor(error, context, Date.now());
  notifier.show({ ...message, severity: "warning" }, choices, ref);
}

/**
 * The connector's secrets. Says why it gives nothing.
 * @param how whether it matters which there are: a key may register secrets and not list them
 */
export async function knownSecrets(
  parts: Pick<SecretParts, "secrets" | "notifier">,
  { ref, connector }: ConnectorTarget,
  how: "all" | "ifPossible" = "all",
): Promise<SecretList | undefined> {
  const name = plainText(connector.name, 80);
  const title = l10n.t("Loading the secrets of {0}", name);
  try {
    return await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      // Somebody else may have changed them: what is offered and refused here has to be true.
      () => parts.secrets.refresh(ref),
    );
  } catch (error) {
    if (how === "ifPossible" && isRefusal(error, 403)) {
      return { secrets: [], total: 0 };
    }
    const failed = l10n.t('Couldn\'t load the secrets of "{0}".', name);
    const context = { failed, notFound: notFoundText(), right: "cb_secrets_read" };
    parts.notifier.failed(error, { context });
    return undefined;
  }
}

function changeContext(failed: string) {
  const notFound = l10n.t("The secret or its connector no longer exists.");
  return { failed, notFound, right: "cb_secrets_write" };
}

function nameOf({ name }: SecretDraft): string {
  return plainText(name, 80);
}
