import * as l10n from "@vscode/l10n";

/** A placeholder that the documentation names. */
export interface Placeholder {
  /** What stands between the braces. */
  readonly name: string;
  /** What it is replaced by when a user signs in or runs a query. */
  readonly gives: string;
}

/** The documented placeholders but those of secrets; https://docs.supermetrics.com/docs/placeholders. */
export function documentedPlaceholders(): readonly Placeholder[] {
  return [
    { name: "query.start_date.date", gives: l10n.t("First day of the query, as YYYY-MM-DD") },
    { name: "query.end_date.date", gives: l10n.t("Last day of the query, as YYYY-MM-DD") },
    { name: "account.id", gives: l10n.t("ID of the account that is fetched") },
    {
      name: "user.access_token",
      gives: l10n.t("Access token of the user who signed in (dataSourceUser.userInfo.accessToken)"),
    },
    {
      name: "signer.signature",
      gives: l10n.t("Result of the signer that is attached to the request"),
    },
    { name: "identity()", gives: l10n.t("Generated unique ID, for dataSourceUser.userInfo.id") },
  ];
}
