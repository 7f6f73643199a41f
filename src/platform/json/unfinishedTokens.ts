import { skipSpace } from "./scan";

/** Why a text is not JSON, in jsonc-parser's names, which the editor's JSON support has, too. */
export type SyntaxErrorCode =
  | "InvalidSymbol"
  | "InvalidCommentToken"
  | "InvalidCharacter"
  | "InvalidEscapeCharacter"
  | "InvalidUnicode"
  | "UnexpectedEndOfNumber"
  | "UnexpectedEndOfString"
  | "PropertyNameExpected"
  | "ValueExpected"
  | "ColonExpected"
  | "CommaExpected"
  | "CloseBraceExpected"
  | "CloseBracketExpected"
  | "EndOfFileExpected";

type Mark = "{" | "}" | "[" | "]" | "," | ":";

/** A token of a text that need not be JSON. */
export interface Token {
  readonly kind: Mark | "string" | "literal" | "comment" | "unknown" | "end";
  readonly offset: number;
  /** The offset behind it. */
  readonly end: number;
  /** What is wrong with it wherever it stands. */
  readonly error?: SyntaxErrorCode | undefined;
}

/** The next token at an offset, behind white space. */
export function tokenAt(text: string, at: number): Token {
  const offset = skipSpace(text, at);
  const char = text[offset];
  switch (char) {
    case undefined:
      return { kind: "end", offset, end: offset };
    case "{":
    case "}":
    case "[":
    case "]":
    case ",":
    case ":":
      return { kind: char, offset, end: offset + 1 };
    case '"':
      return stringToken(text, offset);
    case "/":
      return commentToken(text, offset);
    default:
      return wordToken(text, offset);
  }
}

function stringToken(text: string, offset: number): Token {
  const special = /[^ !#-[\]-\uffff]/g; // a quote, a backslash, or a control character
  const escape = /u[\da-f]{0,4}|[^]/iy;
  let error: SyntaxErrorCode | undefined;
  special.lastIndex = offset + 1;
  for (;;) {
    const { index: end } = special.exec(text) ?? { index: text.length };
    const char = text[end];
    if (char === '"') {
      return { kind: "string", offset, end: end + 1, error };
    }
    if (char === undefined || char === "\n" || char === "\r") {
      return { kind: "string", offset, end, error: "UnexpectedEndOfString" };
    }
    if (char === "\\") {
      escape.lastIndex = end + 1;
      const [escaped = ""] = escape.exec(text) ?? [];
      if (escaped.startsWith("u")) {
        error = escaped.length === 5 ? error : "InvalidUnicode";
      } else if (!/["\\/bfnrt]/.test(escaped)) {
        error = "InvalidEscapeCharacter";
      }
      special.lastIndex = end + 1 + escaped.length;
    } else {
      error = "InvalidCharacter";
    }
  }
}

function commentToken(text: string, offset: number): Token {
  const kind = text[offset + 1];
  if (kind !== "/" && kind !== "*") {
    return { kind: "unknown", offset, end: offset + 1, error: "InvalidSymbol" };
  }
  const ending = kind === "/" ? /[\r\n]/g : /\*\//g;
  ending.lastIndex = offset + 2;
  const found = ending.exec(text);
  const end = !found ? text.length : kind === "/" ? found.index : ending.lastIndex;
  return { kind: "comment", offset, end, error: "InvalidCommentToken" };
}

/** A number, one of the three names, or something that JSON does not have. */
function wordToken(text: string, offset: number): Token {
  const number = /-?(?:0|[1-9]\d*)(?:\.(?!\d)|(?:\.\d+)?(?:[eE][+-]?\d*)?)/y;
  const word = /-|[^ \t\r\n{}[\]":,/]+/y;
  number.lastIndex = offset;
  word.lastIndex = offset;
  const [digits] = number.exec(text) ?? [];
  if (digits !== undefined) {
    const error = /\d$/.test(digits) ? undefined : "UnexpectedEndOfNumber";
    return { kind: "literal", offset, end: offset + digits.length, error };
  }
  const [name = ""] = word.exec(text) ?? [];
  const end = offset + name.length;
  return /^(?:true|false|null)$/.test(name)
    ? { kind: "literal", offset, end }
    : { kind: "unknown", offset, end, error: "InvalidSymbol" };
}
