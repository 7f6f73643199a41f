/** A configuration in which every kind of ID is defined, and named elsewhere. */
export const configurationWithIds = `{
  "authentication": {
    "type": "user_input",
    "userInputs": [
      { "id": "token", "label": "Token", "type": "password" },
      { "id": "unused", "label": "Unused", "type": "text" }
    ]
  },
  "dataSourceUser": {
    "userInfo": {
      "accessToken": { "source": "userInput", "value": "token" },
      "more": { "value": "token", "source": "userInput" }
    }
  },
  "accounts": {
    "fetchers": [{ "accountInfo": {
      "id": { "source": "jsonPath", "value": "$.id" }
    } }]
  },
  "reporting": {
    "reportTypes": [
      {
        "id": "days",
        "title": "Days",
        "fields": [{ "id": "day", "label": "Day" }, { "id": "opens", "label": "Opens" }]
      },
      {
        "id": "weeks",
        "request": {
          "builderType": "hmac",
          "url": "https://x/\\u00e9/{{ secrets.shop_key }}/x/{{account.id}}",
          "headers": [{ "name": "a", "value": "Bearer {{user.access_token}}" }],
          "body": { "id": 1, "key": "a\\n{{secrets.shop_key}}", "made": "{{ secrets.sec_12ab34 }}" },
          "parameters": [{ "name": "s", "value": "{{signer.signature}}" }]
        },
        "fields": [{ "id": "week", "label": "Week" }, { "id": "opens", "label": "Opens" }],
        "decoration": {
          "relations": [
            {
              "link": { "parent": "week", "child": "day" },
              "reportTypeId": "days",
              "type": "inverse"
            }
          ]
        }
      }
    ]
  },
  "secrets": {
    "items": [{ "id": "shop_key", "classification": "secret" }]
  },
  "signers": [{ "id": "hmac", "algorithm": "hmac" }]
}
`;
