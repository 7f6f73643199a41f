import * as l10n from "@vscode/l10n";
import { requiredOfAdapters } from "../checks/rules/adapters";

/** A documented piece of a configuration, with stops for what differs each time. */
export interface Snippet {
  readonly label: string;
  /** Page of the documentation that it follows. */
  readonly page: string;
  /** Keys down to the list or object that it goes into; `*` is any index, and `**` any way before the rest. */
  readonly into: readonly string[];
  /**
   * Items of the list, or members of the object. Strings have tab stops as the editor knows them:
   * `${1:default}`, `${1|one,other|}` and, for the same again, `${1}`.
   */
  readonly body: readonly unknown[] | Readonly<Record<string, unknown>>;
  /** What the documentation leaves open about it. */
  readonly note?: string;
}

const jsonPath = (value: string) => ({ source: "jsonPath", value });

const field = {
  id: "${1:field}",
  label: "${2:Field}",
  dataType:
    "${3|string.text.value,string.time.date,int.number.value,float.number.value,float.number.percentage,float.currency.value|}",
  value: jsonPath("${4:$.field}"),
};

const reportType = {
  id: "${1:report_type}",
  title: "${2:Report type}",
  config: { showDateRange: "${3|true,false|}" },
  request: {
    method: "${4|GET,POST|}",
    url: "${5:https://api.example.com/v1/rows}",
    response: { type: "JSON", dataRows: jsonPath("${6:$.rows.*}") },
  },
  fields: [
    {
      id: "${7:field}",
      label: "${8:Field}",
      dataType: "${9:string.text.value}",
      value: jsonPath("${10:$.field}"),
    },
  ],
};

const apiKey = {
  authentication: {
    type: "user_input",
    description: "${1:Paste your API key.}",
    userInputs: [
      { id: "${2:connection_name}", label: "${3:Name for this connection}", type: "text" },
      { id: "${4:api_key}", label: "${5:API key}", type: "password" },
    ],
  },
  dataSourceUser: {
    userInfo: {
      id: { source: "static", value: "{{identity()}}" },
      label: { source: "userInput", value: "${2}" },
      accessToken: { source: "userInput", value: "${4}" },
    },
  },
};

/** The template has client credentials encrypted by the service; the steps call the source. */
const oauth1 = {
  authentication: {
    type: "oauth1",
    oauth1: {
      consumerKey: "${1}",
      consumerSecret: "${2}",
      requestTokenEndpoint: {
        request: {
          type: "sync",
          method: "POST",
          url: "${3:https://api.example.com/oauth/request_token}",
        },
      },
      authorizationEndpoint: { request: { url: "${4:https://api.example.com/oauth/authorize}" } },
      accessTokenEndpoint: { request: { url: "${5:https://api.example.com/oauth/access_token}" } },
    },
    validation: { request: { method: "GET", url: "${6:https://api.example.com/v1/me}" } },
  },
};

const retry = { maxRetries: "${1:10}", minWait: "${2:2}", maxWait: "${3:60}", delayType: "exp" };

const accessToken = { name: "Authorization", value: "Bearer {{user.access_token}}" };

const fetcher = {
  request: {
    method: "GET",
    url: "${1:https://api.example.com/v1/accounts}",
    headers: [accessToken],
    response: { type: "JSON", dataRows: jsonPath("${2:$.accounts.*}") },
  },
  accountInfo: { id: jsonPath("${3:$.id}"), label: jsonPath("${4:$.name}") },
};

const errorResponse = {
  httpStatus: "${1:400}",
  action: "error",
  message: "${2:The source did not accept the request}",
  messageDetails: jsonPath("${3:$.error.message}"),
};

const encryptedSecret = {
  id: "${1:secret}",
  classification: "secret",
  source: "encrypted",
  value: "${2:encrypted text}",
};

const dates = [
  { name: "${1:from}", value: "{{query.start_date.date}}" },
  { name: "${2:to}", value: "{{query.end_date.date}}" },
];

const join = {
  reportTypeId: "${1:report_type}",
  type: "${2|normal,inverse|}",
  link: "${3:{}}",
};

function one(label: string, page: string, into: readonly string[], item: unknown): Snippet {
  return { label, page, into, body: [item] };
}

