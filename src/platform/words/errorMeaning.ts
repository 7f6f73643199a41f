import * as l10n from "@vscode/l10n";
import type { ApiError, ContractError, WrongAccountError } from "../http/errors";
import { untilTime } from "./time";

/** What the person can do about it, beside reading the log. */
export type NextStep =
  | "signIn"
  | "replaceApiKey"
  | "selectTeam"
  | "openBaseUrlSetting"
  | "openTimeoutSetting"
  | "openProxySettings"
  | "tryAgain";

/** What was being done when a failure came. */
export interface ErrorContext {
  /** A sentence, e.g. “Could not create “Ads”.” May be empty. */
  readonly failed: string;
  /** What a 404 means here. */
  readonly notFound?: string;
  /** The right of the key that this call needs, by its name in the API's documentation. */
  readonly right?: string;
}

/** What a 404 means for a connector that was there before. */
export function notFoundText(): string {
  return l10n.t("The connector does not exist any more, or not in this team.");
}

export interface Meaning {
  readonly text: string;
  readonly steps: readonly NextStep[];
}

/** What a success means that is not what the API documents. */
export function contractMeaning({ message, isPage, details }: ContractError): Meaning {
  if (isPage) {
    return { text: undocumented("page"), steps: undocumentedSteps("page", details.status) };
  }
  const text = l10n.t(
    "The answer was a success, but not in the form that the API documents ({0}).",
    message || l10n.t("empty"),
  );
  return { text, steps: ["tryAgain"] };
}

/** Whose it is that something was to be done with, and who is signed in instead. */
export function wrongAccountMeaning({ wanted, current }: WrongAccountError): Meaning {
  const nothingSent = l10n.t("Nothing was sent.");
  if (wanted.origin !== current.origin) {
    const text = l10n.t(
      "It belongs to {0}; the setting supermetrics.apiBaseUrl names {1}.",
      wanted.origin,
      current.origin,
    );
    return { text: `${text} ${nothingSent}`, steps: ["openBaseUrlSetting", "tryAgain"] };
  }
  const wantedTeam = wanted.teamId ?? "";
  const text =
    current.teamId === undefined
      ? l10n.t("It belongs to team {0}; no team is selected.", wantedTeam)
      : l10n.t("It belongs to team {0}; you're signed in to team {1}.", wantedTeam, current.teamId);
  return { text: `${text} ${nothingSent}`, steps: ["selectTeam", "tryAgain"] };
}

/** What a refusal means for the person, by `error.code` first and by status second. */
export function meaningOf(error: ApiError, context: ErrorContext, now: number): Meaning {
  const { status, code = "", form, retryAt } = error.details;
  if (status === 407) {
    return {
      text: l10n.t("A proxy wants you to sign in to it: see the setting http.proxy."),
      steps: ["openProxySettings"],
    };
  }
  const known = byCode(code);
  if (known) {
    return known;
  }
  if (status === 413 || status === 415) {
    return { text: unwelcome(status), steps: ["tryAgain"] };
  }
  if (form !== "api") {
    const later = status === 429 ? tryLater(retryAt, now) : "";
    return {
      text: [undocumented(form), later].filter(Boolean).join(" "),
      steps: undocumentedSteps(form, status),
    };
  }
  switch (status) {
    case 401:
      return { text: l10n.t("Sign in again with a valid API key."), steps: ["replaceApiKey"] };
    case 403:
      return { text: forbidden(context.right), steps: ["replaceApiKey", "tryAgain"] };
    case 404:
      return { text: context.notFound ?? "", steps: ["tryAgain"] };
    case 429:
      return { text: tryLater(retryAt, now), steps: ["tryAgain"] };
    default:
      return {
        text: status >= 500 ? l10n.t("This is a failure of the service; try again later.") : "",
        steps: ["tryAgain"],
      };
  }
}

function byCode(code: string): Meaning | undefined {
  if (/^(API_KEY_INVALID|API_KEY_REQUIRED|ACCESS_TOKEN_|INVALID_TOKEN|OAUTH_)/.test(code)) {
    return { text: l10n.t("Sign in again with a valid API key."), steps: ["replaceApiKey"] };
  }
  if (code.startsWith("LICENSE_")) {
    return {
      text: l10n.t(
        "The team’s Supermetrics licence does not allow this now; its owner can tell why.",
      ),
      steps: ["tryAgain"],
    };
  }
  switch (code) {
    case "API_KEY_DISABLED":
      return {
        text: l10n.t(
          "A disabled key cannot be enabled again: create a new one in Supermetrics Hub.",
        ),
        steps: ["replaceApiKey"],
      };
    case "ACCESS_DENIED_IP":
      return {
        text: l10n.t(
          "The key may be used from certain IP addresses only, and yours is not one of them.",
        ),
        steps: ["replaceApiKey", "tryAgain"],
      };
    case "DUPLICATION_FAILED":
      return {
        text: l10n.t(
          "The service could not copy the connector. Try again, or start from the default configuration.",
        ),
        steps: ["tryAgain"],
      };
    case "SERVICE_UNAVAILABLE":
      return {
        text: l10n.t("The service is unavailable for now; status.supermetrics.com may say more."),
        steps: ["tryAgain"],
      };
    default:
      return undefined;
  }
}

/** Here the status says it all, whoever sent it: a gateway may refuse a file before the service sees it. */
function unwelcome(status: 413 | 415): string {
  return status === 413
    ? l10n.t("It is larger than what is accepted: send a smaller one.")
    : l10n.t("What was sent is of a kind that is not accepted.");
}

function forbidden(right: string | undefined): string {
  const causes = l10n.t(
    "It can be a right of the key, your role in the team (Owner, Admin or Editor), the Connector Builder add-on, the licence, or your IP address.",
  );
  return right ? `${causes} ${l10n.t("The right in question is {0}.", right)}` : causes;
}

function tryLater(retryAt: number | undefined, now: number): string {
  return retryAt === undefined
    ? l10n.t("The service did not say when to try again.")
    : l10n.t("Try again {0}.", untilTime(retryAt, now));
}

/** A page says nothing of the key; one with a success or a refusal is what a proxy shows to people. */
function undocumentedSteps(form: "page" | "empty" | "other", status: number): NextStep[] {
  if (form === "page") {
    return status < 500 && status !== 429 ? ["openProxySettings", "tryAgain"] : ["tryAgain"];
  }
  return status === 401 ? ["signIn"] : ["tryAgain"];
}

function undocumented(form: "page" | "empty" | "other"): string {
  switch (form) {
    case "page":
      return l10n.t(
        "A web page came instead of an API answer, most likely from a proxy or gateway.",
      );
    case "empty":
      return l10n.t("The answer was empty.");
    case "other":
      return l10n.t("The answer was not in the form that the API documents.");
  }
}
