import * as l10n from "@vscode/l10n";
import {
  itemsOf,
  isObject,
  membersOf,
  stringOf,
  valueAt,
  walk,
} from "../../platform/json/parsedValue";
import { isCredentialName, isCredentialParameter } from "../../platform/masking/credentialNames";
import { plainText } from "../../platform/words/plainText";
import { secretsPrefix } from "../checks/secretReferences";
import { placeholdersIn, textParts } from "./placeholderText";
import type { PreviewTarget } from "./previewTargets";

/** Something that a request needs to be told before it can be previewed. */
export interface TestValue {
  /** Names it for the connector: `dates`, `input.ID`, or the placeholder. */
  readonly id: string;
  readonly kind: "dates" | "account" | "text";
  readonly label: string;
  /** Kept in the store of secrets, masked wherever it would be shown. */
  readonly isSecret: boolean;
  /** The documentation doesn't name the placeholder. */
  readonly isUndocumented?: boolean;
}

/** ID of the test value that is a range of dates: no placeholder has it. */
export const datesId = "dates";
const accountId = "account.id";
const accessToken = "user.access_token";
const startDay = "query.start_date.date";
const endDay = "query.end_date.date";

/** What a placeholder is replaced by. */
export type PlaceholderMeaning =
  | { readonly kind: "value"; readonly value: TestValue }
  | { readonly kind: "day"; readonly which: "start" | "end" }
  /** A text that may have placeholders of its own. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "identity" }
  /** Only the service can make it. */
  | { readonly kind: "notEvaluated" };

/** The days of the query, which are asked for as one. */
const dates = (): TestValue => ({
  id: datesId,
  kind: "dates",
  label: l10n.t("Dates"),
  isSecret: false,
});

/** What a placeholder of a configuration means; https://docs.supermetrics.com/docs/placeholders. */
export function placeholderMeaning(
  configuration: unknown,
  placeholder: string,
): PlaceholderMeaning {
  switch (placeholder) {
    case startDay:
      return { kind: "day", which: "start" };
    case endDay:
      return { kind: "day", which: "end" };
    case "identity()":
      return { kind: "identity" };
    case accessToken:
      return tokenMeaning(configuration);
    case accountId:
      return value({
        id: accountId,
        kind: "account",
        label: l10n.t("Account ID"),
        isSecret: false,
      });
    default:
  }
  if (placeholder.startsWith("signer.")) {
    return { kind: "notEvaluated" };
  }
  const secret = placeholder.startsWith(secretsPrefix);
  const name = placeholder.slice(secret ? secretsPrefix.length : 0).trim();
  const label = secret
    ? l10n.t('Secret "{0}"', plainText(name, 100))
    : `{{${plainText(name, 100)}}}`;
  // A name that isn't documented is no guess: the person types what it stands for.
  return value({
    id: placeholder,
    kind: "text",
    label,
    isSecret: secret || isCredentialName(placeholder),
    isUndocumented: !secret,
  });
}

/** The test value of a user input. The one that gives the access token is a credential whatever its type says. */
export function userInput(configuration: unknown, id: string): TestValue {
  const inputs = itemsOf(valueAt(configuration, "authentication", "userInputs"));
  const input = membersOf(inputs.find((one) => membersOf(one)["id"] === id));
  const label = stringOf(input["label"]) || id;
  const token = membersOf(valueAt(configuration, "dataSourceUser", "userInfo", "accessToken"));
  const isToken = token["source"] === "userInput" && token["value"] === id;
  return {
    id: `input.${id}`,
    kind: "text",
    label: plainText(label, 100),
    isSecret:
      isToken ||
      input["type"] === "password" ||
      isCredentialParameter(id) ||
      isCredentialParameter(label),
  };
}

function tokenMeaning(configuration: unknown): PlaceholderMeaning {
  const pair = membersOf(valueAt(configuration, "dataSourceUser", "userInfo", "accessToken"));
  const given = stringOf(pair["value"]);
  if (pair["source"] === "userInput" && given !== undefined) {
    return value(userInput(configuration, given));
  }
  // Another placeholder may not lead back here.
  if (pair["source"] === "static" && given !== undefined) {
    if (!placeholdersIn(given).includes(accessToken)) {
      return { kind: "text", text: given };
    }
  }
  return value({ id: accessToken, kind: "text", label: l10n.t("Access token"), isSecret: true });
}

function value(testValue: TestValue): PlaceholderMeaning {
  return { kind: "value", value: testValue };
}

