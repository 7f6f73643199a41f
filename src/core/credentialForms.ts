import { isCredentialName, isCredentialParameter } from "./credentialNames";

/** A way in which a text gives a value to a name. */
export interface CredentialForm {
  /** Ends where the value begins; its group is the name. Bounded, so that long texts are read once. */
  readonly head: RegExp;
  readonly isSecret: (name: string) => boolean;
  /** Where a value without quotes ends, if not with the text. */
  readonly end: RegExp;
}

/** What is a credential by its own form. Each begins at a fixed text or a word, so that long texts are read once. */
export const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  /\b(api_|otok)[\w-]{30,}/g,
  /\b([spr]k_(live|test)_\w{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abprs]-[\w-]{10,}|AKIA[A-Z0-9]{16}|ya29\.[\w-]{10,}|AIza[\w-]{30,})/g,
];

/** Percent signs, which are encoded as often as the URL stands in another one. */
const percent = "%(?:25){0,3}";

/** In brackets and after signs that may be encoded. */
const name = String.raw`(?<![\w.[\]-])(?:(?<=%)(?:25){0,3}[\dA-F]{2})?([\w.[\]-]{1,200})(?:${percent}(?:5[BD]\d{0,5}|22)){0,4}\\*`;

/** A quote that closes, and no apostrophe, is followed by one of these. */
const closing = String.raw`\\{0,8}["'](?=[\s,;:)}\]>+]|$)`;

const tag = String.raw`<([\w:.-]{1,100})(?:\s[^<>]{0,500})?>`;

const pattern = (source: string) => new RegExp(source, "gi");
const separated = (separator: string) => pattern(String.raw`${name}${separator}\s{0,5}`);

/** In URLs (in URLs as well), forms, headers, pages, JSON that is cut off. Each is looked for on its own. */
export const namedForms: readonly CredentialForm[] = [
  {
    head: pattern(String.raw`${tag}\s{0,50}<!\[CDATA\[`),
    isSecret: isCredentialName,
    end: /\]\]>/g,
  },
  { head: pattern(tag), isSecret: isCredentialName, end: /</g },
  {
    // Of a form in parts: its name, the headers below, the first line of its value.
    head: /\bname="([^"\r\n]{1,100})"[^\r\n]{0,300}(?:\r?\n[^\r\n]{1,300}){0,5}\r?\n\r?\n/g,
    isSecret: isCredentialName,
    end: /[\r\n]/g,
  },
  {
    head: pattern(String.raw`${name}["']?\s{0,5}${percent}3[AD]\s{0,5}(?:${percent}20|\+)?`),
    isSecret: isCredentialParameter,
    end: pattern(String.raw`[\s"'&;,<>#]|${percent}(?:26|3B|23)`),
  },
  {
    head: separated(String.raw`["']?\s{0,5}=>?`),
    isSecret: isCredentialParameter,
    end: pattern(String.raw`[\s&<>#]|[,;](?=\s|$)|;(?=[\w.-]{1,100}=)|${closing}`),
  },
  {
    // Of a JSON text: numbers, true, false and null.
    head: pattern(String.raw`${name}["']\s{0,5}:\s{0,5}(?=[-\w])`),
    isSecret: isCredentialName,
    end: /[\s,}\]]/g,
  },
  {
    head: pattern(String.raw`${name}["']\s{0,5}:\s{0,5}(?=[[{"'\\])`),
    isSecret: isCredentialName,
    end: /[\r\n]/g,
  },
  {
    head: separated(String.raw`\s{0,5}:`),
    isSecret: isCredentialName,
    end: pattern(String.raw`[\r\n]|${closing}`),
  },
];

/** Cookies and authorizations have several parts, in quotes too. */
export const partsName = /authorization|cookie/i;
export const partsEnd = /[\r\n']/g;
