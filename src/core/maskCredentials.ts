import {
  knownForms,
  namedForms,
  partsEnd,
  partsName,
  type CredentialForm,
} from "./credentialForms";

/** Stands where a credential stood. */
export const mask = "•••";

const scheme = /^\s*(Bearer|Basic|Digest|Negotiate|NTLM|OAuth|Token|AWS4-HMAC-SHA256)\s(?=\S)/i;

/** The mask for a value that goes by the name of a credential; what is empty hides nothing. */
export function maskValue(value: string): string {
  return value.trim() && `${scheme.exec(value)?.[1]?.concat(" ") ?? ""}${mask}`;
}

/** Masks the credentials in a text that is not JSON: a URL, a header, a form, a message. */
export function maskPlainText(text: string): string {
  const masked = knownForms
    .reduce((rest, form) => rest.replace(form, mask), text)
    .replace(/\beyJ[\w-]{8,}(\.[\w-]+(\.[\w-]*)?)?/g, maskIfDotted)
    .replace(/\b(Bearer(?:\s+|%20|\+))[\w.~+/=:%-]+/gi, `$1${mask}`)
    .replace(/\b(Basic|Digest|Negotiate|Token)\s+([\w.~+/=:-]{6,})/gi, maskIfOpaque)
    .replace(/(\/\/[^\s/:@?#]{0,200}:)[^\s/@]{1,500}(?=@)/g, `$1${mask}`);
  return namedForms.reduce(maskNamed, masked);
}

/** A JSON Web Token has dots. What has none is taken whole all the same, so that it is read once. */
function maskIfDotted(whole: string, rest: string | undefined): string {
  return rest === undefined ? whole : mask;
}

/** “Basic authentication” are words; what follows a scheme is not one. */
function maskIfOpaque(whole: string, name: string, value: string): string {
  return /[\d=]/.test(value) || value.length >= 20 ? `${name} ${mask}` : whole;
}

function maskNamed(text: string, { head, isSecret, end }: CredentialForm): string {
  let masked = "";
  let done = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(head)) {
    if (index >= done && isSecret(name)) {
      const start = index + whole.length;
      const value = valueAt(text, start, partsName.test(name) ? partsEnd : end);
      masked += text.slice(done, value.start) + maskValue(text.slice(value.start, value.end));
      done = value.end;
    }
  }
  return masked + text.slice(done);
}

/** Where a value stands: between quotes, which may be escaped, or else up to its end. */
function valueAt(text: string, at: number, end: RegExp) {
  const open = /\\*["']/y;
  open.lastIndex = at;
  const quote = open.exec(text)?.[0];
  if (quote === undefined) {
    return { start: at, end: indexOf(text, end, at) };
  }
  const start = at + quote.length;
  return quote.endsWith("'")
    ? { start, end: indexOf(text, /['\r\n]/g, start) }
    : { start, end: closingQuote(text, start, quote.length - 1) };
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
