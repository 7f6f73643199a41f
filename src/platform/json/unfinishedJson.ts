import type { JsonPath } from "./places";
import { colon, quote, skipSpace, type Place } from "./scan";
import { tokenAt, type SyntaxErrorCode, type Token } from "./unfinishedTokens";

interface SyntaxProblem {
  readonly code: SyntaxErrorCode;
  /** In UTF-16 code units from the text's beginning. */
  readonly offset: number;
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
  readonly path: JsonPath;
  /** Whether a key is there, or may be written there. */
  readonly isAtKey: boolean;
  /** Offset of the bracket of the object or list that is open there; undefined outside of all. */
  readonly container: number | undefined;
}

/** What an offset of a text is in. Reads no further than there; comments are passed over. */
export function cursorIn(text: string, offset: number): JsonCursor {
  const walk = new TokenWalk(text);
  for (let token = tokenAt(text, 0); token.kind !== "end"; token = tokenAt(text, token.end)) {
    const { kind, end } = token;
    if (offset < token.offset || (offset === token.offset && kind.length === 1)) {
      break;
    }
    walk.pass(token);
    if (kind === "string" && offset <= end) {
      break;
    }
  }
  return { path: walk.path, isAtKey: walk.isAtKey, container: walk.containers.at(-1) };
}

/** A string of a text that may be in the middle of being typed. */
interface StringInJson {
  /** Of the value, or of the member whose key it is. Changed when the call has returned: copy what is kept. */
  readonly path: JsonPath;
  /** Offsets of the open brackets, one for each segment of the path. Changed as well. */
  readonly containers: readonly number[];
  readonly isKey: boolean;
  /** What stands between its quotes. It ends with its line where the closing quote is missing. */
  readonly inner: Place;
}

/**
 * Visits every string of a text, keys too, in their order. Goes on behind what is wrong: brackets that are not closed
 * are closed by those around them.
 * @param visit gives false to end it
 * @param start where a value begins, to look at nothing before it
 */
export function forEachString(
  text: string,
  visit: (string: StringInJson) => false | void,
  start = 0,
): void {
  const walk = new TokenWalk(text);
  for (let token = tokenAt(text, start); token.kind !== "end"; token = tokenAt(text, token.end)) {
    walk.pass(token);
    if (token.kind === "string") {
      const { path, containers } = walk;
      const isKey = walk.isAtKey && typeof path.at(-1) === "string";
      const inner = innerOf(text, token);
      if (visit({ path, containers, isKey, inner }) === false) {
        return;
      }
    }
  }
}

function innerOf(text: string, { offset, end, error }: Token): Place {
  const isClosed = error !== "UnexpectedEndOfString" && text.charCodeAt(end - 1) === quote;
  return { offset: offset + 1, length: end - offset - (isClosed ? 2 : 1) };
}

/** Where one is in a text while its tokens are passed. */
class TokenWalk {
  readonly path: (string | number)[] = [];
  readonly containers: number[] = [];
  isAtKey = false;
  private objects = 0;

  constructor(private readonly text: string) {}

  pass({ kind, offset, end }: Token): void {
    const { path, containers } = this;
    const inner = path.at(-1);
    const isInObject = typeof inner === "string";
    if (kind === "{" || kind === "[") {
      this.isAtKey = kind === "{" || this.isAtKey;
      this.objects += Number(kind === "{");
      path.push(kind === "{" ? "" : 0);
      containers.push(offset);
    } else if (kind === "}" || kind === "]") {
      this.close(kind === "}" ? "string" : "number");
    } else if (kind === ":") {
      this.isAtKey = false;
    } else if (kind === "," && typeof inner === "number") {
      path[path.length - 1] = inner + 1;
    } else if (kind === "," && isInObject) {
      this.isAtKey = true;
      path[path.length - 1] = "";
    } else if (kind === "string" && isInObject) {
      // Also where the comma before it is missing.
      this.isAtKey ||= this.text.charCodeAt(skipSpace(this.text, end)) === colon;
      if (this.isAtKey) {
        path[path.length - 1] = textOf(this.text.slice(offset, end));
      }
    }
  }

  /** Closes the innermost object or list, and what is open in it. One that nothing opened counts for nothing. */
  private close(segment: "string" | "number"): void {
    const count = segment === "string" ? this.objects : this.path.length - this.objects;
    let closed = count > 0 ? "" : segment;
    while (closed !== segment) {
      closed = typeof this.path.pop();
      this.containers.pop();
      this.objects -= Number(closed === "string");
    }
  }
}

/** What a string in JSON says, its quotes included; what stands there where it is no such string. */
export function textOf(string: string): string {
  if (!string.includes("\\")) {
    return string.replace(/^"|"$/g, "");
  }
  try {
    return String(JSON.parse(string));
  } catch {
    return string.replace(/^"|"$/g, "");
  }
}
