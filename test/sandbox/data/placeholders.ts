import { failures } from "./failures";
import { find } from "./jsonPath";
import type { Login } from "./model";
import { textOf, type Part } from "./parts";

/** What placeholders and source/value pairs get their values from. */
export interface Filling {
  /** Values of the connector's secrets, by placeholder. */
  readonly secrets: ReadonlyMap<string, { readonly value: string }>;
  readonly inputs?: Login["inputs"];
  readonly accessToken?: string | null;
  readonly account?: string;
  readonly dates?: { readonly start: string; readonly end: string } | null;
}

/**
 * A text with its placeholders replaced (https://docs.supermetrics.com/docs/placeholders). A secret that is not
 * registered and a token that is not there fail as authentication, any undocumented name by its name.
 */
export function fill(text: string, filling: Filling): string {
  return text.replace(/\{\{([^{}]{0,300})\}\}/g, (_, name: string) =>
    valueOf(name.trim(), filling),
  );
}

/** A value of any kind whose texts are filled, keys excepted. */
export function fillAll(value: unknown, filling: Filling): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === "string" ? fill(one, filling) : one,
  );
}

/** What a source/value pair gives. @param at what a JSONPath of it starts from */
export function pairValue({ source, value }: Part, at: unknown, filling: Filling): unknown {
  switch (source) {
    case "static":
      return typeof value === "string" ? fill(value, filling) : value;
    case "userInput":
      return filling.inputs?.[textOf(value)];
    case "jsonPath":
      return find(textOf(value), at)[0]?.value;
    default:
      throw failures.cannot(`a value of the source “${textOf(source)}”`);
  }
}

function valueOf(name: string, { secrets, accessToken, account, dates }: Filling): string {
  if (name.startsWith("secrets.")) {
    return orNoAuthentication(secrets.get(name.slice("secrets.".length).trim())?.value);
  }
  switch (name) {
    case "user.access_token":
      return orNoAuthentication(accessToken);
    case "identity()":
      return crypto.randomUUID();
    case "account.id":
      if (account === undefined) {
        throw failures.accountRequired();
      }
      return account;
    case "query.start_date.date":
    case "query.end_date.date":
      if (!dates) {
        throw failures.badQuery("start_date and end_date are required.");
      }
      return name === "query.start_date.date" ? dates.start : dates.end;
    default:
      throw failures.cannot(`the placeholder “${name}”`);
  }
}

function orNoAuthentication(value: string | null | undefined): string {
  if (value === null || value === undefined) {
    throw failures.authentication();
  }
  return value;
}
