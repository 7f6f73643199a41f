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
  | "tryAgain"
  | "reloadWindow";

/** What was being done when a failure came. */
export interface ErrorContext {
  /** A sentence, e.g. `Couldn't create "Ads".` May be empty. */
  readonly failed: string;
  /** What a 404 means here. */
  readonly notFound?: string;
  /** The right of the key that this call needs, by its name in the API's documentation. */
  readonly right?: string;
}

/** What a 404 means for a connector that existed before. */
export function notFoundText(): string {
  return l10n.t("The connector no longer exists in this team.");
}

/** What an error means for the person, and what can be done about it. */
export interface Meaning {
  readonly text: string;
  readonly steps: readonly NextStep[];
}

/** What it means for the person that the service answered a success in a form that the API doesn't document. */
export function contractMeaning({ message, isPage, details }: ContractError): Meaning {
  if (isPage) {
    return { text: undocumented("page"), steps: undocumentedSteps("page", details.status) };
  }
  const text = l10n.t(
    "Supermetrics sent a successful but unexpected response ({0}).",
    message || l10n.t("empty"),
  );
  return { text, steps: ["tryAgain"] };
}

/** Names the account that something was to be done with, and the one that is signed in instead. */
export function wrongAccountMeaning({ wanted, current }: WrongAccountError): Meaning {
  const nothingSent = l10n.t("Nothing was sent.");
  if (wanted.origin !== current.origin) {
    const text = l10n.t(
      "This item belongs to {0}, but the setting supermetrics.apiBaseUrl is {1}.",
      wanted.origin,
      current.origin,
    );
    return { text: `${text} ${nothingSent}`, steps: ["openBaseUrlSetting", "tryAgain"] };
  }
  const wantedTeam = wanted.teamId ?? "";
  const text =
    current.teamId === undefined
      ? l10n.t("This item belongs to team {0}, but no team is selected.", wantedTeam)
      : l10n.t(
          "This item belongs to team {0}, but you're signed in to team {1}.",
          wantedTeam,
          current.teamId,
        );
  return { text: `${text} ${nothingSent}`, steps: ["selectTeam", "tryAgain"] };
}

/** What a refusal means for the person, by `error.code` first and by status second. */
export function meaningOf(error: ApiError, context: ErrorContext, now: number): Meaning {
  const { status, code = "", form, retryAt } = error.details;
  if (status === 407) {
    return {
      text: l10n.t("Your proxy requires authentication. Check the setting http.proxy."),
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
      return {
        text: l10n.t("Supermetrics didn't accept this API key. Check that you copied all of it."),
        steps: ["replaceApiKey"],
      };
    case 403:
      return { text: forbidden(context.right), steps: ["replaceApiKey", "tryAgain"] };
    case 404:
      return { text: context.notFound ?? "", steps: ["tryAgain"] };
    case 429:
      return { text: tryLater(retryAt, now), steps: ["tryAgain"] };
    default:
      return {
        text: status >= 500 ? l10n.t("Supermetrics has a problem. Retry later.") : "",
        steps: ["tryAgain"],
      };
  }
}

function byCode(code: string): Meaning | undefined {
  if (/^(API_KEY_INVALID|API_KEY_REQUIRED|ACCESS_TOKEN_|INVALID_TOKEN|OAUTH_)/.test(code)) {
    return {
      text: l10n.t("Supermetrics didn't accept this API key. Check that you copied all of it."),
      steps: ["replaceApiKey"],
    };
  }
  if (code.startsWith("LICENSE_")) {
    return {
      text: l10n.t("The team's Supermetrics license doesn't allow this. Ask the team's owner."),
      steps: ["tryAgain"],
    };
  }
  switch (code) {
    case "API_KEY_DISABLED":
      return {
        text: l10n.t(
          "Disabled API keys can't be enabled again. Create a new one in Supermetrics Hub.",
        ),
        steps: ["replaceApiKey"],
      };
    case "ACCESS_DENIED_IP":
      return {
        text: l10n.t("This API key doesn't allow your IP address."),
        steps: ["replaceApiKey", "tryAgain"],
      };
    case "DUPLICATION_FAILED":
      return {
        text: l10n.t(
          "Supermetrics couldn't copy the connector. Retry, or start from the default configuration.",
        ),
        steps: ["tryAgain"],
      };
    case "SERVICE_UNAVAILABLE":
      return {
        text: l10n.t("Supermetrics is temporarily unavailable. Check status.supermetrics.com."),
        steps: ["tryAgain"],
      };
    default:
      return undefined;
  }
}

/** Here the status says it all, whoever sent it: a gateway may refuse a file before the service sees it. */
function unwelcome(status: 413 | 415): string {
  return status === 413
    ? l10n.t("The request is too large. Send less data.")
    : l10n.t("Supermetrics doesn't accept this type of data.");
}

function forbidden(right: string | undefined): string {
  const causes = l10n.t(
    "Check the permissions of the API key, your role in the team (Owner, Admin, or Editor), the Connector Builder add-on, the license, and your IP address.",
  );
  return right ? `${causes} ${l10n.t("Required permission: {0}.", right)}` : causes;
}

function tryLater(retryAt: number | undefined, now: number): string {
  return retryAt === undefined
    ? l10n.t("Supermetrics didn't say when to retry.")
    : l10n.t("Retry {0}.", untilTime(retryAt, now));
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
        "Received a web page instead of an API response, most likely from a proxy or gateway.",
      );
    case "empty":
      return l10n.t("The response was empty.");
    case "other":
      return l10n.t("The response had an unexpected form.");
  }
}
