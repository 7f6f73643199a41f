import * as l10n from "@vscode/l10n";
import type { JsonPath, Place } from "../../../platform/json/places";
import { isInBody, replaceValueFix, type Report } from "../finding";

/** Texts for people: braces in them are prose. */
const prose = new Set(["description", "title", "label", "message"]);

/** First words of the placeholders that the documentation names. */
const placeholderScopes = new Set(["query", "user", "account", "signer", "secrets", "identity"]);

const credentialHeaders = /^(authorization|proxy-authorization|x-api-key|api-?key|x-auth-token)$/i;
const credentialParameters = /^(api[_-]?key|token|access[_-]?token|client[_-]?secret|password)$/i;
const credentialKeys = new Set(["clientSecret", "consumerSecret"]);

/** A day; not the part of a longer number. */
const date = /(?<!\d)(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Checks the braces of placeholders; https://docs.supermetrics.com/docs/placeholders.
 * @param key of the member that has the text
 * @param path is copied where it is kept
 * @returns the names of the placeholders in it
 */
export function checkPlaceholders(
  text: string,
  key: string | number | undefined,
  path: JsonPath,
  report: Report,
): readonly string[] {
  const isOpened = text.includes("{{");
  const isClosed = text.includes("}}");
  if ((!isOpened && !isClosed) || prose.has(String(key))) {
    return [];
  }
  const names: string[] = [];
  let empty: Place | undefined;
  const take = (whole: string, name: string, offset: number) => {
    names.push(name.trim());
    empty ??= name.trim() ? undefined : { offset, length: whole.length };
    return " ".repeat(whole.length);
  };
  const rest = isOpened && isClosed ? text.replace(/\{\{([^{}]*)\}\}/g, take) : text;
  // JSON in a body closes two of its braces in a row.
  const isOdd = rest.includes("{{") || (rest.includes("}}") && !rest.includes("{"));
  const isUncertain = !isReplacedIn(path);
  if (isOdd && report.wants("placeholderBraces")) {
    const { part, name } = oddBraces(rest);
    const unbalanced = l10n.t("Unbalanced braces. Use {0}.", "{{name}}");
    const mended = name && replacePart(text, part, `{{${name}}}`);
    const fixes = mended ? [replaceValueFix(path.slice(), mended)] : [];
    report({
      code: "placeholderBraces",
      path: path.slice(),
      part,
      text: unbalanced,
      isUncertain,
      fixes,
    });
  }
  if (empty && report.wants("placeholderBraces")) {
    const title = l10n.t("Remove the empty placeholder");
    const json = JSON.stringify(replacePart(text, empty, ""));
    report({
      code: "placeholderBraces",
      path: path.slice(),
      part: empty,
      text: l10n.t("The placeholder has no name."),
      isUncertain,
      fixes: [{ title, path: path.slice(), json }],
    });
  }
  return names;
}

/**
 * Whether placeholders are documented to be replaced there: in request URLs, in values of headers, parameters and
 * bodies; samples have them in static values and in signers as well.
 */
function isReplacedIn(path: JsonPath): boolean {
  const key = path.at(-1);
  return key === "url" || key === "value" || path[0] === "signers" || isInBody(path);
}

/** Longer than any name of a placeholder. */
const longestName = 200;

/**
 * The first braces that are not closed, or not opened, with what could be the placeholder's name.
 * @param text without the placeholders that are whole
 */
function oddBraces(text: string): { readonly part: Place; readonly name: string | undefined } {
  const opening = text.indexOf("{{");
  if (opening >= 0) {
    const [whole = "{{", name] =
      /^\{\{\s{0,9}([\w.]+(?:\(\))?)\s{0,9}\}?/.exec(text.slice(opening, opening + longestName)) ??
      [];
    return { part: { offset: opening, length: whole.length }, name };
  }
  const closing = text.indexOf("}}");
  const before = text.slice(Math.max(0, closing - longestName), closing);
  const [whole = "", name] = /(?<![\w.])([\w.]+(?:\(\))?)\s{0,9}$/.exec(before) ?? [];
  return { part: { offset: closing - whole.length, length: whole.length + 2 }, name };
}

function replacePart(text: string, { offset, length }: Place, by: string): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

/**
 * Checks whether the documentation, or the configuration, knows a placeholder.
 * @param name what stands between its braces
 * @param secrets IDs of declared secrets, and names and placeholders of registered ones
 * @param path is copied where it is kept
 */
export function checkPlaceholderName(
  name: string,
  secrets: ReadonlySet<string>,
  path: JsonPath,
  report: Report,
): void {
  if (!name || !report.wants("unknownPlaceholder")) {
    return;
  }
  const word = /^[^.()\s]*/.exec(name)?.[0] ?? "";
  if (!placeholderScopes.has(word) && !secrets.has(name) && !name.startsWith("sec_")) {
    const text = l10n.t('Unknown placeholder "{0}".', name);
    report({ code: "unknownPlaceholder", path: path.slice(), text });
  }
}

/**
 * Checks a value for a credential that is written out, by the name that it has.
 * @param list that it is in; undefined for a property that holds a secret
 * @param path of the value; is kept
 */
export function checkCredential(
  list: "headers" | "parameters" | undefined,
  name: string,
  value: string,
  path: JsonPath,
  report: Report,
): void {
  const isCredential =
    list === "headers"
      ? credentialHeaders.test(name)
      : list === "parameters"
        ? credentialParameters.test(name)
        : credentialKeys.has(name) && !looksEncrypted(value);
  if (isCredential && value.trim() && !value.includes("{{")) {
    report({
      code: "credentialWrittenOut",
      path,
      text: l10n.t('Possible hard-coded credential in "{0}". Use a secret instead.', name),
      secret: { name: name.replace(/\W+/g, "_").toLowerCase(), value: withoutScheme(value) },
    });
  }
}

/**
 * Checks a text for an address that is not encrypted.
 * @param path of the text; is kept
 */
export function checkUrl(text: string, path: JsonPath, report: Report): void {
  if (/^http:\/\//i.test(text)) {
    const mended = text.replace(/^http:/i, "https:");
    report({
      code: "insecureUrl",
      path,
      text: l10n.t("Data sent to an http: URL isn't encrypted."),
      fixes: [{ title: l10n.t("Change to https:"), path, json: JSON.stringify(mended) }],
    });
  }
}

/**
 * Checks a text in the request of a report type for a day that is written out.
 * @param path of the text; is kept
 */
export function checkDate(text: string, path: JsonPath, report: Report): void {
  const [day] = date.exec(text) ?? [];
  if (day) {
    const mend = (placeholder: string) => ({
      title: l10n.t('Change to "{0}"', placeholder),
      path,
      json: JSON.stringify(text.replace(day, placeholder)),
    });
    report({
      code: "dateWrittenOut",
      path,
      text: l10n.t("Hard-coded date: every query returns the same day."),
      fixes: [mend("{{query.start_date.date}}"), mend("{{query.end_date.date}}")],
    });
  }
}

/** What the service has encrypted is long and has no blanks. */
function looksEncrypted(value: string): boolean {
  return /^[A-Za-z0-9+/=_:.-]{64,}$/.test(value);
}

function withoutScheme(value: string): string {
  return value.trim().replace(/^(Bearer|Basic|Token)\s+/i, "");
}
