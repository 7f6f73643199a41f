/** Stands where a credential stood. */
export const mask = "•••";

/** By their last word, written without anything but letters and digits. */
const credentialName =
  /(authorization|cookie|token|passw(or)?d|passphrase|secret|(secret|api|access|private|signing|shared|auth|account|subscription|session|functions)key|signature|credential|jwt|hmac|assertion|sessionid|codeverifier|secretproof|csrf|xsrf|xauth)(value|confirmation|s|\d)*$|^(auth|pass|pwd|sig|pin|otp|sid)$/;

/** What says where a list goes on lets nobody in. */
const pagingName = /(page|next|previous|continuation|sync)token$/;

/** Whether what goes by this name (of a header, a parameter or a member) is a credential, as far as names tell. */
export function isCredentialName(name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/%5[bd]/g, "")
    .replace(/[^a-z0-9]/g, "");
  return credentialName.test(plain) && !pagingName.test(plain);
}

const scheme = /^\s*(Bearer|Basic|Digest|Negotiate|NTLM|OAuth|Token|AWS4-HMAC-SHA256)\s(?=\S)/i;

/** The mask for a value that goes by the name of a credential; what is empty hides nothing. */
export function maskValue(value: string): string {
  return value.trim() && `${scheme.exec(value)?.[1]?.concat(" ") ?? ""}${mask}`;
}

/** What is a credential by its own form. Each begins at a fixed text or a word, so that long texts are read once. */
const forms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY( BLOCK)?-----[^]*?(-----END [A-Z ]{0,30}PRIVATE KEY( BLOCK)?-----|$)/g,
  /\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g,
  /\b(api_|otok)[\w-]{30,}/g,
  /\b([spr]k_(live|test)_\w{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abprs]-[\w-]{10,}|AKIA[A-Z0-9]{16}|ya29\.[\w-]{10,}|AIza[\w-]{30,})/g,
];

/** A name and what separates it from its value: in URLs (in URLs as well), forms, headers, JSON that is cut off. */
const pair =
  /(?<![\w.[\]-])((?:[\w.[\]-]|%5[BD]){1,200})\\*["']?\s{0,5}(:|=>?|%3[AD])\s{0,5}(?:%20)?/gi;
/** A comma ends a value where something follows that is none. */
const word = /\\*"(?:[^"\\]|\\.)*"?|'[^'\r\n]*'?|(?:(?!,(?:\s|$|[\w.-]{1,50}=))[^\s"'&;<>#])+/y;
/** In a URL in a URL what separates is encoded as well. */
const encodedWord = /(?:(?!%26|%3B|%23)[^\s"'&;,<>#])+/iy;
/** Cookies and authorizations have several parts, and what stands behind a colon goes on to its line's end. */
const line = /\\*"(?:[^"\\]|\\.)*"?|[^\r\n']+/y;

/** Of a form in parts: its name, the headers below, the first line of its value. Bounded, for pages on one line. */
const part =
  /(\bname="([^"\r\n]{1,100})"[^\r\n]{0,300}(?:\r?\n[^\r\n]{1,300}){0,5}\r?\n\r?\n)([^\r\n]+)/g;

/** Masks the credentials in a text that is not JSON: a URL, a header, a form, a message. */
export function maskPlainText(text: string): string {
  const masked = forms
    .reduce((rest, form) => rest.replace(form, mask), text)
    .replace(/\b(Bearer(?:\s+|%20|\+))[\w.~+/=:%-]+/gi, `$1${mask}`)
    .replace(/\b(Basic|Digest|Negotiate|Token)\s+([\w.~+/=:-]{6,})/gi, maskIfOpaque)
    .replace(/(\/\/[^\s/:@?#]{0,200}:)[^\s/@]{1,500}(?=@)/g, `$1${mask}`)
    .replace(/<([\w:.-]{1,100})((?:\s[^<>]{0,500})?>)(<!\[CDATA\[[^\]]*\]\]>|[^<]+)/g, maskElement)
    .replace(part, maskPart);
  return maskPairs(masked);
}

/** “Basic authentication” are words; what follows a scheme is not one. */
function maskIfOpaque(whole: string, name: string, value: string): string {
  return /[\d=]/.test(value) || value.length >= 20 ? `${name} ${mask}` : whole;
}

function maskElement(whole: string, name: string, rest: string): string {
  return isCredentialName(name) ? `<${name}${rest}${mask}` : whole;
}

function maskPart(whole: string, head: string, name: string): string {
  return isCredentialName(name) ? head + mask : whole;
}

function maskPairs(text: string): string {
  let masked = "";
  let done = 0;
  for (const { 0: whole, 1: name = "", 2: separator, index } of text.matchAll(pair)) {
    const isParameter = separator !== ":" && name.toLowerCase() === "key";
    if (index >= done && (isParameter || isCredentialName(name))) {
      const start = index + whole.length;
      const pattern = valueOf(name, separator ?? "");
      pattern.lastIndex = start;
      const value = pattern.exec(text)?.[0] ?? "";
      masked += text.slice(done, start) + maskQuoted(value);
      done = start + value.length;
    }
  }
  return masked + text.slice(done);
}

/** How far a value goes. */
function valueOf(name: string, separator: string): RegExp {
  if (separator === ":" || /authorization|cookie/i.test(name)) {
    return line;
  }
  return separator.startsWith("%") ? encodedWord : word;
}

function maskQuoted(value: string): string {
  const [, open = "", inner = "", close = ""] = /^(\\*["']?)([^]*?)(\\*["']?)$/.exec(value) ?? [];
  return open + maskValue(inner) + close;
}
