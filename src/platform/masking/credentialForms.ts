import { credentialStem, isCredentialName, isCredentialParameter } from "./credentialNames";

/** A way in which a text gives a value to a name. */
export interface CredentialForm {
  /** Stands in every text that has the form. */
  readonly sign: string;
  /** Ends where the value begins; its group is the name. Bounded, so that long texts are read once. */
  readonly head: RegExp;
  readonly isSecret: (name: string) => boolean;
  /** Where a value without quotes ends, if not with the text. */
  readonly end: RegExp;
}

/** Beginnings of keys and tokens that are told by them, and what must follow. */
const prefixed = [
  String.raw`(?:api_|otok)[\w-]{30,}`,
  String.raw`(?:[spr]k_(?:live|test)_|whsec_)\w{10,}`,
  String.raw`(?:gh[pousr]_|github_pat_|shp(?:at|ca|pa|ss)_|hf_|gsk_|figd_|ntn_|r8_|rubygems_)\w{20,}`,
  String.raw`(?:npm_|secret_)[A-Za-z\d]{30,}`,
  String.raw`(?:gl(?:pat|ptt|dt|rt|soat|ft|cbt)-|gls?[ac]_|pypi-|do[opr]_v1_|lin_api_|sntry[su]_|pscale_\w{2,5}_)[\w.-]{16,}`,
  String.raw`(?:xox[a-z]|xapp|PMAK|GOCSPX|NRAK|HRKU|CFPAT|xkeysib|pplx)-[\w-]{10,}`,
  String.raw`(?:sk-(?=[\w-]{0,60}\d)|FLWSECK(?:_TEST)?-|AGE-SECRET-KEY-)[\w-]{20,}`,
  String.raw`(?:pub)?key-[\da-f]{32}`,
  String.raw`(?:SG|hv[sbr]|dp\.[a-z]{2,5}|dt0c01)\.[\w-]{16,}(?:\.[\w-]+)*`,
  String.raw`pat(?:-[a-z]{2}\d-[\da-f-]{30,}|\w{14}\.[\da-f]{40,})`,
  String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}`,
  String.raw`sl\.[\w-]{60,}`,
  String.raw`pul-[\da-f]{40}`,
  String.raw`ya29\.[\w-]{10,}`,
  String.raw`AIza[\w-]{30,}`,
  String.raw`1\/\/0[\w-]{20,}`,
  String.raw`EAA[A-Za-z\d]{20,}`,
  String.raw`AT[AC]TT3[\w=-]{20,}`,
  String.raw`SK[\da-f]{32}`,
  String.raw`dapi[\da-f]{32}`,
  String.raw`[\da-f]{32}-us\d{1,2}`,
  String.raw`\d{8,10}:AA[\w-]{30,}`,
  String.raw`[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}`,
].join("|");

const privateKey = String.raw`-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----`;

/** A private key, up to its end or that of the text. */
export const privateKeyForm = new RegExp(
  String.raw`${privateKey}[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|$)`,
  "g",
);

/** What is a credential by its own form. Each begins at a fixed text or a word, so that long texts are read once. */
export const prefixedForm = new RegExp(String.raw`\b(?:${prefixed})`, "g");

/** Addresses to which whoever knows them may post: what identifies them follows. */
const webhook = String.raw`(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com|outlook\.office\.com\/webhook|hooks\.zapier\.com\/hooks|api\.telegram\.org)\/`;

/** Finds the addresses of webhooks; what follows the first group lets anybody post there. */
export const webhookForm = new RegExp(String.raw`(${webhook})[^\s"'<>?#]+`, "gi");

/** Fits every text in which something is to be masked, and some others; most texts have nothing of it. */
export const credentialSign = new RegExp(
  String.raw`${credentialStem}|\b(?:basic|digest|negotiate|ssws|hawk)|eyj|@|%40|-u|-----b|${webhook}|\b(?:${prefixed})`,
  "i",
);

/** Percent signs, which are encoded as often as the URL stands in another one. */
const percent = "%(?:25){0,3}";

/** The user name and the password of an address that stands, encoded, in another one. */
export const encodedUserInfo = new RegExp(
  String.raw`(${percent}2F${percent}2F[\w.~-]{0,200}${percent}3A)(?!\d{1,5}${percent}2F)[\w.~%-]{1,300}(?=${percent}40)`,
  "gi",
);

/** In brackets and after signs that may be encoded. */
const name = String.raw`(?<![\w.[\]-])(?:(?<=%)(?:25){0,3}[\dA-F]{2})?([\w.[\]-]{1,200})(?:${percent}(?:5[BD]\d{0,5}|22)){0,4}\\*`;

/** A quote that closes, and no apostrophe, is followed by one of these. */
const closing = String.raw`\\{0,8}["'](?=[\s,;:)}\]>+]|$)`;

const tag = String.raw`<([\w:.-]{1,100})(?:\s[^<>]{0,500})?>`;

const pattern = (source: string) => new RegExp(source, "gi");
const separated = (separator: string) => pattern(String.raw`${name}${separator}\s{0,5}`);

/** In URLs (in URLs as well), forms, headers, pages, command lines, JSON that is cut off. Each is looked for on its own. */
export const namedForms: readonly CredentialForm[] = [
  {
    sign: "<![CDATA[",
    head: pattern(String.raw`${tag}\s{0,50}<!\[CDATA\[`),
    isSecret: isCredentialName,
    end: /\]\]>/g,
  },
  { sign: "<", head: pattern(tag), isSecret: isCredentialName, end: /</g },
  {
    // Of a form in parts: its name, the headers below, the first line of its value.
    sign: 'name="',
    head: /\bname="([^"\r\n]{1,100})"[^\r\n]{0,300}(?:\r?\n[^\r\n]{1,300}){0,5}\r?\n\r?\n/g,
    isSecret: isCredentialName,
    end: /[\r\n]/g,
  },
  {
    // Of a command: an option, a blank and its value.
    sign: "-",
    head: /(?<![^\s"'])--?([a-z][\w-]{1,100})\s{1,5}(?=[^\s-])/gi,
    isSecret: isCredentialName,
    end: /\s/g,
  },
  {
    sign: "%",
    head: pattern(String.raw`${name}["']?\s{0,5}${percent}3[AD]\s{0,5}(?:${percent}20|\+)?`),
    isSecret: isCredentialParameter,
    end: pattern(String.raw`[\s"'&;,<>#]|${percent}(?:26|3B|23)`),
  },
  {
    sign: "=",
    head: separated(String.raw`["']?\s{0,5}=>?`),
    isSecret: isCredentialParameter,
    end: pattern(String.raw`[\s&<>#]|[,;](?=\s|$)|;(?=[\w.-]{1,100}=)|${closing}`),
  },
  {
    // Of a JSON text: numbers, true, false and null.
    sign: ":",
    head: pattern(String.raw`${name}["']\s{0,5}:\s{0,5}(?=[-\w])`),
    isSecret: isCredentialName,
    end: /[\s,}\]]/g,
  },
  {
    sign: ":",
    head: pattern(String.raw`${name}["']\s{0,5}:\s{0,5}(?=[[{"'\\])`),
    isSecret: isCredentialName,
    end: /[\r\n]/g,
  },
  {
    sign: ":",
    head: separated(String.raw`\s{0,5}:`),
    isSecret: isCredentialName,
    end: pattern(String.raw`[\r\n]|${closing}`),
  },
];

/** Cookies and authorizations have several parts, in quotes too. */
export const partsName = /authorization|cookie/i;
/** Where such parts end: at the end of the line, or at a quote. */
export const partsEnd = /[\r\n']/g;
