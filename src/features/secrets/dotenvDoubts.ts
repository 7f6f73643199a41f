import * as l10n from "@vscode/l10n";

/** Why a value of an `.env` file may not be what its writer has in mind: readers of such files differ. */
export type DotenvDoubt =
  | "cut"
  | "quotes"
  | "backslash"
  | "backticks"
  | "expansion"
  | "colon"
  | "nextLine"
  | "goesOn"
  | "block"
  | "noEnd"
  | "elsewhere";

interface Form {
  /** Whether it stands behind ":". */
  readonly isColon: boolean;
  readonly isNextLine: boolean;
}

/** `$NAME`, `${NAME}` and `$(command)`, which other readers replace. */
const expansion = /\$[({A-Za-z_]/;

/** A value that names where another tool keeps the secret, or has it encrypted. */
const elsewhere =
  /^(?:[a-z][a-z0-9+-]*(?:secret|vault|ref)[a-z0-9+-]*:|ref\+|(?:op|bws|doppler|infisical|keyring|keychain|ssm|sm|akv|gsm|sops|pass|arn:aws:(?:secretsmanager|ssm)):|(?:vault|secret|secrets|encrypted):|ENC\[|!vault|@Microsoft\.KeyVault\()/i;

/**
 * Why a value in quotes may be read differently elsewhere; undefined where nothing suggests that.
 * @param text with its quotes
 */
export function doubtOfQuoted(
  text: string,
  { isColon, isNextLine }: Form,
): DotenvDoubt | undefined {
  const [quote] = text;
  const inside = text.slice(1, -1);
  const isLiteral = quote === "'";
  return firstOf([
    ["backticks", quote === "`"],
    ["backslash", (isLiteral ? /\\['\\]/ : /\\[^n]/).test(inside)],
    ["elsewhere", elsewhere.test(inside)],
    ["expansion", !isLiteral && expansion.test(inside)],
    ["nextLine", isNextLine],
    ["colon", isColon],
  ]);
}

/**
 * The same for a value without quotes.
 * @param line what stands behind the sign, up to a "#" or the end of the line
 */
export function doubtOfPlain(
  line: string,
  { isColon, isNextLine, isCut }: Form & { readonly isCut: boolean },
): DotenvDoubt | undefined {
  const value = line.trim();
  return firstOf([
    ["quotes", /^["'`]/.test(value)],
    ["elsewhere", elsewhere.test(value)],
    ["cut", isCut && !/\s$/.test(line)],
    ["goesOn", /\\$|^[|>][-+]?$/.test(value) || isOpened(value)],
    ["expansion", expansion.test(value)],
    ["nextLine", isNextLine && value !== ""],
    ["colon", isColon],
  ]);
}

function firstOf(doubts: readonly (readonly [DotenvDoubt, boolean])[]): DotenvDoubt | undefined {
  return doubts.find(([, applies]) => applies)?.[0];
}

/** Whether it begins as JSON does and does not end so. */
function isOpened(value: string): boolean {
  return (value.startsWith("{") && !value.endsWith("}")) || value === "[";
}

/** What to look at before a value is registered, in a sentence. */
export function doubtText(doubt: DotenvDoubt): string {
  switch (doubt) {
    case "cut":
      return l10n.t('Ends before "#". Put the value in quotes to keep all of it.');
    case "quotes":
      return l10n.t("Quotes don't match. Only part of the value may be between them.");
    case "backslash":
      return l10n.t("Contains backslashes, which are kept.");
    case "backticks":
      return l10n.t("Uses backticks as quotes.");
    case "expansion":
      return l10n.t("Contains a variable or command, which isn't replaced.");
    case "colon":
      return l10n.t('Uses ":" instead of "=".');
    case "nextLine":
      return l10n.t("The value is on another line than the name.");
    case "goesOn":
      return l10n.t("The value might continue on the next line. Put all of it in quotes.");
    case "block":
      return l10n.t("Several lines without quotes are read as one value.");
    case "noEnd":
      return l10n.t("The key has no END line.");
    case "elsewhere":
      return l10n.t("Refers to a secret stored elsewhere, or is encrypted.");
  }
}
