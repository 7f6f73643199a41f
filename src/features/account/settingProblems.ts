import * as l10n from "@vscode/l10n";
import type { BaseUrlProblem } from "../../platform/http/baseUrl";
import type { KeyProblem } from "./apiKeyVault";
import type { TeamIdProblem } from "./teamId";

/**
 * Says why the setting `supermetrics.apiBaseUrl` can't be used.
 * @returns a sentence for the person
 */
export function baseUrlProblemText(problem: BaseUrlProblem): string {
  const setting = "supermetrics.apiBaseUrl";
  switch (problem) {
    case "notAUrl":
      return l10n.t("Nothing was sent because the setting {0} isn't a URL.", setting);
    case "notHttps":
      return l10n.t(
        "Nothing was sent because the setting {0} doesn't start with https:// (http:// is allowed only for this computer).",
        setting,
      );
    case "hasCredentials":
      return l10n.t("The setting {0} can't contain a user name or password.", setting);
    case "hasQuery":
      return l10n.t('The setting {0} can\'t contain "?" or "#".', setting);
  }
}

/**
 * Says why a text can't be a team ID.
 * @returns a sentence for the person
 */
export function teamIdProblemText(problem: TeamIdProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter a team ID.");
    case "displayId":
      return l10n.t(
        "This is the team's display ID (SM_…). Use the numeric team ID (the team_id value in a Supermetrics Hub URL).",
      );
    case "notDigits":
      return l10n.t("Team IDs contain only digits.");
    case "outOfRange":
      return l10n.t("Team IDs range from 1 to 9223372036854775807.");
  }
}

/**
 * Says why a text can't be an API key.
 * @returns a sentence for the person, without the text
 */
export function keyProblemText(problem: KeyProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter an API key.");
    case "notSendable":
      return l10n.t("API keys can't contain spaces or special characters.");
  }
}
