/** What lets somebody in at the source, as a bearer token. */
export const sourceToken = "source-token-0123456789-abcdef";

/** A connector that fetches from the source: a token, accounts, days by date range, and what is less usual. */
export function sourceConfiguration(origin: string): string {
  const authorization = [{ name: "Authorization", value: "Bearer {{user.access_token}}" }];
  const path = (value: string) => ({ source: "jsonPath", value });
  const field = (id: string, label: string, dataType: string, at: string) => ({
    id,
    label,
    dataType,
    value: path(at),
  });
  const configuration = {
    $schema: "https://api.supermetrics.com/cc/v1/schema/connector",
    authentication: {
      type: "user_input",
      description: "Paste the access token from your profile.",
      userInputs: [
        { id: "login_name", label: "Name for this connection", type: "text" },
        { id: "token", label: "Access token", type: "password" },
      ],
      validation: { request: { url: `${origin}/me`, headers: authorization } },
    },
    dataSourceUser: {
      request: { url: `${origin}/me`, headers: authorization, response: { type: "JSON" } },
      userInfo: {
        id: path("$.me.id"),
        label: { source: "userInput", value: "login_name" },
        accessToken: { source: "userInput", value: "token" },
      },
    },
    accounts: {
      fetchers: [
        {
          request: {
            method: "GET",
            url: `${origin}/accounts`,
            headers: authorization,
            response: { dataRows: path("$.accounts.*") },
          },
          accountInfo: { id: path("$.no"), label: path("$.title") },
        },
      ],
    },
    reporting: {
      reportTypes: [
        {
          id: "newsletter_days",
          title: "Newsletters by day",
          request: {
            type: "sync",
            method: "GET",
            url: `${origin}/accounts/{{account.id}}/days`,
            headers: authorization,
            parameters: [
              { name: "from", value: "{{query.start_date.date}}" },
              { name: "to", value: "{{query.end_date.date}}" },
            ],
            response: { type: "JSON", dataRows: path("$.days.*") },
          },
          fields: [
            field("day", "Day", "string.time.date", "$.day"),
            field("campaign", "Campaign", "string.text.value", "$.campaign.name"),
            field("opens", "Opens", "int.number.value", "$.opens"),
            field("revenue", "Revenue", "float.currency.value", "$.revenue"),
          ],
        },
        {
          id: "visits",
          title: "Visits by hour",
          request: {
            method: "GET",
            url: `${origin}/odd`,
            response: {
              dataAdapters: {
                items: [
                  {
                    type: "flatten_values",
                    config: { dataPath: "$.shops.*", valuesPath: "$.visits.*" },
                  },
                ],
              },
              dataRows: path("$.shops.*"),
            },
          },
          fields: [
            field("town", "Town", "string.geo.city", "$.town"),
            field("hour", "Hour", "int.number.value", "$.visits_hour"),
            field("people", "People", "int.number.value", "$.visits_people"),
          ],
        },
      ],
    },
  };
  return JSON.stringify(configuration, undefined, 2);
}
