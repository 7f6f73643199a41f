import * as l10n from "@vscode/l10n";
import type { JsonPath } from "../../platform/json/places";
import { isForeign } from "../checks/finding";
import { dataTypes, type DocumentedValue } from "./dataTypes";

/**
 * The values that the documentation names for a member: of lists that it gives in full, and of others the values that
 * are known. Nothing for members whose values it doesn't show.
 * @param path of the member
 */
export function documentedValues(path: JsonPath): readonly DocumentedValue[] {
  const key = path.at(-1);
  if (typeof key !== "string" || isForeign(path)) {
    return [];
  }
  const list = String(path.slice(0, -1).findLast((name) => typeof name === "string"));
  switch (key) {
    case "dataType":
      return list === "config" ? keyedValues() : list === "fields" ? dataTypes() : [];
    case "source":
      return sources(path);
    case "method":
      return list === "request" ? methods() : [];
    case "classification":
      return path[0] === "secrets" ? classifications() : [];
    case "delayType":
      return [
        { value: "exp", means: l10n.t("Doubles the wait each time, from minWait to maxWait") },
      ];
    case "action":
      return list === "responseStatuses"
        ? [{ value: "error", means: l10n.t("Ends the request with the message") }]
        : [];
    case "value":
      return list === "granularity"
        ? [{ value: "DAY", means: l10n.t("One row for each day") }]
        : [];
    case "type":
      return types(path, list);
    default:
      return [];
  }
}

/** @param list the name of what has the member `type`, or of the list that it is in */
function types(path: JsonPath, list: string): readonly DocumentedValue[] {
  switch (list) {
    case "request":
      return [
        { value: "sync", means: l10n.t("One request, one answer (default)") },
        { value: "async", means: l10n.t("The source prepares the answer") },
      ];
    case "response":
      return [{ value: "JSON", means: l10n.t("The source answers with JSON") }];
    case "relations":
      return [
        { value: "normal", means: l10n.t("Default") },
        { value: "inverse", means: l10n.t("Inverse join") },
      ];
    case "authentication":
      return path.length === 2 ? authentications() : [];
    case "userInputs":
      return [
        { value: "text", means: l10n.t("Shown while it's typed") },
        { value: "password", means: l10n.t("Hidden while it's typed") },
      ];
    case "items":
      return path.includes("dataAdapters") ? adapters() : [];
    default:
      return [];
  }
}

/** https://docs.supermetrics.com/docs/append-key */
function keyedValues(): readonly DocumentedValue[] {
  return [
    { value: "object", means: l10n.t("Each key leads to one object (default)") },
    { value: "array_of_objects", means: l10n.t("Each key leads to a list of objects") },
  ];
}

/** https://docs.supermetrics.com/docs/request-configuration */
function methods(): readonly DocumentedValue[] {
  return ["GET", "POST", "PUT", "DELETE"].map((value) => ({
    value,
    means: l10n.t("HTTP method"),
  }));
}

/** https://docs.supermetrics.com/docs/secrets */
function classifications(): readonly DocumentedValue[] {
  return [
    { value: "secret", means: l10n.t("Credential, never in plain text") },
    { value: "pii", means: l10n.t("Personal data") },
    { value: "public", means: l10n.t("Plain value that is used in several places") },
  ];
}

/** What a source/value pair takes its value from. */
function sources(path: JsonPath): readonly DocumentedValue[] {
  const plain = { value: "static", means: l10n.t("The value as it stands here") };
  const input = { value: "userInput", means: l10n.t("What people enter when they sign in") };
  const encrypted = { value: "encrypted", means: l10n.t("Text that the service encrypted") };
  const found = { value: "jsonPath", means: l10n.t("What a JSONPath selects") };
  return path[0] === "secrets" ? [input, encrypted, plain] : [found, plain, input];
}

/** https://docs.supermetrics.com/docs/authentication */
function authentications(): readonly DocumentedValue[] {
  return [
    { value: "user_input", means: l10n.t("API key or token that people enter") },
    { value: "oauth2", means: "OAuth 2.0" },
    { value: "single_step_oauth2", means: l10n.t("OAuth 2.0 in a single step") },
    { value: "oauth1", means: "OAuth 1.0" },
    { value: "basic", means: l10n.t("User name and password") },
    { value: "cookie", means: l10n.t("Cookie") },
    { value: "jwt", means: "JSON Web Token" },
    { value: "amazon_s3", means: "Amazon S3" },
    { value: "exchange", means: l10n.t("Credential that is exchanged for another") },
  ];
}

/** https://docs.supermetrics.com/docs/transforming-response-structure */
function adapters(): readonly DocumentedValue[] {
  return [
    { value: "flatten_values", means: l10n.t("Makes a row of each entry of a nested list") },
    { value: "append_key", means: l10n.t("Makes rows of an object and keeps its keys") },
    { value: "time_series", means: l10n.t("Makes a row of each day of parallel lists") },
    { value: "match_values_by_keys", means: l10n.t("Makes a row of each key, with its values") },
    {
      value: "combine_keys_with_values",
      means: l10n.t("Pairs a list of names with lists of values"),
    },
    {
      value: "combine_keys_with_nested_values",
      means: l10n.t("Pairs names with values, and keeps the rest of the row"),
    },
    { value: "extract_fields_by_path", means: l10n.t("Adds fields from elsewhere to rows") },
    { value: "concat_value_to_keys", means: l10n.t("Adds a row's value to its keys") },
    { value: "union_nested_arrays_with_key", means: l10n.t("Makes one list of nested lists") },
    { value: "aggregate_values", means: l10n.t("Sums up a list of objects") },
    { value: "split_to_rows", means: l10n.t("Makes a row of each part of a text") },
  ];
}