/** The test values that a request and its static fields use, each once, in the order of their use. */
export function testValuesOf(configuration: unknown, target: PreviewTarget): readonly TestValue[] {
  const found = new Map<string, TestValue>();
  /** What stands where credentials do is one, whatever its own name. */
  const addFrom = (part: unknown, isCredential: boolean): void => {
    const add = (one: TestValue) => {
      const isSecret =
        one.isSecret ||
        (found.get(one.id)?.isSecret ?? false) ||
        (isCredential && one.kind === "text");
      found.set(one.id, { ...one, isSecret });
    };
    walk(part, {
      text: (text) => {
        for (const placeholder of placeholdersIn(text)) {
          const meaning = placeholderMeaning(configuration, placeholder);
          if (meaning.kind === "day") {
            add(dates());
          } else if (meaning.kind === "value") {
            add(meaning.value);
          } else if (meaning.kind === "text") {
            addFrom(meaning.text, isCredential);
          }
        }
      },
      object: ({ source, value: input }) => {
        if (source === "userInput" && typeof input === "string") {
          add(userInput(configuration, input));
        }
      },
    });
  };
  const { url, headers, parameters, body } = target.request;
  addFrom(url, false);
  for (const entry of [...itemsOf(headers), ...itemsOf(parameters)]) {
    const { name, value: given } = membersOf(entry);
    addFrom(given, typeof name === "string" && isCredentialParameter(name));
  }
  addFrom(body, false);
  ownPairs(target).forEach((pair) => addFrom(pair, false));
  return [...found.values()];
}

/** The pairs of fields that need no response. A user's inputs are shown by nobody: they aren't asked for. */
function ownPairs({ kind, owner, reportType }: PreviewTarget): unknown[] {
  const pairs =
    kind === "reportType"
      ? (reportType?.fields ?? []).map((field) => membersOf(field)["value"])
      : kind === "accounts"
        ? accountPairs(owner)
        : [];
  return pairs.filter((pair) => isObject(pair) && pair["source"] !== "jsonPath");
}

function accountPairs(owner: Readonly<Record<string, unknown>>): unknown[] {
  const info = membersOf(owner["accountInfo"]);
  return [...Object.values(info), ...itemsOf(info["properties"])];
}

/** A stretch of a text in which placeholders are replaced; `name` where it is a credential's value. */
export interface Filled {
  readonly text: string;
  readonly name?: string;
}

/** What placeholders are replaced by. */
export interface Replacements {
  readonly configuration: unknown;
  /** By the ID of the test value. */
  readonly values: ReadonlyMap<string, string>;
  /** IDs of those that are credentials where they stand, whatever their own names. */
  readonly secrets?: ReadonlySet<string>;
  readonly days?: { readonly start: string; readonly end: string } | undefined;
  readonly identity: string;
}

/** Replaces the placeholders of a text. What isn't evaluated, or has no value, stays as it is written. */
export function fill(text: string, given: Replacements): Filled[] {
  return textParts(text).flatMap((part): Filled[] => {
    if ("text" in part) {
      return [part];
    }
    const written = { text: `{{${part.placeholder}}}` };
    const meaning = placeholderMeaning(given.configuration, part.placeholder);
    switch (meaning.kind) {
      case "day":
        return [given.days ? { text: given.days[meaning.which] } : written];
      case "identity":
        return [{ text: given.identity }];
      case "text":
        return fill(meaning.text, given);
      case "notEvaluated":
        return [written];
      case "value":
        return [filledValue(meaning.value, given) ?? written];
    }
  });
}

/** A test value in the place of what it stands for; undefined where it isn't known. */
export function filledValue(one: TestValue, given: Replacements): Filled | undefined {
  const text = given.values.get(one.id);
  return text === undefined
    ? undefined
    : { text, ...(isCredentialFor(one, given) && { name: maskName(one.id) }) };
}

/** Whether a test value is hidden wherever it is shown. */
export function isCredentialFor({ id, isSecret }: TestValue, { secrets }: Replacements): boolean {
  return isSecret || (secrets?.has(id) ?? false);
}

/** What stands for a credential where requests are shown, e.g. `$ACCESS_TOKEN`. */
export function maskName(id: string): string {
  const words = id.replace(/^(?:input|user|secrets)\./, "").match(/[\p{L}\d]+/gu) ?? ["VALUE"];
  return `$${words.join("_").toUpperCase()}`;
}

/** A text with its credentials. */
export function plain(parts: readonly Filled[]): string {
  return parts.map(({ text }) => text).join("");
}

/** A text with names in the place of its credentials. */
export function masked(parts: readonly Filled[]): string {
  return parts.map(({ text, name }) => name ?? text).join("");
}
