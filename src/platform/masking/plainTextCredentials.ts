import {
  credentialSign,
  encodedUserInfo,
  namedForms,
  partsEnd,
  partsName,
  prefixedForm,
  privateKeyForm,
  webhookForm,
  type CredentialForm,
} from "./credentialForms";

/** Stands where a credential stood. */
export const mask = "•••";

const scheme = /^\s*(Bearer|Basic|Digest|Negotiate|NTLM|OAuth|Token|AWS4-HMAC-SHA256)\s(?=\S)/i;

/** The mask for a value that goes by the name of a credential; what is empty hides nothing. */
export function maskValue(value: string): string {
  return value.trim() && `${scheme.exec(value)?.[1]?.concat(" ") ?? ""}${mask}`;
}

/** Dates, numbers and UUIDs; too short for any of the known forms. */
const harmless = /^[\dA-F:.TZ+-]{0,40}$/i;

/**
 * Masks the credentials in a text that is not JSON: a URL, a header, a form, a message, a command. Takes time
 * in proportion to the text's length, whatever it says.
 */
export function maskPlainText(text: string): string {
  if (harmless.test(text) || !credentialSign.test(text)) {
    return text;
  }
  let masked = text;
  for (const { sign, form, by } of forms) {
    masked = masked.includes(sign) ? masked.replace(form, by) : masked;
  }
  if (masked.includes("eyJ")) {
    masked = masked.replace(webTokenForm, maskIfDotted);
  }
  masked = maskUserInfo(masked.replace(schemeForm, maskIfOpaque));
  for (const form of namedForms) {
    masked = masked.includes(form.sign) ? maskNamed(masked, form) : masked;
  }
  return masked;
}

interface Form {
  /** Stands in every text that has the form; to look for it takes next to nothing. */
  readonly sign: string;
  readonly form: RegExp;
  readonly by: string;
}

/** What is masked whatever its name, in this order. */
const forms: readonly Form[] = [
  { sign: "PRIVATE KEY", form: privateKeyForm, by: mask },
  { sign: "", form: prefixedForm, by: mask },
  { sign: "/", form: webhookForm, by: `$1${mask}` },
  { sign: "%", form: encodedUserInfo, by: `$1${mask}` },
  {
    sign: "-",
    form: /((?:^|\s)(?:-u|--user|-U|--proxy-user)[\s=]{1,5}["']?[^\s:"']{0,200}:)[^\s"']+/g,
    by: `$1${mask}`,
  },
  { sign: "=", form: /([?&]code=)[\w.~%/-]{16,}/gi, by: `$1${mask}` },
];

const webTokenForm = /\beyJ[\w-]{8,}(\.[\w-]+(\.[\w-]*)?)?/g;

const schemeForm =
  /\b(?:(Bearer(?:\s+|%20|\+))[\w.~+/=:%-]+|(Basic|Digest|Negotiate|Token|SSWS|Hawk|ApiKey)\s+([\w.~+/=:-]{6,}))/gi;

/**
 * Masks the password of an address, or what stands alone there and is no name. A password may have any
 * sign in it, an `@` and a slash too, although it should not: it ends at the last `@` before the query, or else
 * of the whole address.
 */
function maskUserInfo(text: string): string {
  if (!text.includes("//") || !text.includes("@")) {
    return text;
  }
  let masked = "";
  let done = 0;
  let address: Address = { end: 0, beforeQuery: -1, last: -1 };
  for (const { 0: head, 1: user = "", 2: colon, index } of text.matchAll(userInfoHead)) {
    const start = index + head.length;
    if (index < done) {
      continue;
    }
    if (start >= address.end) {
      address = addressAt(text, start);
    }
    const sign = address.beforeQuery > start ? address.beforeQuery : address.last;
    if (colon === ":" && sign > start) {
      masked += text.slice(done, start) + mask;
      done = sign;
    } else if (colon === "@" && looksOpaque(user)) {
      masked += `${text.slice(done, index)}//${mask}`;
      done = start - 1;
    }
  }
  return masked + text.slice(done);
}

/** Two slashes, a user name, and a colon that no port follows; or an `@` alone. */
const userInfoHead = /\/\/([^\s/:@?#"'<>]{0,200})(:(?!\d{1,5}(?:[/?#\s]|$))|@)/g;

interface Address {
  readonly end: number;
  /** Where its last `@` stands that is not of the query; -1 where none does. */
  readonly beforeQuery: number;
  /** Where its last `@` stands. */
  readonly last: number;
}

/** The rest of the address that goes on at a place. */
function addressAt(text: string, at: number): Address {
  const end = indexOf(text, /[\s"'<>]/g, at);
  const rest = text.slice(at, end);
  const indexIn = (part: string) => (part.includes("@") ? at + part.lastIndexOf("@") : -1);
  return { end, beforeQuery: indexIn(/^[^?#]*/.exec(rest)?.[0] ?? ""), last: indexIn(rest) };
}

function looksOpaque(user: string): boolean {
  return user.length >= 16 || (user.length >= 8 && /\d/.test(user));
}

/** A JSON Web Token has dots. What has none is taken whole anyway, so that it is read once. */
function maskIfDotted(whole: string, rest: string | undefined): string {
  return rest === undefined ? whole : mask;
}

/** “Basic authentication” are words; what follows a scheme is not one. */
function maskIfOpaque(whole: string, bearer?: string, name?: string, value = ""): string {
  if (bearer !== undefined) {
    return bearer + mask;
  }
  return /[\d=]/.test(value) || value.length >= 20 ? `${name} ${mask}` : whole;
}

function maskNamed(text: string, { head, isSecret, end }: CredentialForm): string {
  let masked = "";
  let done = 0;
  head.lastIndex = 0;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const name = found[1] ?? "";
    if (found.index >= done && isSecret(name)) {
      const value = valueRange(text, head.lastIndex, partsName.test(name) ? partsEnd : end);
      masked += text.slice(done, value.start) + maskValue(text.slice(value.start, value.end));
      done = value.end;
    }
  }
  return done === 0 ? text : masked + text.slice(done);
}

/** Where a value stands: between quotes, which may be escaped, or else up to its end. */
function valueRange(text: string, at: number, end: RegExp) {
  const open = /\\*["']/y;
  open.lastIndex = at;
  const quote = open.exec(text)?.[0];
  if (quote === undefined) {
    return { start: at, end: indexOf(text, end, afterBraces(text, at)) };
  }
  const start = at + quote.length;
  return quote.endsWith("'")
    ? { start, end: indexOf(text, /['\r\n]/g, start) }
    : { start, end: closingQuote(text, start, quote.length - 1) };
}

/** Connection strings have values between braces, in which any sign may stand, and a brace is doubled. */
function afterBraces(text: string, at: number): number {
  const braces =
    text[at] === "{" ? /^\{(?:[^}]|\}\}){0,500}\}/.exec(text.slice(at, at + 1000)) : null;
  return at + (braces?.[0].length ?? 0);
}

/** @param escapes how many backslashes stand before the quote that opens */
function closingQuote(text: string, start: number, escapes: number): number {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (first > start && text[first - 1] === "\\") {
      first--;
    }
    const before = at - first;
    if (escapes === 0 ? before % 2 === 0 : before <= escapes) {
      return escapes === 0 ? at : first;
    }
  }
  return text.length;
}

function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
