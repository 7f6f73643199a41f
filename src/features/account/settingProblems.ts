import * as l10n from "@vscode/l10n";
import type { BaseUrlProblem } from "../../platform/http/baseUrl";
import type { KeyProblem } from "./apiKeyVault";
import type { TeamIdProblem } from "./teamId";

export function baseUrlProblemText(problem: BaseUrlProblem): string {
  const setting = "supermetrics.apiBaseUrl";
  switch (problem) {
    case "notAUrl":
      return l10n.t("The setting {0} is not a URL, so nothing was sent.", setting);
    case "notHttps":
      return l10n.t(
        "The setting {0} must start with https:// (http:// is allowed for this computer only), so nothing was sent.",
        setting,
      );
    case "hasCredentials":
      return l10n.t("The setting {0} must not contain a user name or password.", setting);
    case "hasQuery":
      return l10n.t("The setting {0} must not contain “?” or “#”.", setting);
  }
}

export function teamIdProblemText(problem: TeamIdProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter the team ID.");
    case "displayId":
      return l10n.t(
        "This is the team’s display ID (SM_…). The API needs the numeric team ID: in Supermetrics Hub it can stand in the address as team_id=…",
      );
    case "notDigits":
      return l10n.t("A team ID consists of digits only.");
    case "outOfRange":
      return l10n.t("A team ID lies between 1 and 9223372036854775807.");
  }
}

export function keyProblemText(problem: KeyProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter the API key.");
    case "notSendable":
      return l10n.t(
        "This cannot be an API key: it contains blanks, control characters or letters outside ASCII. Copy the key again.",
      );
  }
}