/** All of them; what is not documented in full, as paging, is left to the service's schema. */
export function snippets(): readonly Snippet[] {
  const reportTypes = ["reporting", "reportTypes"];
  const fetchers = ["accounts", "fetchers"];
  const request = ["**", "request"];
  const handlers = ["defaultResponseHandler", "responseStatuses"];
  const nameAndValue = { name: "${1:name}", value: "${2:value}" };
  return [
    {
      label: l10n.t("API key authentication"),
      page: "api-key-authentication",
      into: [],
      body: apiKey,
    },
    {
      label: l10n.t("OAuth 1.0 authentication"),
      page: "oauth1-authentication",
      into: [],
      body: oauth1,
    },
    one(l10n.t("Report type"), "reporting", reportTypes, reportType),
    {
      label: l10n.t("Date range option"),
      page: "reporting",
      into: [...reportTypes, "*", "config"],
      body: { showDateRange: "${1|true,false|}" },
    },
    one(l10n.t("Field"), "reporting", [...reportTypes, "*", "fields"], field),
    one(l10n.t("Join"), "joining-data", [...reportTypes, "*", "decoration", "relations"], join),
    one(l10n.t("Account fetcher"), "accounts", fetchers, fetcher),
    one(l10n.t("Account property"), "accounts", [...fetchers, "*", "accountInfo", "properties"], {
      id: "${1:property}",
      ...jsonPath("${2:$.property}"),
    }),
    {
      ...one(l10n.t("Account filter"), "accounts", ["accounts", "filter"], {
        value: jsonPath("${1:$.role}"),
      }),
      note: l10n.t("The documentation doesn't say how the value is compared."),
    },
    one(l10n.t("User input"), "api-key-authentication", ["authentication", "userInputs"], {
      id: "${1:user_input}",
      label: "${2:User input}",
      type: "${3|text,password|}",
    }),
    one(l10n.t("Error response"), "error-handling", handlers, errorResponse),
    {
      label: l10n.t("Retry strategy"),
      page: "error-handling",
      into: ["defaultResponseHandler"],
      body: { retry },
      note: l10n.t(
        "This is the likely key and place: the documentation doesn't show them in full.",
      ),
    },
    one(l10n.t("Encrypted secret"), "secrets", ["secrets", "items"], encryptedSecret),
    one(l10n.t("Header"), "request-configuration", [...request, "headers"], nameAndValue),
    one(l10n.t("Access token header"), "placeholders", [...request, "headers"], accessToken),
    one(l10n.t("Parameter"), "request-configuration", [...request, "parameters"], nameAndValue),
    {
      label: l10n.t("Date range parameters"),
      page: "placeholders",
      into: [...request, "parameters"],
      body: dates,
    },
    ...adapters([...request, "response", "dataAdapters", "items"]),
  ];
}

/** One for each type whose configuration is known. */
function adapters(into: readonly string[]): Snippet[] {
  return Object.entries(requiredOfAdapters)
    .filter(([, names]) => names.length > 0 && !names.includes("fields"))
    .map(([type, names]) => ({
      label: l10n.t("Data adapter {0}", type),
      page: type.replaceAll("_", "-"),
      into,
      body: [
        {
          type,
          config: Object.fromEntries(names.map((name, at) => [name, adapterValue(name, at + 1)])),
        },
      ],
    }));
}

function adapterValue(name: string, stop: number): unknown {
  if (name === "granularity") {
    return { source: "static", value: "DAY" };
  }
  return name.endsWith("Path")
    ? `\${${stop}:$}`
    : `\${${stop}:${name === "separator" ? "," : name}}`;
}

/** Body and tab stops as the editor inserts them, without brackets around it and without a comma behind. */
export function snippetText(body: Snippet["body"]): string {
  const parts = Array.isArray(body)
    ? body.map((item) => textOf(item))
    : Object.entries(body).map(([key, value]) => `${JSON.stringify(key)}: ${textOf(value)}`);
  return parts.join(",\n");
}

/** The text that is there when nothing is changed at the stops. */
export function withDefaults(snippet: string): string {
  const defaults = new Map<string, string>();
  return snippet
    .replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, stop: string, text, choice) => {
      const value = String(text ?? choice);
      defaults.set(stop, value);
      return value;
    })
    .replace(
      /\$(\d+)|\$\{(\d+)\}/g,
      (_, bare, braced) => defaults.get(String(bare ?? braced)) ?? "",
    );
}

/** Numbers, truth values and empty objects stand in the body as strings, for the sake of their tab stops. */
function textOf(value: unknown): string {
  return JSON.stringify(value, undefined, "\t")
    .replace(/"(\$\{\d+(?::\d+|\|true,false\|)\})"/g, "$1")
    .replace(/"\$\{(\d+):\{\}\}"/g, "{$$$1}");
}
