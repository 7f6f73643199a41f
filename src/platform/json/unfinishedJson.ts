import { skipSpace } from "./scan";

/** Why a text is not JSON, in jsonc-parser's names, which the editor's JSON support has, too. */
type SyntaxErrorCode =
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

interface SyntaxProblem {
  readonly code: SyntaxErrorCode;
  /** In UTF-16 code units from the text's beginning. */
  readonly offset: number;
}

type Mark = "{" | "}" | "[" | "]" | "," | ":";

interface Token {
  readonly kind: Mark | "string" | "literal" | "comment" | "unknown" | "end";
  readonly offset: number;
  /** The offset behind it. */
  readonly end: number;
  /** What is wrong with it wherever it stands. */
  readonly error?: SyntaxErrorCode | undefined;
}

type State = "value" | "firstItem" | "key" | "firstKey" | "colon" | "next";

/** The first place that keeps a text from being JSON, and why; undefined where it is JSON. */
export function firstSyntaxProblem(text: string): SyntaxProblem | undefined {
  const closing: ("}" | "]")[] = [];
  let state: State = "value";
  for (let token = tokenAt(text, 0); ; token = tokenAt(text, token.end)) {
    const { kind, offset } = token;
    const next: State | SyntaxErrorCode = token.error ?? stateAfter(state, kind, closing);
    if (!isState(next)) {
      return { code: next, offset };
    }
    if (kind === "end") {
      return undefined;
    }
    state = next;
  }
}

function isState(next: State | SyntaxErrorCode): next is State {
  return /^[a-z]/.test(next);
}

/** @param closing what closes the objects and arrays that are open; gets one more, or one less */
function stateAfter(
  state: State,
  kind: Token["kind"],
  closing: ("}" | "]")[],
): State | SyntaxErrorCode {
  const inner = closing.at(-1);
  const isFirst = state === "firstItem" || state === "firstKey";
  if (state === "next" && !inner) {
    return kind === "end" ? "next" : "EndOfFileExpected";
  }
  if (isFirst || state === "next") {
    if (kind === inner) {
      closing.pop();
      return "next";
    }
    if (kind === "end") {
      return inner === "}" ? "CloseBraceExpected" : "CloseBracketExpected";
    }
    if (kind === ",") {
      return isFirst ? "ValueExpected" : inner === "}" ? "key" : "value";
    }
  }
  if (state === "next") {
    return "CommaExpected";
  }
  if (state === "colon") {
    return kind === ":" ? "value" : "ColonExpected";
  }
  if (state === "key" || state === "firstKey") {
    return kind === "string" ? "colon" : "PropertyNameExpected";
  }
  if (kind === "{" || kind === "[") {
    closing.push(kind === "{" ? "}" : "]");
    return kind === "{" ? "firstKey" : "firstItem";
  }
  return kind === "string" || kind === "literal" ? "next" : "ValueExpected";
}

/** Where an offset is in a text that may be in the middle of being typed. */
interface JsonCursor {
  /** Of the value or the member that is there; its last segment is `""` where a member has no key yet. */
  readonly path: readonly (string | number)[];
  /** Whether a key is there, or may be written there. */
  readonly isAtKey: boolean;
}

/** What an offset of a text is in. Reads no further than there; comments are passed over. */
export function cursorIn(text: string, offset: number): JsonCursor {
  const path: (string | number)[] = [];
  let isAtKey = false;
  for (let token = tokenAt(text, 0); token.kind !== "end"; token = tokenAt(text, token.end)) {
    const { kind, end } = token;
    if (offset < token.offset || (offset === token.offset && kind.length === 1)) {
      break;
    }
    const inner = path.at(-1);
    if (kind === "{") {
      isAtKey = true;
      path.push("");
    } else if (kind === "[") {
      path.push(0);
    } else if (kind === (typeof inner === "string" ? "}" : "]")) {
      path.pop();
    } else if (kind === ":") {
      isAtKey = false;
    } else if (kind === "," && typeof inner === "number") {
      path[path.length - 1] = inner + 1;
    } else if (kind === "," && inner !== undefined) {
      isAtKey = true;
      path[path.length - 1] = "";
    } else if (kind === "string") {
      if (isAtKey && typeof inner === "string") {
        path[path.length - 1] = textOf(text.slice(token.offset, end));
      }
      if (offset <= end) {
        break;
      }
    }
  }
  return { path, isAtKey };
}

/** What a string in JSON says, its quotes included; what stands there where it is no such string. */
export function textOf(string: string): string {
  try {
    return String(JSON.parse(string));
  } catch {
    return string.replace(/^"|"$/g, "");
  }
}

/** The next token at an offset, behind white space. */
function tokenAt(text: string, at: number): Token {
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
