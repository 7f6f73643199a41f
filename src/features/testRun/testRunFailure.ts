import * as l10n from "@vscode/l10n";
import { ApiError, isTooLarge } from "../../platform/http/errors";
import { meaningOf, notFoundText, type ErrorContext } from "../../platform/words/errorMeaning";
import { plainText } from "../../platform/words/plainText";
import {
  reference,
  sentence,
  userMessageFor,
  type UserMessage,
} from "../../platform/words/userMessage";
import { QueryFailedError } from "./query";

/** What a test run does with the service. */
export type TestRunStep = "dataSource" | "logins" | "logIn" | "accounts" | "fields" | "run";

/** By their names in the API's documentation, which doesn't say what they are for: the names do. */
const rights: Readonly<Record<TestRunStep, string | undefined>> = {
  dataSource: undefined,
  logins: "ds_logins_read",
  logIn: "ds_login_links_write",
  accounts: "ds_accounts_read",
  fields: "ds_queries_read",
  run: "ds_queries_run",
};

/** What is wrong with the key or the license, which are no faults of the connector. */
const notConnectors = /^(?:API_KEY_|ACCESS_|INVALID_TOKEN|OAUTH_|LICENSE_)/;

const aboutFields = /\bfields?\b/i;
const unknown = /\b(?:unknown|not|invalid|unsupported)\b/i;
const aboutAccess =
  /unauth|authenti|authori[sz]|\bauth\b|log-?in|credential|token|secret|password/i;

/**
 * Words a failure of a test run: what the service says, then which right the key may lack or what usually is the cause.
 * @param name of the connector; foreign text
 * @param now milliseconds since 1970
 */
export function testRunFailure(
  step: TestRunStep,
  error: unknown,
  name: string,
  now: number,
): UserMessage {
  const context = contextOf(step, plainText(name, 100));
  if (error instanceof QueryFailedError) {
    const { message, state, requestId, code = "" } = error;
    const cause = /^(?:FAILURE|PROCESS_EXITED)$/.test(state) ? causeOf(code, message) : "";
    const serverText = plainText(message);
    return {
      severity: "error",
      text: sentence(context.failed, serverText, cause, reference(state, code, requestId)),
      steps: ["tryAgain"],
      requestId,
    };
  }
  const cause = error instanceof ApiError ? causeOfRefusal(step, error) : "";
  if (!(error instanceof ApiError) || !cause) {
    const { text, steps, ...message } = userMessageFor(error, context, now);
    const isTooMuch = step === "run" && isTooLarge(error);
    return {
      ...message,
      text: sentence(
        text,
        isTooMuch ? l10n.t("Ask for fewer rows, fields, accounts, or days.") : "",
      ),
      steps: steps.length > 0 ? steps : ["tryAgain"],
    };
  }
  const { status, code = "", description = "", requestId } = error.details;
  // The key was accepted for the calls before this one, and these codes aren't about its rights.
  const isNotKeys = status !== 403 || /^(?:QUERY|LINK)_/.test(code);
  const { text, steps } = meaningOf(error, context, now);
  const serverText = sentence(plainText(error.message, 300), plainText(description));
  return {
    severity: "error",
    text: sentence(
      context.failed,
      serverText,
      isNotKeys ? "" : text,
      cause,
      reference(`HTTP ${status}`, code, requestId),
    ),
    steps: isNotKeys ? ["tryAgain"] : steps,
    requestId,
  };
}

function contextOf(step: TestRunStep, name: string): ErrorContext {
  const failed = {
    dataSource: () => l10n.t('Couldn\'t ask Supermetrics how to run "{0}".', name),
    logins: () => l10n.t('Couldn\'t list the logins of "{0}".', name),
    logIn: () => l10n.t('Couldn\'t log in to "{0}".', name),
    accounts: () => l10n.t('Couldn\'t list the accounts of "{0}".', name),
    fields: () => l10n.t('Couldn\'t list the fields of "{0}".', name),
    run: () => l10n.t('Couldn\'t run "{0}".', name),
  }[step]();
  const right = rights[step];
  return { failed, notFound: notFoundText(), ...(right && { right }) };
}

function causeOfRefusal(step: TestRunStep, { message, details }: ApiError): string {
  const { status, code = "", description = "", form } = details;
  if (status === 414 || status === 431) {
    return l10n.t("The request is too long. Choose fewer fields or accounts.");
  }
  if (code === "LINK_LIMIT_EXCEEDED") {
    return l10n.t("The team has too many open login links. Close some in Supermetrics Hub.");
  }
  // Only these calls use the connector itself.
  const usesConnector = step === "run" || step === "accounts";
  if (!usesConnector || form !== "api" || status === 429) {
    return "";
  }
  return (status === 401 || status === 403) && !notConnectors.test(code)
    ? accessCauses()
    : causeOf(code, `${message} ${description}`);
}

/** The usual causes of what the service says; there are some for two kinds only. One that says nothing may lack access. */
function causeOf(code: string, words: string): string {
  const serverText = `${code.replaceAll("_", " ")} ${words}`;
  if (notConnectors.test(code)) {
    return "";
  }
  if (aboutFields.test(serverText) && unknown.test(serverText)) {
    return l10n.t(
      "Queries name fields by the runtime IDs of the published configuration: <report type ID>_<field ID>.",
    );
  }
  return aboutAccess.test(serverText) || !serverText.trim() ? accessCauses() : "";
}

/** The documented order: each looks like the others. */
function accessCauses(): string {
  return l10n.t(
    "Check in this order: secrets that aren't registered, a missing or revoked login, then the credential itself.",
  );
}
